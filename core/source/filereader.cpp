#include "core/source/filereader.h"

#include "core/source/clusterdata.h"
#include "core/source/otherinput.h"

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

/// From GET /version, `kubectl version -o json` or the cluster_version.json of a support bundle.
model::ServerVersion versionFrom(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    for (const QLatin1StringView part : {"serverVersion"_L1, "info"_L1}) {
        if (object.contains(part))
            object = object.value(part).toObject();
    }
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
    auto files = findInputFiles(m_request.paths, m_cancelled);
    if (!files)
        return tl::unexpected<Error>(files.error());
    m_files = std::move(*files);
    m_origin.ignored = m_files.ignored;
    m_origin.warnings = m_files.warnings;
    for (const InputFile &file : m_files.objects)
        m_progress.push_back({file.path, Progress::State::Waiting, 0, -1, {}});
    if (const auto done = readSnapshotFacts(); !done)
        return tl::unexpected<Error>(done.error());
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
    for (const InputFile &file : m_files.objects) {
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
    if (m_known == 0 && !m_anotherKind.isEmpty())
        return failure(Error::Kind::Malformed, otherKind(m_anotherKind), m_request.paths.join(u", "_s));
    return {};
}

Result<void> FileReader::readOne(const InputFile &file)
{
    if (isCancelled())
        return failure(Error::Kind::Cancelled, u"reading was cancelled"_s);
    const auto bytes = readWhole(file);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    const size_t podsBefore = m_data.pods.size();
    const auto kubernetes = decode(documentsOf(*bytes), file.path);
    if (!kubernetes && (!file.inFolder || isCancelled()))
        return tl::unexpected<Error>(explained(kubernetes.error(), *bytes, file.path));
    if (kubernetes && *kubernetes == 0 && !file.inFolder)
        return tl::unexpected<Error>(explained({}, *bytes, file.path));
    if (!kubernetes)
        leaveOut(kubernetes.error(), file.path);
    if (!kubernetes || *kubernetes == 0)
        m_origin.ignored.append(file.path);
    notePods(file.path, podsBefore);
    for (const DumpedLog &log : dumpedLogs(*bytes))
        addLog(log.place, log.place.nameSpace, log.content);
    return {};
}

/// In words about what it is instead, where that can be told; its place stays.
Error FileReader::explained(Error error, const QByteArray &bytes, const QString &path) const
{
    if (error.kind == Error::Kind::Cancelled || error.kind == Error::Kind::TooLarge)
        return error;
    const QString instead = otherInput(bytes);
    if (!instead.isEmpty()) {
        error.detail = instead;
    } else if (error.detail.isEmpty()) {
        error.detail = u"no Kubernetes object in it"_s;
    }
    return error.where.isEmpty() ? inFile(error, path) : error;
}

/// How many objects it held. What is broken is left out and told; only where nothing else is there it is an error.
Result<int> FileReader::decode(const Documents &documents, const QString &path)
{
    int kubernetes = 0;
    std::vector<Error> broken = documents.broken;
    for (const QByteArray &document : documents.json) {
        if (isCancelled())
            return failure(Error::Kind::Cancelled, u"reading was cancelled"_s);
        if (!isKubernetesObject(document))
            continue;
        const auto summary = m_decoder.decode(document);
        if (!summary) {
            broken.push_back(summary.error());
            continue;
        }
        if (m_request.recorder)
            m_request.recorder->add(document);
        ++kubernetes;
        m_objects += objectCount(*summary);
        m_known += static_cast<int>(summary->counts.size());
        if (!summary->otherKinds.empty())
            m_anotherKind = summary->otherKinds.begin()->first;
        for (const QString &warning : summary->warnings)
            m_origin.warnings.append(path + u": "_s + warning);
    }
    if (kubernetes == 0 && !broken.empty())
        return tl::unexpected<Error>(inFile(broken.front(), path));
    for (const Error &error : broken)
        leaveOut(inFile(error, path), path);
    for (const Error &note : documents.notes)
        m_origin.warnings.append(inFile(note, path).toString());
    return kubernetes;
}

QByteArray FileReader::standardInput() const
{
    constexpr qsizetype kMostKept = 64 << 20;
    for (const InputFile &file : m_files.objects) {
        if (file.path == "-"_L1 && file.content && file.content->size() <= kMostKept)
            return *file.content;
    }
    return {};
}

void FileReader::leaveOut(const Error &error, const QString &path)
{
    const QString place = error.where.isEmpty() ? path : error.where;
    m_origin.warnings.append(u"%1: left out: %2"_s.arg(place, error.detail));
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
    for (const InputFile &file : m_files.logs) {
        if (isCancelled() || !readLog(file))
            m_origin.ignored.append(file.path);
    }
}

/// False for a log of no Pod that was read.
bool FileReader::readLog(const InputFile &file)
{
    const auto bytes = readWhole(file);
    const auto place = LogPlace::parse(file.path);
    if (!bytes)
        return false;
    if (!place) {
        const std::vector<DumpedLog> logs = dumpedLogs(*bytes);
        for (const DumpedLog &log : logs)
            addLog(log.place, log.place.nameSpace, log.content);
        return !logs.empty();
    }
    const QString folder = QFileInfo(QFileInfo(file.path).path()).path();
    const auto beside = m_namespaceOfPod.constFind({folder, place->pod});
    if (place->nameSpace.isEmpty() && beside == m_namespaceOfPod.constEnd())
        return false;
    addLog(*place, place->nameSpace.isEmpty() ? *beside : place->nameSpace, *bytes);
    return true;
}

/// The log itself comes first in the order of names; what the server said counts where there is none.
void FileReader::addLog(const LogPlace &place, const QString &nameSpace, const QByteArray &content)
{
    model::LogText &log = m_data.logs[{nameSpace, place.pod, place.container, place.previous}];
    if (log.state == model::LogText::State::NotFetched || (log.text.isEmpty() && !content.isEmpty()))
        log = logTextOf(content, place.isError);
}

void FileReader::readVersions()
{
    for (const InputFile &file : m_files.versions) {
        const auto bytes = readWhole(file);
        const model::ServerVersion version = bytes ? versionFrom(*bytes) : model::ServerVersion();
        if (version.major > 0) {
            m_data.version = version;
        } else {
            m_origin.ignored.append(file.path);
        }
    }
}

/// One of another program's making is a file like any other.
Result<void> FileReader::readSnapshotFacts()
{
    for (const InputFile &file : m_files.snapshots) {
        const auto bytes = readWhole(file);
        if (!bytes || !isSnapshotFacts(*bytes)) {
            m_files.objects.push_back(file);
            continue;
        }
        auto facts = snapshotFactsFrom(*bytes);
        if (!facts)
            return failure(facts.error().kind, facts.error().detail, file.path);
        m_snapshot = *std::move(facts);
    }
    return {};
}

/// What the reader would conclude from the objects alone, the snapshot knows.
void FileReader::applySnapshotFacts()
{
    if (!m_snapshot)
        return;
    const QSet<model::Kind> present = kindsIn(m_data);
    m_data.unseen = m_snapshot->unseen;
    // Another file beside the snapshot may have brought what that lacks.
    std::erase_if(m_data.unseen, [&](const auto &entry) { return present.contains(entry.first); });
    m_data.kindsAssumedComplete = m_snapshot->kindsAssumedComplete;
    m_data.version = m_snapshot->version;
    m_data.now = m_snapshot->now.isValid() ? m_snapshot->now : m_data.now;
    m_data.allNamespaces = m_request.nameSpace.isEmpty() && m_snapshot->allNamespaces;
    m_data.logs.insert(m_snapshot->logs.begin(), m_snapshot->logs.end());
    m_origin.context = m_snapshot->context;
    m_origin.nameSpace = m_snapshot->nameSpace;
    m_origin.insecure = m_snapshot->insecure;
    m_origin.warnings = m_snapshot->warnings + m_origin.warnings;
}

Snapshot FileReader::finish()
{
    const bool isSample = m_request.type == Origin::Type::Sample;
    putIntoDefaultNamespace(m_data);
    dropDuplicates(m_data);
    markUnseen(m_data, m_request.paths.join(u", "_s));
    m_data.now = model::newestTime(m_data);
    m_data.allNamespaces = m_request.nameSpace.isEmpty() && looksLikeAllNamespaces(m_data);
    applySnapshotFacts();
    if (!m_request.nameSpace.isEmpty())
        keepNamespace(m_data, m_request.nameSpace);
    m_origin.type = m_request.type;
    if (!m_request.nameSpace.isEmpty())
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
