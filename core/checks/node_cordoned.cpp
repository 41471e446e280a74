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
    std::vector<Evidence> evidence{
        fieldOf(scope.subject, u"spec.unschedulable"_s, node->unschedulable ? u"true"_s : u"false"_s)};
    if (!node->unschedulable)
        return no(std::move(evidence));
    return yes(std::move(evidence), factsOf({{fact::podsThere, countOnNode(scope.cluster, node->meta.name)}}));
}

} // namespace

Check nodeCordoned() { return {u"node_cordoned"_s, {Kind::Node}, ask, Answerer::Cluster, {Kind::Pod}}; }

} // namespace faultline::checks
