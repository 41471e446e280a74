#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr qint64 kJoiningSeconds = 120; // until the network plugin and the runtime of a new node are up

Verdict ask(const Scope &scope)
{
    const model::Node *node = scope.cluster.node(scope.subject.name);
    if (!node)
        return unknown(reason::noObject);
    if (!node->meta.created.isValid())
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{
        fieldOf(scope.subject, u"metadata.creationTimestamp"_s, node->meta.created.toString(), node->meta.created)};
    const qint64 age = base::secondsBetween(node->meta.created, scope.cluster.now());
    return age < kJoiningSeconds ? yes(std::move(evidence)) : no(std::move(evidence));
}

} // namespace

Check nodeJoining() { return {u"node_joining"_s, {Kind::Node}, ask}; }

} // namespace faultline::checks
