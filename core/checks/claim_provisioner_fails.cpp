#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/provisioning.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    const model::PersistentVolumeClaim *claim = scope.cluster.claim(scope.subject.nameSpace, scope.subject.name);
    if (!claim)
        return unknown(reason::noObject);
    if (const model::Event *event = provisioningComplaint(scope.cluster, scope.subject)) {
        return yes({eventOf(*event)}, factsOf({{fact::message, plainMessage(*event)},
                                               {fact::reason, event->reason},
                                               {fact::storageClass, className(scope.cluster, *claim)}}));
    }
    if (!scope.cluster.sees(Kind::Event))
        return unknownFor(scope.cluster, Kind::Event);
    return no();
}

} // namespace

Check claimProvisionerFails()
{
    return {u"claim_provisioner_fails"_s,
            {Kind::PersistentVolumeClaim},
            ask,
            Answerer::Cluster,
            {Kind::Event, Kind::StorageClass}};
}

} // namespace faultline::checks
