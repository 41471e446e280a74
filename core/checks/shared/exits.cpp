#include "core/checks/shared/exits.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using Phase = model::ContainerState::Phase;

constexpr qint64 kSameMomentMs = 60'000;

bool isLost(const model::ContainerState &record)
{
    return record.reason == "Unknown"_L1 || record.reason == "ContainerStatusUnknown"_L1;
}

bool endedTogether(const model::ContainerState &state, base::Timestamp moment)
{
    return state.phase == Phase::Terminated && std::abs(state.finishedAt.ms - moment.ms) <= kSameMomentMs;
}

/// What another container of the node says about a common end at `moment`.
enum class Witness { Silent, Confirms, Denies };

Witness witnessOf(const model::ContainerStatus &status, base::Timestamp moment)
{
    if (status.state.phase == Phase::Running && status.state.startedAt.ms < moment.ms)
        return Witness::Denies;
    for (const model::ContainerState *state : {&status.state, &status.lastState}) {
        if (endedTogether(*state, moment))
            return state->exitCode == 255 || isLost(*state) ? Witness::Confirms : Witness::Denies;
    }
    return Witness::Silent;
}

bool wholeNodeEnded(const model::Cluster &cluster, const model::Pod &pod, base::Timestamp moment)
{
    bool confirmed = false;
    for (const model::Pod *other : cluster.podsOnNode(pod.nodeName)) {
        if (refTo(*other) == refTo(pod))
            continue;
        for (const model::ContainerStatus &status : other->statuses) {
            const Witness witness = witnessOf(status, moment);
            if (witness == Witness::Denies)
                return false;
            confirmed = confirmed || witness == Witness::Confirms;
        }
    }
    return confirmed;
}

QString signalName(int signal)
{
    static const std::map<int, QString> names{
        {1, u"SIGHUP"_s},   {2, u"SIGINT"_s},   {3, u"SIGQUIT"_s},  {4, u"SIGILL"_s},
        {6, u"SIGABRT"_s},  {7, u"SIGBUS"_s},   {8, u"SIGFPE"_s},   {9, u"SIGKILL"_s},
        {11, u"SIGSEGV"_s}, {13, u"SIGPIPE"_s}, {15, u"SIGTERM"_s}, {31, u"SIGSYS"_s},
    };
    const auto found = names.find(signal);
    return found == names.end() ? QString() : found->second;
}

} // namespace

std::vector<Exit> exitsOf(const ContainerView &container)
{
    std::vector<Exit> exits;
    if (container.isTerminated())
        exits.push_back({container.status.state, true});
    if (container.status.lastState.phase == Phase::Terminated)
        exits.push_back({container.status.lastState, false});
    return exits;
}

std::optional<Exit> recentExit(const model::Cluster &cluster, const ContainerView &container)
{
    const std::vector<Exit> exits = exitsOf(container);
    if (exits.empty())
        return std::nullopt;
    const qint64 age = base::secondsBetween(exits.front().record.finishedAt, cluster.now());
    if (container.isRunning() && age > kRecentSeconds)
        return std::nullopt;
    return exits.front();
}

Evidence exitField(const ContainerView &container, const Exit &exit, QLatin1StringView field, const QString &value)
{
    const QString path = container.statusPath(exit.current ? "state.terminated."_L1 : "lastState.terminated."_L1);
    return fieldOf(refTo(container.pod), path + field, value, exit.record.finishedAt);
}

std::vector<Evidence> exitEvidence(const ContainerView &container, const Exit &exit)
{
    std::vector<Evidence> evidence{exitField(container, exit, "exitCode"_L1, QString::number(exit.record.exitCode))};
    if (!exit.record.reason.isEmpty())
        evidence.push_back(exitField(container, exit, "reason"_L1, exit.record.reason));
    return evidence;
}

Facts exitFacts(const ContainerView &container, const Exit &exit)
{
    return factsOf({{fact::exitCode, QString::number(exit.record.exitCode)},
                    {fact::exitMeaning, exitMeaning(exit.record.exitCode)},
                    {fact::reason, exit.record.reason},
                    {fact::restarts, isRestartedAfter(container, exit.record.exitCode)
                                         ? QString::number(container.status.restartCount)
                                         : QString()},
                    {fact::formerRun, exit.current && exitsOf(container).size() == 1 ? QString() : u"--previous"_s},
                    {fact::image, container.spec.image},
                    {fact::runTime, QString::number(runSeconds(exit.record))},
                    {fact::message, exit.record.message}});
}

QString exitMeaning(int code)
{
    if (code == 126)
        return u"not executable"_s;
    if (code == 127)
        return u"not found"_s;
    return signalName(code - 128);
}

bool neverStarted(const model::ContainerState &record)
{
    return record.reason == "StartError"_L1 || record.reason == "ContainerCannotRun"_L1;
}

bool isNodeRestart(const model::Cluster &cluster, const model::Pod &pod, const model::ContainerState &record)
{
    if (isLost(record))
        return true;
    return record.exitCode == 255 && !pod.nodeName.isEmpty() && wholeNodeEnded(cluster, pod, record.finishedAt);
}

bool isWithin(const model::Cluster &cluster, base::Timestamp moment, qint64 seconds)
{
    return moment.isValid() && cluster.now().isValid() && base::secondsBetween(moment, cluster.now()) <= seconds;
}

qint64 runSeconds(const model::ContainerState &record)
{
    // A container that never started has startedAt 1970-01-01T00:00:00Z.
    return record.startedAt.ms > 0 ? base::secondsBetween(record.startedAt, record.finishedAt) : 0;
}

} // namespace faultline::checks
