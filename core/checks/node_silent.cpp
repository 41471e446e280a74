#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

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
    std::vector<Evidence> evidence{conditionOf(scope.subject, *ready)};
    if (ready->status != "Unknown"_L1)
        return no(std::move(evidence));
    return yes(std::move(evidence), factsOf({{fact::since, ready->lastReported.toString()}}));
}

} // namespace

Check nodeSilent() { return {u"node_silent"_s, {Kind::Node}, ask}; }

} // namespace faultline::checks
