#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// What the Pod itself tells of its node: the node controller's event since the Pod stopped being Ready, or its reason.
std::optional<Evidence> hintOnPod(const Scope &scope)
{
    const model::Pod &pod = *scope.pod;
    if (pod.reason == "NodeLost"_L1)
        return fieldOf(refTo(pod), u"status.reason"_s, pod.reason);
    const model::Condition *ready = model::findCondition(pod.conditions, u"Ready");
    const model::Event *event = latestEvent(scope.cluster, refTo(pod), {"NodeNotReady"_L1});
    if (event && ready && ready->status != "True"_L1 && isSince(*event, ready->lastTransition))
        return eventOf(*event);
    return {};
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.nodeName.isEmpty())
        return no({fieldOf(refTo(pod), u"spec.nodeName"_s, QString())});
    if (!seesNodes(scope.cluster)) {
        const auto hint = hintOnPod(scope);
        return hint ? yes({*hint}, factsOf({{fact::message, hint->value}})) : unknownForNodes(scope.cluster);
    }
    if (auto trouble = nodeTrouble(scope.cluster, pod)) {
        const QString message = trouble->value;
        const bool isGone = scope.cluster.node(pod.nodeName) == nullptr;
        return yes({std::move(*trouble)},
                   factsOf({{fact::message, message}, {fact::nodeMissing, isGone ? pod.nodeName : QString()}}));
    }
    return no({fieldOf({Kind::Node, {}, pod.nodeName}, u"status.conditions[Ready].status"_s, u"True"_s)});
}

} // namespace

Check nodeNotReady() { return {u"node_not_ready"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Node, Kind::Event}}; }

} // namespace faultline::checks
