#include "core/source/inputfiles.h"

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

bool isLog(const QFileInfo &file)
{
    return file.dir().dirName() == "logs"_L1 &&
           (file.fileName().endsWith(".log"_L1) || file.fileName().endsWith(".log.err"_L1));
}

bool isObjects(const QFileInfo &file)
{
    static const QStringList suffixes{u"json"_s, u"yaml"_s, u"yml"_s};
    return suffixes.contains(file.suffix().toLower());
}

void sortIn(const QFileInfo &file, InputFiles &into)
{
    if (file.fileName() == "version.json"_L1) {
        into.versions.append(file.filePath());
    } else if (isLog(file)) {
        into.logs.append(file.filePath());
    } else if (isObjects(file)) {
        into.objects.push_back({file.filePath(), true});
    } else {
        into.ignored.append(file.filePath());
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
        sortIn(QFileInfo(path), into);
    if (into.objects.size() == before)
        return failure(Error::Kind::File, u"this folder holds no .json or .yaml file"_s, folder);
    return {};
}

Result<void> addPath(const QString &path, InputFiles &into)
{
    const QFileInfo info(path);
    if (path != "-"_L1 && !info.exists())
        return failure(Error::Kind::File, u"there is no such file or folder"_s, path);
    if (path != "-"_L1 && info.isDir())
        return lookInto(path, into);
    into.objects.push_back({path, false});
    return {};
}

bool open(QFile &file, const QString &path)
{
    if (path == "-"_L1)
        return file.open(stdin, QIODevice::ReadOnly);
    file.setFileName(path);
    return file.open(QIODevice::ReadOnly);
}

// QFile::read(most) would set `most` bytes aside, however small the file is.
QByteArray readAtMost(QFile &file, qint64 most)
{
    constexpr qint64 kPart = 1 << 20;
    QByteArray bytes;
    while (bytes.size() < most) {
        const qint64 wished = std::max(kPart, file.size() - bytes.size() + 1);
        const QByteArray part = file.read(std::min(wished, most - bytes.size()));
        if (part.isEmpty())
            break;
        bytes += part;
    }
    return bytes;
}

} // namespace

Result<InputFiles> findInputFiles(const QStringList &paths)
{
    InputFiles files;
    for (const QString &path : paths) {
        if (const auto added = addPath(path, files); !added)
            return tl::unexpected<Error>(added.error());
    }
    if (files.objects.empty())
        return failure(Error::Kind::Usage, u"no file was named"_s);
    return files;
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

} // namespace faultline::source
