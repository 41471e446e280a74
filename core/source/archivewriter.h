#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <QtCore/QByteArray>

#include <memory>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

struct archive;

namespace faultline::source {

/// Writes a tar, compressed by gzip: what every machine can open. Files come out as 0600, without owner names.
class ArchiveWriter
{
public:
    /// `to` is open and outlives the writer. `when`: what the files are dated; the same input gives the same bytes.
    ArchiveWriter(QIODevice &to, base::Timestamp when);

    /// Errors: File. After one, nothing more is to be added.
    base::Result<void> add(const QString &name, const QByteArray &bytes);
    base::Result<void> finish();

private:
    struct Closes {
        void operator()(archive *writer) const;
    };
    base::Result<void> broken() const;

    base::Timestamp m_when;
    std::unique_ptr<archive, Closes> m_writer;
};

} // namespace faultline::source
