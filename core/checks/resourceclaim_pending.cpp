#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/scheduling.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

struct Use {
    QString name; ///< of the claim; empty while none was made from the template
    const model::ResourceClaim *claim = nullptr;
};

std::vector<Use> usesOf(const Scope &scope)
{
    const model::Pod &pod = *scope.pod;
    std::vector<Use> uses;
    for (const model::ResourceClaimUse &wanted : pod.spec->resourceClaims) {
        QString name = wanted.claimName;
        for (const model::ResourceClaimUse &made : pod.resourceClaims)
            name = made.name == wanted.name && name.isEmpty() ? made.claimName : name;
        uses.push_back({name, scope.cluster.resourceClaim(pod.meta.nameSpace, name)});
    }
    return uses;
}

/// The first claim that is not there or has no devices yet.
const Use *openUse(const std::vector<Use> &uses)
{
    for (const Use &use : uses) {
        if (!use.claim || !use.claim->isAllocated)
            return &use;
    }
    return nullptr;
}

Facts factsAbout(const Scope &scope, const Use *use)
{
    if (!use)
        return {};
    const bool isMissing = !use->claim && !use->name.isEmpty() && scope.cluster.sees(Kind::ResourceClaim);
    return factsOf({{fact::claim, use->name},
                    {fact::missingName, isMissing ? use->name : QString()},
                    {fact::deviceClass, use->claim ? use->claim->deviceClasses.join(", "_L1) : QString()}});
}

Verdict waits(const Scope &scope, const Use *use, Evidence said, const QString &message)
{
    Facts facts = factsAbout(scope, use);
    facts.insert_or_assign(fact::message, message);
    std::vector<Evidence> evidence{std::move(said)};
    if (use && use->claim)
        evidence.push_back(fieldOf(use->claim->ref(), u"status.allocation"_s, {}));
    return yes(std::move(evidence), std::move(facts));
}

/// Nobody has said anything yet: the claim itself tells.
Verdict byClaim(const Scope &scope, const Use *use)
{
    const model::Unseen *unseen = scope.cluster.unseen(Kind::ResourceClaim);
    if (unseen)
        return unknownFor(scope.cluster, Kind::ResourceClaim);
    if (!use)
        return no();
    const model::ObjectRef ref{Kind::ResourceClaim, scope.pod->meta.nameSpace, use->name};
    return yes({fieldOf(use->name.isEmpty() ? refTo(*scope.pod) : ref, u"status.allocation"_s, {})},
               factsAbout(scope, use));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.spec->resourceClaims.empty() || !pod.nodeName.isEmpty())
        return no();
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const std::vector<Use> uses = usesOf(scope);
    const Use *open = openUse(uses);
    if (const auto message = schedulerMessage(scope.cluster, pod)) {
        const bool isDevice = parseScheduler(message->text).names(SchedulerClause::Cause::Device);
        return isDevice ? waits(scope, open, message->evidence, message->text) : no({message->evidence});
    }
    if (const model::Event *event = latestEvent(scope.cluster, refTo(pod), {"FailedResourceClaimCreation"_L1}))
        return waits(scope, open, eventOf(*event), plainMessage(*event));
    return byClaim(scope, open);
}

} // namespace

Check resourceclaimPending()
{
    return {u"resourceclaim_pending"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::ResourceClaim, Kind::Event}};
}

} // namespace faultline::checks
