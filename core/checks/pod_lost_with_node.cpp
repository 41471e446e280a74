#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// "Shutdown" was the word up to 1.21 (pkg/kubelet/nodeshutdown). DeletionByPodGC: the garbage collector removes Pods
/// whose node no longer exists.
std::optional<Evidence> endOfNode(const model::Pod &pod)
{
    if (pod.reason == "Terminated"_L1 || pod.reason == "NodeShutdown"_L1 || pod.reason == "Shutdown"_L1 ||
        pod.reason == "NodeLost"_L1)
        return fieldOf(refTo(pod), u"status.reason"_s, pod.reason);
    const model::Condition *target = model::findCondition(pod.conditions, u"DisruptionTarget");
    if (target && target->status == "True"_L1 && target->reason == "DeletionByPodGC"_L1)
        return conditionOf(refTo(pod), *target);
    return {};
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const Facts facts = factsOf({{fact::reason, pod.reason}, {fact::message, pod.message}});
    if (auto end = endOfNode(pod))
        return yes({std::move(*end)}, facts);
    if (pod.nodeName.isEmpty())
        return no({fieldOf(refTo(pod), u"spec.nodeName"_s, QString())}, facts);
    if (!seesNodes(scope.cluster)) {
        return pod.reason.isEmpty() ? unknownForNodes(scope.cluster)
                                    : no({fieldOf(refTo(pod), u"status.reason"_s, pod.reason)}, facts);
    }
    if (auto trouble = nodeTrouble(scope.cluster, pod))
        return yes({std::move(*trouble)}, facts);
    return no({fieldOf({Kind::Node, {}, pod.nodeName}, u"status.conditions[Ready].status"_s, u"True"_s)}, facts);
}

} // namespace

Check podLostWithNode() { return {u"pod_lost_with_node"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Node}}; }

} // namespace faultline::checks
