#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <atomic>
#include <optional>
#include <vector>

namespace faultline::source {

/// A file behind a path that a person gave.
struct InputFile {
    QString path;          ///< of an archive's file: the archive's path, then the name in it; "-" for standard input
    bool inFolder = false; ///< found in a folder or an archive, not named by the person
    std::optional<QByteArray> content = {}; ///< where it was read already (archives, standard input)
};

/// The files behind the paths, sorted by what they are.
struct InputFiles {
    std::vector<InputFile> objects;
    std::vector<InputFile> logs;
    std::vector<InputFile> versions;
    std::vector<InputFile> snapshots; ///< snapshot.json: what a snapshot says of itself
    QStringList ignored;
    QStringList warnings; ///< archives of which only a part could be read
};

/// What a path seems to be by its first bytes, before it is read.
enum class InputLook { Readable, Missing, Empty, Binary };
InputLook lookAt(const QString &path);

/// Looks into folders (recursively, without following linked folders) and archives. Errors: File, TooLarge, and those
/// of unpack(); Cancelled.
base::Result<InputFiles> findInputFiles(const QStringList &paths, const std::atomic_bool *cancelled = nullptr);

/// Reads a file, standard input or a resource whole. Errors: File, TooLarge above 2 GB.
base::Result<QByteArray> readWhole(const QString &path);
base::Result<QByteArray> readWhole(const InputFile &file);

} // namespace faultline::source
