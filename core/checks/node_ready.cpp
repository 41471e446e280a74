#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    const model::Node *node = scope.cluster.node(scope.subject.name);
    if (!node)
        return unknown(reason::noObject);
    const model::Condition *ready = model::findCondition(node->conditions, u"Ready");
    if (!ready)
        return unknown(reason::noStatus);
    if (ready->status == "True"_L1)
        return yes({conditionOf(scope.subject, *ready)});
    return no({conditionOf(scope.subject, *ready)},
              factsOf({{fact::message, ready->message},
                       {fact::reason, ready->reason},
                       {fact::since, ready->lastTransition.toString()},
                       {fact::podsThere, countOnNode(scope.cluster, node->meta.name)}}));
}

} // namespace

Check nodeReady() { return {u"node_ready"_s, {Kind::Node}, ask, Answerer::Cluster, {Kind::Pod}}; }

} // namespace faultline::checks
