#include "core/checks/reasons.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// What a node that is not Ready last said of its containers is old.
const model::Condition *nodeNotReady(const Scope &scope)
{
    const model::Node *node = scope.cluster.node(scope.pod->nodeName);
    const model::Condition *ready = node ? model::findCondition(node->conditions, u"Ready"_s) : nullptr;
    return ready && ready->status != "True"_L1 ? ready : nullptr;
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return noContainer(scope);
    const std::vector<ContainerView> containers = lastingContainersOf(*scope.pod);
    if (containers.empty())
        return noContainer(scope);
    std::vector<Evidence> evidence;
    for (const ContainerView &container : containers) {
        if (container.isRunning())
            return yes({stateOf(container)});
        evidence.push_back(stateOf(container));
    }
    if (const model::Condition *ready = nodeNotReady(scope))
        return unknown(reason::ambiguous, {conditionOf({model::Kind::Node, {}, scope.pod->nodeName}, *ready)});
    return no(std::move(evidence));
}

} // namespace

Check anyContainerRunning()
{
    return {u"any_container_running"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Node}};
}

} // namespace faultline::checks
