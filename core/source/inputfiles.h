#pragma once

#include "core/base/result.h"

#include <QtCore/QStringList>

#include <vector>

namespace faultline::source {

/// The files behind the paths that a person gave, sorted by what they are. A path is "-" for standard input.
struct InputFiles {
    struct File {
        QString path;
        bool inFolder = false; ///< found in a folder, not named by the person
    };
    std::vector<File> objects;
    QStringList logs; ///< in a folder `logs`
    QStringList versions;
    QStringList ignored;
};

/// Looks into folders (recursively, without following linked folders). Errors: File.
base::Result<InputFiles> findInputFiles(const QStringList &paths);

/// Reads a file, standard input or a resource whole. Errors: File, TooLarge above 2 GB.
base::Result<QByteArray> readWhole(const QString &path);

} // namespace faultline::source
