#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    const model::PersistentVolumeClaim *claim = scope.cluster.claim(scope.subject.nameSpace, scope.subject.name);
    if (!claim)
        return unknown(reason::noObject);
    if (claim->phase.isEmpty())
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{fieldOf(scope.subject, u"status.phase"_s, claim->phase)};
    if (claim->phase != "Lost"_L1)
        return no(std::move(evidence));
    evidence.push_back(fieldOf(scope.subject, u"spec.volumeName"_s, claim->volumeName));
    return yes(std::move(evidence), factsOf({{fact::volume, claim->volumeName}}));
}

} // namespace

Check claimLost() { return {u"claim_lost"_s, {Kind::PersistentVolumeClaim}, ask}; }

} // namespace faultline::checks
