#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    Verdict verdict = isPullCause(scope, PullCause::NodeSide);
    const model::Node *node = scope.pod ? scope.cluster.node(scope.pod->nodeName) : nullptr;
    const model::Condition *pressure = node ? model::findCondition(node->conditions, u"DiskPressure"_s) : nullptr;
    if (verdict.answer == Answer::Yes && pressure && pressure->status == "True"_L1)
        verdict.evidence.push_back(conditionOf(refTo(*node), *pressure));
    return verdict;
}

} // namespace

Check imageNodeSide()
{
    return {u"image_node_side"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event, model::Kind::Node}};
}

} // namespace faultline::checks
