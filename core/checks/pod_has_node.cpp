#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    std::vector<Evidence> evidence{fieldOf(refTo(*scope.pod), u"spec.nodeName"_s, scope.pod->nodeName)};
    if (!scope.pod->nodeName.isEmpty())
        return yes(std::move(evidence));
    return scope.pod->phase.isEmpty() ? unknown(reason::noStatus) : no(std::move(evidence));
}

} // namespace

Check podHasNode() { return {u"pod_has_node"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
