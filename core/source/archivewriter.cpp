#include "core/source/archivewriter.h"

#include <QtCore/QIODevice>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

struct FreesEntry {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

la_ssize_t writeTo(archive *writer, void *device, const void *bytes, size_t length)
{
    auto *to = static_cast<QIODevice *>(device);
    const qint64 written = to->write(static_cast<const char *>(bytes), static_cast<qint64>(length));
    if (written < 0)
        archive_set_error(writer, EIO, "%s", to->errorString().toUtf8().constData());
    return written;
}

} // namespace

void ArchiveWriter::Closes::operator()(archive *writer) const { archive_write_free(writer); }

ArchiveWriter::ArchiveWriter(QIODevice &to, base::Timestamp when) : m_when(when), m_writer(archive_write_new())
{
    archive_write_set_format_pax_restricted(m_writer.get());
    archive_write_add_filter_gzip(m_writer.get());
    archive_write_set_filter_option(m_writer.get(), "gzip", "timestamp", nullptr);
    archive_write_open(m_writer.get(), &to, nullptr, writeTo, nullptr);
}

base::Result<void> ArchiveWriter::broken() const
{
    const char *words = archive_error_string(m_writer.get());
    return base::failure(base::Error::Kind::File,
                         u"cannot be written: %1"_s.arg(QString::fromLocal8Bit(words ? words : "unknown error")));
}

base::Result<void> ArchiveWriter::add(const QString &name, const QByteArray &bytes)
{
    const std::unique_ptr<archive_entry, FreesEntry> entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_size(entry.get(), bytes.size());
    archive_entry_set_mtime(entry.get(), std::max<qint64>(0, m_when.ms) / 1000, 0);
    if (archive_write_header(m_writer.get(), entry.get()) != ARCHIVE_OK)
        return broken();
    const auto length = static_cast<size_t>(bytes.size());
    if (archive_write_data(m_writer.get(), bytes.constData(), length) != static_cast<la_ssize_t>(length))
        return broken();
    return {};
}

base::Result<void> ArchiveWriter::finish()
{
    return archive_write_close(m_writer.get()) == ARCHIVE_OK ? base::Result<void>() : broken();
}

} // namespace faultline::source
