#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <atomic>
#include <functional>
#include <vector>

namespace faultline::source {

/// A file of an archive, in memory: nothing is ever unpacked onto the disk, so no name in it can point anywhere.
struct Unpacked {
    QString name; ///< as written in the archive; empty where a single file was compressed without a name
    QByteArray bytes;
};

struct Archive {
    std::vector<Unpacked> files; ///< those that were wanted, in their order
    QStringList others;          ///< names of the rest: unwanted files, links and devices
    QString cutOff;              ///< why nothing came behind these files, when the archive is damaged there
};

/// True for what begins like a tar, zip, gzip, bzip2, xz or zstd file.
bool isArchive(const QByteArray &bytes);

/// Unpacks the files whose names are wanted. Links are never followed, archives in it not opened. What came before
/// a damaged place is kept. Errors: Malformed when there was nothing;
/// TooLarge (1 GB of wanted files, 8 GB of all, 500,000 entries); Cancelled.
base::Result<Archive> unpack(const QByteArray &bytes, const std::function<bool(const QString &)> &isWanted,
                             const std::atomic_bool *cancelled = nullptr);

} // namespace faultline::source
