#include "core/checks/shared/scheduling.h"

#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using Cause = SchedulerClause::Cause;

/// What the scheduler says when a volume that was to come with the Pod's node does not come in time, ten minutes by
/// default (plugins/volumebinding): the condition's reason is SchedulerError then.
constexpr QLatin1StringView kBinding("\"VolumeBinding\": binding volumes");

/// The condition tells why no node was found. Another SchedulerError is about the scheduler itself.
bool tellsWhy(const model::Condition &scheduled)
{
    return scheduled.reason == "Unschedulable"_L1 ||
           (scheduled.reason == "SchedulerError"_L1 && scheduled.message.contains(kBinding));
}

Cause causeOf(const QString &text)
{
    constexpr std::array claims{"unbound immediate PersistentVolumeClaims"_L1,
                                "persistentvolumeclaim \""_L1,
                                "find available persistent volumes to bind"_L1,
                                "enough free storage"_L1,
                                "waiting for ephemeral volume controller"_L1,
                                "bound to non-existent"_L1,
                                kBinding};
    if (text.startsWith("Insufficient "_L1) || text.startsWith("Too many pods"_L1))
        return Cause::Resource;
    if (text.startsWith("no nodes available"_L1))
        return Cause::NoNodes;
    if (text.contains("scheduling gates"_L1))
        return Cause::Gate;
    if (text.contains("cannot allocate all claims"_L1) || text.contains("device class "_L1) ||
        text.contains("resourceclaim"_L1, Qt::CaseInsensitive))
        return Cause::Device;
    const auto isIn = [&text](QLatin1StringView words) { return text.contains(words); };
    return std::any_of(claims.begin(), claims.end(), isIn) ? Cause::Claim : Cause::Placement;
}

/// The reasons alone: without "0/N nodes are available: ", the closing stop and what PostFilter adds behind it.
QString reasonsIn(const QString &message)
{
    constexpr QLatin1StringView head("nodes are available: ");
    const qsizetype start = message.indexOf(head);
    QString reasons = start < 0 ? message : message.mid(start + head.size());
    const qsizetype preemption = reasons.indexOf("preemption: "_L1);
    reasons.truncate(preemption < 0 ? reasons.size() : preemption);
    const qsizetype stop = reasons.indexOf(". "_L1);
    reasons.truncate(stop < 0 ? reasons.size() : stop);
    reasons = reasons.trimmed();
    return reasons.endsWith(u'.') ? reasons.chopped(1) : reasons;
}

SchedulerClause clauseFrom(const QString &part)
{
    static const QRegularExpression counted(u"^(\\d+) (.+)$"_s, QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = counted.match(part);
    const QString text = match.hasMatch() ? match.captured(2) : part;
    return {causeOf(text), match.captured(1).toInt(), text};
}

} // namespace

SchedulerWords parseScheduler(const QString &message)
{
    static const QRegularExpression total(u"\\d+/(\\d+) nodes are available"_s);
    // A clause begins with its number: commas inside one ("had taint {k: v}, that the pod didn't tolerate") stay.
    static const QRegularExpression between(u", (?=\\d+ )"_s);
    SchedulerWords words;
    words.allNodes = total.match(message).captured(1).toInt();
    const QString reasons = reasonsIn(message);
    if (reasons.isEmpty())
        return words;
    for (const QString &part : reasons.split(between))
        words.clauses.push_back(clauseFrom(part));
    return words;
}

bool SchedulerWords::names(SchedulerClause::Cause cause) const
{
    return std::any_of(clauses.begin(), clauses.end(),
                       [cause](const SchedulerClause &clause) { return clause.cause == cause; });
}

QString SchedulerWords::reason(SchedulerClause::Cause cause) const
{
    QStringList texts;
    for (const SchedulerClause &clause : clauses) {
        if (clause.cause == cause)
            texts.append(clause.nodes > 0 ? QString::number(clause.nodes) + u' ' + clause.text : clause.text);
    }
    return texts.join(u", "_s);
}

QString SchedulerWords::nodes(SchedulerClause::Cause cause) const
{
    int most = 0;
    for (const SchedulerClause &clause : clauses) {
        if (clause.cause == cause)
            most = std::max(most, clause.nodes > 0 ? clause.nodes : allNodes);
    }
    return allNodes > 0 && most > 0 ? u"%1 of %2"_s.arg(most).arg(allNodes) : QString();
}

std::optional<SchedulerMessage> schedulerMessage(const model::Cluster &cluster, const model::Pod &pod)
{
    if (!pod.nodeName.isEmpty())
        return {};
    const model::Condition *scheduled = model::findCondition(pod.conditions, u"PodScheduled");
    if (scheduled && scheduled->status == "False"_L1 && tellsWhy(*scheduled) && !scheduled->message.isEmpty())
        return SchedulerMessage{scheduled->message, conditionOf(refTo(pod), *scheduled)};
    const model::Event *failed = latestEvent(cluster, refTo(pod), {"FailedScheduling"_L1});
    if (!failed || scheduled)
        return {};
    return SchedulerMessage{plainMessage(*failed), eventOf(*failed)};
}

} // namespace faultline::checks
