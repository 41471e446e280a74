#include "core/source/filereader.h"

#include "core/source/clusterdata.h"
#include "core/source/documents.h"
#include "core/source/filelogs.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <numeric>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using base::Error;
using base::failure;
using base::Result;

/// The error with the file's name in front of its place.
Error inFile(Error error, const QString &path)
{
    const QString name = path == "-"_L1 ? u"standard input"_s : path;
    error.where = error.where.isEmpty() ? name : name + u':' + error.where;
    return error;
}

int objectCount(const model::DecodeSummary &summary)
{
    const auto add = [](int sum, const auto &entry) { return sum + entry.second; };
    return std::accumulate(summary.counts.begin(), summary.counts.end(), 0, add) +
           std::accumulate(summary.otherKinds.begin(), summary.otherKinds.end(), 0, add);
}

/// "36" out of "36+", as managed clusters write it.
int leadingNumber(const QString &text)
{
    int number = 0;
    for (const QChar digit : text) {
        if (!digit.isDigit() || number > 10'000)
            break;
        number = number * 10 + digit.digitValue();
    }
    return number;
}

/// From GET /version or `kubectl version -o json`.
model::ServerVersion versionFrom(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.contains("serverVersion"_L1))
        object = object.value("serverVersion"_L1).toObject();
    return {leadingNumber(object.value("major"_L1).toString()), leadingNumber(object.value("minor"_L1).toString()),
            object.value("gitVersion"_L1).toString()};
}

} // namespace

FileReader::FileReader(const FileRequest &request, const std::atomic_bool *cancelled, Tell tell)
    : m_request(request), m_cancelled(cancelled), m_tell(std::move(tell)), m_decoder(m_data)
{
}

Result<Snapshot> FileReader::read()
{
    auto files = findInputFiles(m_request.paths);
    if (!files)
        return tl::unexpected<Error>(files.error());
    m_files = std::move(*files);
    m_origin.ignored = m_files.ignored;
    for (const InputFiles::File &file : m_files.objects)
        m_progress.push_back({file.path, Progress::State::Waiting, 0, -1, {}});
    if (const auto done = readObjects(); !done)
        return tl::unexpected<Error>(done.error());
    readLogs();
    readVersions();
    if (isCancelled())
        return failure(Error::Kind::Cancelled, u"reading was cancelled"_s);
    return finish();
}

Result<void> FileReader::readObjects()
{
    bool any = false;
    for (const InputFiles::File &file : m_files.objects) {
        tell(file.path, Progress::State::Running, 0);
        const int before = m_objects;
        const qsizetype ignoredBefore = m_origin.ignored.size();
        if (const auto done = readOne(file); !done) {
            tell(file.path, Progress::State::Failed, m_objects - before);
            return done;
        }
        any = any || m_origin.ignored.size() == ignoredBefore;
        tell(file.path, Progress::State::Done, m_objects - before);
    }
    if (!any)
        return failure(Error::Kind::Malformed, u"no Kubernetes object in it"_s, m_request.paths.join(u", "_s));
    return {};
}

Result<void> FileReader::readOne(const InputFiles::File &file)
{
    if (isCancelled())
        return failure(Error::Kind::Cancelled, u"reading was cancelled"_s);
    const auto bytes = readWhole(file.path);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    const auto documents = documentsOf(*bytes);
    if (!documents)
        return tl::unexpected<Error>(inFile(documents.error(), file.path));
    const size_t podsBefore = m_data.pods.size();
    const auto kubernetes = decode(*documents, file.path);
    if (!kubernetes)
        return tl::unexpected<Error>(kubernetes.error());
    if (*kubernetes == 0 && !file.inFolder)
        return failure(Error::Kind::Malformed, u"no Kubernetes object in it"_s, inFile({}, file.path).where);
    if (*kubernetes == 0)
        m_origin.ignored.append(file.path);
    notePods(file.path, podsBefore);
    return {};
}

Result<int> FileReader::decode(const std::vector<QByteArray> &documents, const QString &path)
{
    int kubernetes = 0;
    for (const QByteArray &document : documents) {
        if (isCancelled())
            return failure(Error::Kind::Cancelled, u"reading was cancelled"_s);
        if (!isKubernetesObject(document))
            continue;
        const auto summary = m_decoder.decode(document);
        if (!summary)
            return tl::unexpected<Error>(inFile(summary.error(), path));
        ++kubernetes;
        m_objects += objectCount(*summary);
        for (const QString &warning : summary->warnings)
            m_origin.warnings.append(path + u": "_s + warning);
    }
    return kubernetes;
}

void FileReader::notePods(const QString &path, size_t firstNew)
{
    const QString folder = QFileInfo(path).path();
    for (size_t i = firstNew; i < m_data.pods.size(); ++i) {
        const model::Metadata &meta = m_data.pods[i].meta;
        m_namespaceOfPod.insert({folder, meta.name}, meta.nameSpace.isEmpty() ? u"default"_s : meta.nameSpace);
    }
}

void FileReader::readLogs()
{
    for (const QString &path : m_files.logs) {
        const QFileInfo info(path);
        const auto name = LogFileName::parse(info.fileName());
        const QString folder = QFileInfo(info.path()).path();
        const auto pod = name ? m_namespaceOfPod.constFind({folder, name->pod}) : m_namespaceOfPod.constEnd();
        const auto bytes = readWhole(path);
        if (pod == m_namespaceOfPod.constEnd() || !bytes || isCancelled()) {
            m_origin.ignored.append(path);
            continue;
        }
        // The log itself comes first in the order of names; what the server said counts where there is none.
        model::LogText &log = m_data.logs[{*pod, name->pod, name->container, name->previous}];
        if (log.state == model::LogText::State::NotFetched || (log.text.isEmpty() && !bytes->isEmpty()))
            log = logTextOf(*bytes, name->isError);
    }
}

void FileReader::readVersions()
{
    for (const QString &path : m_files.versions) {
        const auto bytes = readWhole(path);
        const model::ServerVersion version = bytes ? versionFrom(*bytes) : model::ServerVersion();
        if (version.major > 0) {
            m_data.version = version;
        } else {
            m_origin.ignored.append(path);
        }
    }
}

Snapshot FileReader::finish()
{
    const bool isSample = m_request.type == Origin::Type::Sample;
    putIntoDefaultNamespace(m_data);
    dropDuplicates(m_data);
    markUnseen(m_data, m_request.paths.join(u", "_s));
    m_data.now = model::newestTime(m_data);
    m_data.allNamespaces = m_request.nameSpace.isEmpty() && looksLikeAllNamespaces(m_data);
    if (!m_request.nameSpace.isEmpty())
        keepNamespace(m_data, m_request.nameSpace);
    m_origin.type = m_request.type;
    m_origin.nameSpace = m_request.nameSpace;
    m_origin.takenAt = m_data.now;
    for (const QString &path : m_request.paths)
        m_origin.files.append(isSample ? QFileInfo(path).fileName() : path);
    m_origin.ignored.sort();
    return {std::make_shared<const model::Cluster>(std::move(m_data)), m_origin};
}

void FileReader::tell(const QString &path, Progress::State state, int items)
{
    if (!m_tell)
        return;
    for (Progress &line : m_progress) {
        if (line.what == path) {
            line.state = state;
            line.items = items;
        }
    }
    m_tell(m_progress);
}

Result<Snapshot> readFiles(const FileRequest &request, const std::atomic_bool *cancelled)
{
    return FileReader(request, cancelled).read();
}

} // namespace faultline::source
