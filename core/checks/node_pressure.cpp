#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The kubelet's own conditions: while one is True it evicts Pods and admits no new ones without requests.
const model::Condition *pressureOn(const model::Node &node)
{
    for (const QStringView type : {u"MemoryPressure", u"DiskPressure", u"PIDPressure"}) {
        const model::Condition *condition = model::findCondition(node.conditions, type);
        if (condition && condition->status == "True"_L1)
            return condition;
    }
    return nullptr;
}

Verdict ask(const Scope &scope)
{
    const model::Node *node = scope.cluster.node(scope.subject.name);
    if (!node)
        return unknown(reason::noObject);
    if (node->conditions.empty())
        return unknown(reason::noStatus);
    const model::Condition *pressure = pressureOn(*node);
    if (!pressure)
        return no();
    return yes({conditionOf(scope.subject, *pressure)},
               factsOf({{fact::reason, pressure->type},
                        {fact::message, pressure->message},
                        {fact::since, pressure->lastTransition.toString()},
                        {fact::podsThere, countOnNode(scope.cluster, node->meta.name)}}));
}

} // namespace

Check nodePressure() { return {u"node_pressure"_s, {Kind::Node}, ask, Answerer::Cluster, {Kind::Pod}}; }

} // namespace faultline::checks
