#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/probes.h"
#include "core/checks/shared/readiness.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict verdict(const Scope &scope, const ProbedContainer &probed, const model::Probe &probe, Answer answer)
{
    const base::Timestamp started = probed.status->state.startedAt;
    const QString field = u"status.containerStatuses["_s + probed.status->name + u"].state.running.startedAt"_s;
    const qint64 age = base::secondsBetween(started, scope.cluster.now());
    return {answer,
            {fieldOf(refTo(*scope.pod), field, started.toString(), started)},
            factsOf({{fact::probe, probeText(probe)}, {fact::age, QString::number(age)}}),
            {},
            {}};
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    if (scope.pod->phase.isEmpty())
        return unknown(reason::noStatus);
    if (const auto starting = containerInStartup(*scope.pod, scope.container)) {
        return verdict(scope, *starting, *starting->spec->startup,
                       isStartingUp(scope.cluster, *scope.pod, *starting) ? Answer::Yes : Answer::No);
    }
    if (const auto probed = containerNotReady(*scope.pod, scope.container)) {
        return verdict(scope, *probed, *probed->spec->readiness,
                       isBeforeReadiness(scope.cluster, *probed) ? Answer::Yes : Answer::No);
    }
    return no();
}

} // namespace

Check readinessNotYet() { return {u"readiness_not_yet"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
