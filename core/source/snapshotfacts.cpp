#include "core/source/snapshotfacts.h"

#include "core/redact/object.h"
#include "core/redact/redact.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using base::Error;
using model::Unseen;
using State = model::LogText::State;

constexpr QLatin1StringView kFormatName("faultline.snapshot/");

constexpr std::array<std::pair<Unseen::Reason, QLatin1StringView>, 5> kReasons{{
    {Unseen::Reason::Forbidden, QLatin1StringView("forbidden")},
    {Unseen::Reason::NotServed, QLatin1StringView("notServed")},
    {Unseen::Reason::NotInInput, QLatin1StringView("notInInput")},
    {Unseen::Reason::NotAsked, QLatin1StringView("notAsked")},
    {Unseen::Reason::Failed, QLatin1StringView("failed")},
}};

constexpr std::array<std::pair<State, QLatin1StringView>, 2> kStates{{
    {State::NeverRan, QLatin1StringView("neverRan")},
    {State::Unavailable, QLatin1StringView("unavailable")},
}};

template <typename Table, typename Value> QString wordOf(const Table &table, Value value)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto &row) { return row.first == value; });
    return found == table.end() ? QString() : QString(found->second);
}

template <typename Table>
auto valueOf(const Table &table, const QString &word) -> std::optional<typename Table::value_type::first_type>
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto &row) { return row.second == word; });
    return found == table.end() ? std::nullopt : std::optional(found->first);
}

QJsonArray unreadOf(const SnapshotFacts &facts)
{
    QJsonArray unread;
    for (const auto &[kind, unseen] : facts.unseen) {
        unread.append(QJsonObject{{u"kind"_s, model::kindName(kind)},
                                  {u"reason"_s, wordOf(kReasons, unseen.reason)},
                                  {u"detail"_s, redact::masked(unseen.detail)}});
    }
    return unread;
}

QJsonArray logsOf(const SnapshotFacts &facts)
{
    QJsonArray logs;
    for (const auto &[key, log] : facts.logs) {
        logs.append(QJsonObject{{u"namespace"_s, redact::shareableName(key.nameSpace)},
                                {u"pod"_s, redact::shareableName(key.pod)},
                                {u"container"_s, redact::shareableName(key.container)},
                                {u"previous"_s, key.previous},
                                {u"state"_s, wordOf(kStates, log.state)},
                                {u"detail"_s, redact::masked(log.text)}});
    }
    return logs;
}

void readUnread(const QJsonArray &unread, SnapshotFacts &into)
{
    for (const QJsonValue &item : unread) {
        const auto reason = valueOf(kReasons, item["reason"_L1].toString());
        const QString name = item["kind"_L1].toString();
        for (const model::Kind kind : model::allKinds()) {
            if (reason && model::kindName(kind) == name)
                into.unseen[kind] = {*reason, item["detail"_L1].toString()};
        }
    }
}

void readLogs(const QJsonArray &logs, SnapshotFacts &into)
{
    for (const QJsonValue &item : logs) {
        const model::LogKey key{item["namespace"_L1].toString(), item["pod"_L1].toString(),
                                item["container"_L1].toString(), item["previous"_L1].toBool()};
        if (const auto state = valueOf(kStates, item["state"_L1].toString()))
            into.logs[key] = {*state, item["detail"_L1].toString()};
    }
}

} // namespace

QString snapshotFormat() { return kFormatName + u"1"_s; }

bool isSnapshotFacts(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value("format"_L1).toString().startsWith(kFormatName);
}

QJsonObject toJson(const SnapshotFacts &facts)
{
    QStringList warnings;
    for (const QString &warning : facts.warnings)
        warnings.append(redact::masked(warning));
    return {{u"format"_s, snapshotFormat()},
            {u"about"_s,
             u"A picture of a Kubernetes cluster without Secrets, environment values and other credentials. "
             "Open it with: faultline -f FILE"_s},
            {u"program"_s, u"faultline " FAULTLINE_VERSION ""_s},
            {u"takenAt"_s, facts.now.toString()},
            {u"takenAtMs"_s, facts.now.ms},
            {u"server"_s, QJsonObject{{u"major"_s, facts.version.major},
                                      {u"minor"_s, facts.version.minor},
                                      {u"gitVersion"_s, redact::shareableName(facts.version.gitVersion)}}},
            {u"context"_s, redact::shareableName(facts.context)},
            {u"namespace"_s, redact::shareableName(facts.nameSpace)},
            {u"allNamespaces"_s, facts.allNamespaces},
            {u"kindsAssumedComplete"_s, facts.kindsAssumedComplete},
            {u"insecureSkipTlsVerify"_s, facts.insecure},
            {u"warnings"_s, QJsonArray::fromStringList(warnings)},
            {u"unread"_s, unreadOf(facts)},
            {u"logsNotHad"_s, logsOf(facts)}};
}

base::Result<SnapshotFacts> snapshotFactsFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QString format = object.value("format"_L1).toString();
    if (format != snapshotFormat()) {
        const bool isOther = format.startsWith(kFormatName);
        return base::failure(
            isOther ? Error::Kind::Unsupported : Error::Kind::Malformed,
            isOther ? u"this is a snapshot of the format %1; this program reads %2"_s.arg(format, snapshotFormat())
                    : u"this is no snapshot of Faultline's"_s);
    }
    SnapshotFacts facts;
    const QJsonObject server = object.value("server"_L1).toObject();
    facts.version = {server.value("major"_L1).toInt(), server.value("minor"_L1).toInt(),
                     server.value("gitVersion"_L1).toString()};
    facts.now = {object.value("takenAtMs"_L1).toInteger(-1)};
    facts.allNamespaces = object.value("allNamespaces"_L1).toBool();
    facts.kindsAssumedComplete = object.value("kindsAssumedComplete"_L1).toBool();
    facts.insecure = object.value("insecureSkipTlsVerify"_L1).toBool();
    facts.context = object.value("context"_L1).toString();
    facts.nameSpace = object.value("namespace"_L1).toString();
    for (const QJsonValue &warning : object.value("warnings"_L1).toArray())
        facts.warnings.append(warning.toString());
    readUnread(object.value("unread"_L1).toArray(), facts);
    readLogs(object.value("logsNotHad"_L1).toArray(), facts);
    return facts;
}

} // namespace faultline::source
