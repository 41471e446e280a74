#pragma once

#include "core/guide/guide.h"
#include "core/guide/problem.h"

namespace faultline::guide {

/// A guide file of a team, as it was read. `name` stands in messages (a path); its last part is Node::file.
struct GuideText {
    QString name;
    QByteArray text;
};

/// A guide with what teams add to it. A file with a problem is left out whole: the guide is always of use.
struct TeamGuides {
    Guide guide;
    std::vector<Problem> problems; ///< every one of every file
};

/// Puts the files into the guide, one after the other: each may build on the ones before it.
TeamGuides withTeamGuides(Guide guide, const std::vector<GuideText> &files);

/// Guide files and what could not be read of them.
struct GuideFiles {
    std::vector<GuideText> texts;
    std::vector<Problem> problems;
};

/// Reads files, and of folders every .yaml and .yml in the order of their names. A file that is named twice counts
/// once.
GuideFiles readGuideFiles(const QStringList &paths);

/// Where a person's own guide files are: guides/ in faultline's folder of $XDG_CONFIG_HOME (~/.config). It need not
/// exist.
QString ownGuideFolder();

/// The files in it, without those that are among `named` anyway.
QStringList ownGuideFiles(const QStringList &named = {});

} // namespace faultline::guide
