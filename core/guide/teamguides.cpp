#include "core/guide/teamguides.h"

#include "core/guide/teammerger.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

/// A guide file is written by hand.
constexpr qint64 kLargestFile = 4'000'000;

QStringList filesBehind(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    const QDir folder(path);
    QStringList files;
    for (const QString &name : folder.entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name))
        files.append(folder.filePath(name));
    return files;
}

} // namespace

TeamGuides withTeamGuides(Guide guide, const std::vector<GuideText> &files)
{
    TeamGuides result{std::move(guide), {}};
    TeamMerger::TurnedEdges turned;
    for (const GuideText &file : files) {
        TeamMerger merger(result.guide, file, turned);
        if (auto merged = merger.merge()) {
            result.guide = *std::move(merged);
            turned = merger.turned();
        }
        for (const Problem &problem : merger.problems())
            result.problems.push_back(problem);
    }
    return result;
}

GuideFiles readGuideFiles(const QStringList &paths)
{
    GuideFiles files;
    QSet<QString> known;
    for (const QString &path : paths) {
        for (const QString &name : filesBehind(path)) {
            const QString real = QFileInfo(name).canonicalFilePath();
            if (!real.isEmpty() && known.contains(real))
                continue;
            known.insert(real);
            QFile file(name);
            if (!file.open(QIODevice::ReadOnly)) {
                files.problems.push_back({name, 0, 0, u"cannot be read: "_s + file.errorString()});
            } else if (file.size() > kLargestFile) {
                files.problems.push_back({name, 0, 0, u"is larger than 4 MB"_s});
            } else {
                files.texts.push_back({name, file.read(kLargestFile)});
            }
        }
    }
    return files;
}

QString ownGuideFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/faultline/guides"_s;
}

QStringList ownGuideFiles(const QStringList &named)
{
    QSet<QString> known;
    for (const QString &path : named) {
        for (const QString &name : filesBehind(path))
            known.insert(QFileInfo(name).canonicalFilePath());
    }
    QStringList files = QFileInfo(ownGuideFolder()).isDir() ? filesBehind(ownGuideFolder()) : QStringList();
    files.removeIf([&](const QString &name) { return known.contains(QFileInfo(name).canonicalFilePath()); });
    return files;
}

} // namespace faultline::guide
