#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    Verdict verdict = isPullCause(scope, PullCause::NoPlatform);
    if (verdict.answer != Answer::Yes)
        return verdict;
    if (const model::Node *node = scope.cluster.node(scope.pod->nodeName)) {
        verdict.evidence.push_back(fieldOf(refTo(*node), u"status.nodeInfo.architecture"_s, node->architecture));
        verdict.facts.merge(factsOf({{fact::platform, node->operatingSystem + u'/' + node->architecture}}));
    }
    return verdict;
}

} // namespace

Check imageNoPlatform()
{
    return {
        u"image_no_platform"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event, model::Kind::Node}};
}

} // namespace faultline::checks
