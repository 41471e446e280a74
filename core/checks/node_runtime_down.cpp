#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// pkg/kubelet/runtime.go: `container runtime is down`, `container runtime status check may not have completed yet`,
/// `container runtime not ready: RuntimeReady=false ...`, `PLEG is not healthy: ...`.
bool speaksOfRuntime(const QString &message)
{
    return message.contains("container runtime"_L1) || message.contains("PLEG"_L1) ||
           message.contains("RuntimeReady=false"_L1);
}

Verdict ask(const Scope &scope)
{
    const model::Node *node = scope.cluster.node(scope.subject.name);
    if (!node)
        return unknown(reason::noObject);
    const model::Condition *ready = model::findCondition(node->conditions, u"Ready");
    if (!ready)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{conditionOf(scope.subject, *ready)};
    const bool isDown = ready->status == "False"_L1 && speaksOfRuntime(ready->message);
    return isDown ? yes(std::move(evidence), factsOf({{fact::message, ready->message}})) : no(std::move(evidence));
}

} // namespace

Check nodeRuntimeDown() { return {u"node_runtime_down"_s, {Kind::Node}, ask}; }

} // namespace faultline::checks
