#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

bool isGivenNode(const model::Pod *pod) { return !pod->nodeName.isEmpty(); }

Verdict ask(const Scope &scope)
{
    const model::PersistentVolumeClaim *claim = scope.cluster.claim(scope.subject.nameSpace, scope.subject.name);
    if (!claim)
        return unknown(reason::noObject);
    const model::StorageClass *storageClass = classOf(scope.cluster, *claim);
    if (!storageClass)
        return unknown(reason::noObject);
    std::vector<Evidence> evidence{
        fieldOf(refTo(*storageClass), u"volumeBindingMode"_s, storageClass->volumeBindingMode)};
    const auto pods = podsMounting(scope.cluster, scope.subject);
    const bool waits = storageClass->volumeBindingMode == "WaitForFirstConsumer"_L1 &&
                       std::none_of(pods.begin(), pods.end(), isGivenNode);
    const Facts facts = factsOf({{fact::storageClass, storageClass->meta.name},
                                 {fact::blockingPod, pods.empty() ? QString() : pods.front()->meta.name}});
    return waits ? yes(std::move(evidence), facts) : no(std::move(evidence), facts);
}

} // namespace

Check claimWaitsForConsumer()
{
    return {u"claim_waits_for_consumer"_s,
            {Kind::PersistentVolumeClaim, Kind::StorageClass},
            ask,
            Answerer::Cluster,
            {Kind::Pod}};
}

} // namespace faultline::checks
