#include "core/source/inputfiles.h"

#include "core/source/archive.h"
#include "core/source/filelogs.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using base::Error;
using base::failure;
using base::Result;

constexpr qint64 kLargestFile = 2'000'000'000;

bool isObjects(const QFileInfo &file)
{
    static const QStringList suffixes{u"json"_s, u"yaml"_s, u"yml"_s};
    return suffixes.contains(file.suffix().toLower());
}

bool isVersion(const QFileInfo &file)
{
    return file.fileName() == "version.json"_L1 || file.fileName() == "cluster_version.json"_L1;
}

bool isSnapshot(const QFileInfo &file) { return file.fileName() == "snapshot.json"_L1; }

bool isKnown(const QString &path)
{
    const QFileInfo file(path);
    return isVersion(file) || isLogPath(path) || isObjects(file);
}

void sortIn(InputFile file, InputFiles &into)
{
    const QFileInfo info(file.path);
    if (isVersion(info)) {
        into.versions.push_back(std::move(file));
    } else if (isSnapshot(info)) {
        into.snapshots.push_back(std::move(file));
    } else if (isLogPath(file.path)) {
        into.logs.push_back(std::move(file));
    } else if (isObjects(info)) {
        into.objects.push_back(std::move(file));
    } else {
        into.ignored.append(file.path);
    }
}

Result<void> lookInto(const QString &folder, InputFiles &into)
{
    if (!QFileInfo(folder).isReadable())
        return failure(Error::Kind::File, u"this folder may not be read"_s, folder);
    QStringList paths;
    QDirIterator iterator(folder, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        paths.append(iterator.next());
    paths.sort();
    const size_t before = into.objects.size();
    for (const QString &path : paths)
        sortIn({path, true}, into);
    if (into.objects.size() == before)
        return failure(Error::Kind::File, u"this folder holds no .json or .yaml file"_s, folder);
    return {};
}

/// In the order of their names, as a folder's files come.
Result<void> lookIntoArchive(const QString &path, const QByteArray &bytes, InputFiles &into,
                             const std::atomic_bool *cancelled)
{
    auto archive = unpack(bytes, isKnown, cancelled);
    if (!archive)
        return failure(archive.error().kind, archive.error().detail, path);
    std::stable_sort(archive->files.begin(), archive->files.end(),
                     [](const Unpacked &left, const Unpacked &right) { return left.name < right.name; });
    if (!archive->cutOff.isEmpty())
        into.warnings.append(path + u": "_s + archive->cutOff + u"; what stood before that place was read"_s);
    const size_t before = into.objects.size();
    for (Unpacked &file : archive->files) {
        const bool isAlone = file.name.isEmpty(); // pods.json.gz
        if (isAlone) {
            into.objects.push_back({path, false, std::move(file.bytes)});
        } else {
            sortIn({path + u'/' + file.name, true, std::move(file.bytes)}, into);
        }
    }
    for (const QString &other : archive->others)
        into.ignored.append(path + u'/' + other);
    if (into.objects.size() == before)
        return failure(Error::Kind::File, u"this archive holds no .json or .yaml file"_s, path);
    return {};
}

bool open(QFile &file, const QString &path)
{
    if (path == "-"_L1)
        return file.open(stdin, QIODevice::ReadOnly);
    file.setFileName(path);
    return file.open(QIODevice::ReadOnly);
}

// QFile::read(most) would set `most` bytes aside, however small the file is. What is left of the last part is room
// behind the end, which the decoder asks for.
QByteArray readAtMost(QFile &file, qint64 most)
{
    constexpr qint64 kPart = 1 << 20;
    QByteArray bytes;
    bytes.reserve(std::min(file.size(), most) + kPart);
    qint64 came = 1;
    while (came > 0 && bytes.size() < most) {
        const qsizetype before = bytes.size();
        bytes.resize(before + std::min(kPart, most - before));
        came = file.read(bytes.data() + before, bytes.size() - before);
        bytes.resize(before + std::max(came, qint64(0)));
    }
    return bytes;
}

/// The first bytes, by which an archive is known. Nothing of what cannot be read: readWhole() says why later.
QByteArray beginOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(512) : QByteArray();
}

Result<void> addPath(const QString &path, InputFiles &into, const std::atomic_bool *cancelled)
{
    const bool isInput = path == "-"_L1;
    const QFileInfo info(path);
    if (!isInput && !info.exists())
        return failure(Error::Kind::File, u"there is no such file or folder"_s, path);
    if (!isInput && info.isDir())
        return lookInto(path, into);
    // A pipe can be read but once, and is read to see what it is.
    if (!isInput && info.isFile() && !isArchive(beginOf(path))) {
        into.objects.push_back({path});
        return {};
    }
    auto bytes = readWhole(path);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    if (isArchive(*bytes))
        return lookIntoArchive(isInput ? u"standard input"_s : path, *bytes, into, cancelled);
    into.objects.push_back({path, false, *std::move(bytes)});
    return {};
}

} // namespace

Result<InputFiles> findInputFiles(const QStringList &paths, const std::atomic_bool *cancelled)
{
    InputFiles files;
    for (const QString &path : paths) {
        if (const auto added = addPath(path, files, cancelled); !added)
            return tl::unexpected<Error>(added.error());
    }
    if (files.objects.empty())
        return failure(Error::Kind::Usage, u"no file was named"_s);
    return files;
}

InputLook lookAt(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isReadable())
        return InputLook::Missing;
    if (info.isDir())
        return InputLook::Readable;
    const QByteArray begin = beginOf(path);
    // UTF-16 and UTF-32 are full of zeros; their byte order mark tells them.
    const bool isWide = begin.startsWith("\xff\xfe") || begin.startsWith("\xfe\xff") ||
                        begin.startsWith(QByteArrayView("\0\0\xfe\xff", 4));
    if (begin.isEmpty())
        return InputLook::Empty;
    return isArchive(begin) || isWide || !begin.contains('\0') ? InputLook::Readable : InputLook::Binary;
}

Result<QByteArray> readWhole(const QString &path)
{
    const QString name = path == "-"_L1 ? u"standard input"_s : path;
    QFile file;
    if (!open(file, path))
        return failure(Error::Kind::File, u"cannot be read: "_s + file.errorString(), name);
    if (file.size() > kLargestFile)
        return failure(Error::Kind::TooLarge, u"is larger than 2 GB"_s, name);
    // A pipe or device has no size, so what was read is looked at as well.
    QByteArray bytes = readAtMost(file, kLargestFile + 1);
    if (bytes.size() > kLargestFile)
        return failure(Error::Kind::TooLarge, u"is larger than 2 GB"_s, name);
    if (file.error() != QFileDevice::NoError)
        return failure(Error::Kind::File, u"cannot be read: "_s + file.errorString(), name);
    return bytes;
}

Result<QByteArray> readWhole(const InputFile &file)
{
    return file.content ? Result<QByteArray>(*file.content) : readWhole(file.path);
}

} // namespace faultline::source
