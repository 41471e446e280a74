#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The runtime's words for a network plugin that is not set up: `container runtime network not ready:
/// NetworkReady=false reason:NetworkPluginNotReady message: ... cni plugin not initialized`.
bool speaksOfNetwork(const model::Condition &ready)
{
    const QString &message = ready.message;
    return ready.status != "True"_L1 &&
           (message.contains("NetworkPluginNotReady"_L1) || message.contains("network plugin"_L1) ||
            message.contains("NetworkReady=false"_L1) || message.contains("cni"_L1, Qt::CaseInsensitive));
}

Verdict ask(const Scope &scope)
{
    const model::Node *node = scope.cluster.node(scope.subject.name);
    if (!node)
        return unknown(reason::noObject);
    // Set by a cloud's route controller or by the network plugin itself.
    const model::Condition *network = model::findCondition(node->conditions, u"NetworkUnavailable");
    const model::Condition *ready = model::findCondition(node->conditions, u"Ready");
    if (!network && !ready)
        return unknown(reason::noStatus);
    const bool unavailable = network && network->status == "True"_L1;
    const model::Condition &told = unavailable || !ready ? *network : *ready;
    if (!unavailable && !(ready && speaksOfNetwork(*ready)))
        return no({conditionOf(scope.subject, told)});
    return yes({conditionOf(scope.subject, told)},
               factsOf({{fact::message, told.message}, {fact::reason, told.reason}}));
}

} // namespace

Check nodeNetworkDown() { return {u"node_network_down"_s, {Kind::Node}, ask}; }

} // namespace faultline::checks
