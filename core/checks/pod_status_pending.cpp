#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// By the STATUS column, not by the phase: the phase stays Pending during ImagePullBackOff or ContainerCreating too.
Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const QString status = model::podStatusWord(pod);
    std::vector<Evidence> evidence{fieldOf(refTo(pod), u"status.phase"_s, pod.phase)};
    const Facts facts = factsOf({{fact::reason, status}});
    const bool pending = status == "Pending"_L1 || status == "SchedulingGated"_L1;
    return pending ? yes(std::move(evidence), facts) : no(std::move(evidence), facts);
}

} // namespace

Check podStatusPending() { return {u"pod_status_pending"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
