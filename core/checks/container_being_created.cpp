#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/starting.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const model::ContainerStatus *status = containerBeingCreated(pod, scope.container);
    if (!status || pod.nodeName.isEmpty() || pod.phase == "Failed"_L1 || pod.phase == "Succeeded"_L1)
        return no({fieldOf(refTo(pod), u"status.phase"_s, pod.phase)});
    return yes({fieldOf(refTo(pod), u"status.containerStatuses["_s + status->name + u"].state.waiting.reason"_s,
                        status->state.reason)},
               factsOf({{fact::reason, status->state.reason}}));
}

} // namespace

Check containerBeingCreated() { return {u"container_being_created"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
