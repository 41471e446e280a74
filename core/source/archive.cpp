#include "core/source/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using base::Error;
using base::failure;
using base::Result;

constexpr qint64 kLargestWanted = 1LL << 30;
constexpr qint64 kLargestWhole = 8LL << 30;
constexpr int kMostEntries = 500'000;
constexpr qsizetype kTarMark = 257; ///< where "ustar" stands in a tar's first header

struct Closes {
    void operator()(archive *reader) const { archive_read_free(reader); }
};

/// One pass over an archive in memory.
class Unpacker
{
public:
    Unpacker(const std::function<bool(const QString &)> &isWanted, const std::atomic_bool *cancelled)
        : m_reader(archive_read_new()), m_isWanted(isWanted), m_cancelled(cancelled)
    {
        archive *reader = m_reader.get();
        // Not "all": some of the other filters start programs.
        archive_read_support_filter_gzip(reader);
        archive_read_support_filter_bzip2(reader);
        archive_read_support_filter_xz(reader);
        archive_read_support_filter_zstd(reader);
        archive_read_support_format_tar(reader);
        archive_read_support_format_zip(reader);
        archive_read_support_format_raw(reader); // a single compressed file
    }

    Result<Archive> run(const QByteArray &bytes)
    {
        if (archive_read_open_memory(m_reader.get(), bytes.constData(), static_cast<size_t>(bytes.size())) !=
            ARCHIVE_OK)
            return broken();
        archive_entry *entry = nullptr;
        int code = nextEntry(&entry);
        for (; code == ARCHIVE_OK || code == ARCHIVE_WARN; code = nextEntry(&entry)) {
            if (++m_entries > kMostEntries)
                return failure(Error::Kind::TooLarge, u"this archive has more than %1 entries"_s.arg(kMostEntries));
            if (auto done = take(entry); !done)
                return endAt(done.error());
        }
        return code == ARCHIVE_EOF ? std::move(m_result) : endAt(broken().value());
    }

private:
    int nextEntry(archive_entry **entry) { return archive_read_next_header(m_reader.get(), entry); }

    tl::unexpected<Error> broken()
    {
        const char *words = archive_error_string(m_reader.get());
        return failure(Error::Kind::Malformed,
                       u"this archive cannot be read: %1"_s.arg(QString::fromLocal8Bit(words ? words : "damaged")));
    }

    /// Half an archive is better than none, as long as it is said.
    Result<Archive> endAt(const Error &error)
    {
        if (error.kind != Error::Kind::Malformed || m_result.files.empty())
            return tl::unexpected<Error>(error);
        m_result.cutOff = error.detail;
        return std::move(m_result);
    }

    QString nameOf(archive_entry *entry)
    {
        if (archive_format(m_reader.get()) == ARCHIVE_FORMAT_RAW)
            return {};
        // Without a locale only the UTF-8 form is converted; a name that is no UTF-8 comes as its bytes.
        if (const char *name = archive_entry_pathname_utf8(entry))
            return QString::fromUtf8(name);
        const char *name = archive_entry_pathname(entry);
        return name ? QString::fromLocal8Bit(name) : u"?"_s;
    }

    /// What is not wanted is read past by us: an entry of a terabyte must not keep the library busy unasked.
    Result<void> take(archive_entry *entry)
    {
        const QString name = nameOf(entry);
        const bool isFile = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry);
        const bool isKept = isFile && (name.isEmpty() || m_isWanted(name));
        QByteArray bytes;
        std::array<char, 1 << 16> part{};
        for (;;) {
            if (m_cancelled && m_cancelled->load())
                return failure(Error::Kind::Cancelled, u"reading was cancelled"_s);
            const la_ssize_t count = archive_read_data(m_reader.get(), part.data(), part.size());
            if (count == 0)
                break;
            if (count < 0)
                return broken();
            m_read += count;
            m_kept += isKept ? count : 0;
            if (m_kept > kLargestWanted || m_read > kLargestWhole) {
                return failure(Error::Kind::TooLarge,
                               u"this archive unpacks to more than %1 GB"_s.arg(
                                   (m_kept > kLargestWanted ? kLargestWanted : kLargestWhole) >> 30));
            }
            if (isKept)
                bytes.append(part.data(), count);
        }
        if (isKept) {
            m_result.files.push_back({name, bytes});
        } else if (archive_entry_filetype(entry) != AE_IFDIR) {
            m_result.others.append(name);
        }
        return {};
    }

    std::unique_ptr<archive, Closes> m_reader;
    const std::function<bool(const QString &)> &m_isWanted;
    const std::atomic_bool *m_cancelled;
    Archive m_result;
    qint64 m_read = 0;
    qint64 m_kept = 0;
    int m_entries = 0;
};

} // namespace

bool isArchive(const QByteArray &bytes)
{
    constexpr std::array<QByteArrayView, 6> starts{"PK\x03\x04", "PK\x05\x06",  "\x1f\x8b",
                                                   "BZh",        "\xfd\x37zXZ", "\x28\xb5\x2f\xfd"};
    return std::any_of(starts.begin(), starts.end(), [&](QByteArrayView start) { return bytes.startsWith(start); }) ||
           bytes.mid(kTarMark, 5) == "ustar";
}

Result<Archive> unpack(const QByteArray &bytes, const std::function<bool(const QString &)> &isWanted,
                       const std::atomic_bool *cancelled)
{
    return Unpacker(isWanted, cancelled).run(bytes);
}

} // namespace faultline::source
