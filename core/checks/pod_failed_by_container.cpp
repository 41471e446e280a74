#include "core/checks/reasons.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool hasEndedWithError(const ContainerView &container)
{
    return container.isTerminated() && container.status.state.exitCode != 0;
}

/// With a reason of its own (DeadlineExceeded, Evicted, NodeLost, ...) the Pod was stopped as a whole, and how its
/// containers ended is a consequence (pkg/kubelet/kubelet_pods.go generateAPIPodStatus).
Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const std::vector<ContainerView> containers = containersOf(pod);
    const auto failed = std::find_if(containers.begin(), containers.end(), hasEndedWithError);
    if (pod.phase != "Failed"_L1 || !pod.reason.isEmpty() || failed == containers.end())
        return no({fieldOf(refTo(pod), u"status.reason"_s, pod.reason)});
    const Exit exit{failed->status.state, true};
    return yes(exitEvidence(*failed, exit), exitFacts(*failed, exit));
}

} // namespace

Check podFailedByContainer() { return {u"pod_failed_by_container"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
