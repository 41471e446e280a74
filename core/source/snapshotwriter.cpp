#include "core/source/snapshotwriter.h"

#include "core/base/savefile.h"
#include "core/redact/object.h"
#include "core/redact/redact.h"
#include "core/source/archivewriter.h"
#include "core/source/snapshotfacts.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using base::Result;
using State = model::LogText::State;

constexpr qsizetype kLogBytes = 1'000'000;      ///< of one log
constexpr qsizetype kAllLogBytes = 100'000'000; ///< of all of them
const QString kRoot = QStringLiteral("faultline-snapshot/");

/// A file's full path often holds a person's name; what stands in a kind's place is told by the file's own.
QString withoutFolders(const QString &paths)
{
    QStringList names;
    for (const QString &path : paths.split(u", "_s))
        names += QFileInfo(path).fileName();
    return names.join(u", "_s);
}

SnapshotFacts factsOf(const Snapshot &snapshot)
{
    const model::ClusterData &data = snapshot.cluster->data();
    SnapshotFacts facts;
    facts.version = data.version;
    facts.now = data.now;
    facts.allNamespaces = data.allNamespaces;
    facts.kindsAssumedComplete = data.kindsAssumedComplete;
    facts.insecure = snapshot.origin.insecure;
    facts.context = snapshot.origin.context;
    facts.nameSpace = snapshot.origin.nameSpace;
    facts.warnings = snapshot.origin.warnings;
    facts.unseen = data.unseen;
    for (auto &[kind, unseen] : facts.unseen) {
        if (unseen.reason == model::Unseen::Reason::NotInInput)
            unseen.detail = withoutFolders(unseen.detail);
    }
    for (const auto &[key, log] : data.logs) {
        if (log.state == State::NeverRan || log.state == State::Unavailable)
            facts.logs.emplace(key, log);
    }
    return facts;
}

/// Of a long log the end, from the start of a line.
QByteArray endOf(const QByteArray &log)
{
    if (log.size() <= kLogBytes)
        return log;
    const QByteArray end = log.last(kLogBytes);
    return end.sliced(end.indexOf('\n') + 1);
}

/// Writes one snapshot into an open file.
class Writing
{
public:
    Writing(QIODevice &to, const Snapshot &snapshot, const Recorder &recorder)
        : m_archive(to, snapshot.cluster->now()), m_snapshot(snapshot), m_recorder(recorder)
    {
    }

    Result<void> run()
    {
        return addLogs()
            .and_then([this] { return addFacts(); })
            .and_then([this] { return addObjects(); })
            .and_then([this] { return m_archive.finish(); });
    }

private:
    Result<void> addFacts()
    {
        SnapshotFacts facts = factsOf(m_snapshot);
        facts.logs.insert(m_leftOut.begin(), m_leftOut.end());
        return m_archive.add(kRoot + u"snapshot.json"_s, QJsonDocument(toJson(facts)).toJson(QJsonDocument::Indented));
    }

    /// What a namespace was chosen of holds more than that namespace.
    bool isWanted(const QByteArray &json, model::Kind kind) const
    {
        if (m_snapshot.origin.nameSpace.isEmpty() || !model::isNamespaced(kind))
            return true;
        const QJsonObject metadata = QJsonDocument::fromJson(json).object().value("metadata"_L1).toObject();
        return metadata.value("namespace"_L1).toString(u"default"_s) == m_snapshot.origin.nameSpace;
    }

    Result<void> addObjects()
    {
        for (const auto &[kind, objects] : m_recorder.objects()) {
            QByteArray list = "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[";
            const char *between = "\n";
            for (const QByteArray &object : objects) {
                if (isWanted(object, kind))
                    list += std::exchange(between, ",\n") + object;
            }
            const QString name = kRoot + u"objects/"_s + model::resourceName(kind) + u".json"_s;
            if (auto added = m_archive.add(name, list + "\n]}\n"); !added)
                return added;
        }
        return {};
    }

    Result<void> addLogs()
    {
        qsizetype written = 0;
        for (const auto &[key, log] : m_snapshot.cluster->data().logs) {
            if (log.state != State::Text)
                continue;
            const QByteArray bytes = endOf(redact::masked(log.text).toUtf8());
            if (written + bytes.size() > kAllLogBytes) {
                m_leftOut[key] = {State::Unavailable, u"left out of the snapshot: there were more logs than fit"_s};
                continue;
            }
            written += bytes.size();
            const QString name = u"%1namespaces/%2/pods/%3/%4/%4/logs/%5.log"_s.arg(
                kRoot, redact::shareableName(key.nameSpace), redact::shareableName(key.pod),
                redact::shareableName(key.container), key.previous ? u"previous"_s : u"current"_s);
            if (auto added = m_archive.add(name, bytes); !added)
                return added;
        }
        return {};
    }

    ArchiveWriter m_archive;
    const Snapshot &m_snapshot;
    const Recorder &m_recorder;
    std::map<model::LogKey, model::LogText> m_leftOut;
};

} // namespace

Result<void> writeSnapshot(const QString &path, const Snapshot &snapshot, const Recorder &recorder)
{
    return base::saveFile(path, [&](QIODevice &file) { return Writing(file, snapshot, recorder).run(); });
}

} // namespace faultline::source
