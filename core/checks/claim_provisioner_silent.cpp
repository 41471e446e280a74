#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr qint64 kPatienceSeconds = 120;

Verdict ask(const Scope &scope)
{
    const model::PersistentVolumeClaim *claim = scope.cluster.claim(scope.subject.nameSpace, scope.subject.name);
    if (!claim)
        return unknown(reason::noObject);
    const model::StorageClass *storageClass = classOf(scope.cluster, *claim);
    const model::Event *waiting =
        latestEvent(scope.cluster, scope.subject, {"ExternalProvisioning"_L1, "Provisioning"_L1});
    std::vector<Evidence> evidence{fieldOf(scope.subject, u"status.phase"_s, claim->phase)};
    if (waiting)
        evidence.push_back(eventOf(*waiting));
    const base::Timestamp since = waiting && waiting->first.isValid() ? waiting->first : claim->meta.created;
    const qint64 age = base::secondsBetween(since, scope.cluster.now());
    if (claim->phase.isEmpty() || !since.isValid())
        return unknown(reason::noStatus);
    if (age < kPatienceSeconds)
        return no(std::move(evidence));
    return yes(std::move(evidence), factsOf({{fact::message, waiting ? plainMessage(*waiting) : QString()},
                                             {fact::since, since.toString()},
                                             {fact::other, storageClass ? storageClass->provisioner : QString()}}));
}

} // namespace

Check claimProvisionerSilent()
{
    return {u"claim_provisioner_silent"_s,
            {Kind::PersistentVolumeClaim},
            ask,
            Answerer::Cluster,
            {Kind::Event, Kind::StorageClass}};
}

} // namespace faultline::checks
