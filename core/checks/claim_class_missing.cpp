#include "core/checks/reasons.h"
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
    const QString wanted = claim->storageClassName.value_or(QString());
    std::vector<Evidence> evidence{fieldOf(scope.subject, u"spec.storageClassName"_s, wanted)};
    if (!isClassMissing(scope.cluster, *claim))
        return no(std::move(evidence));
    return yes(std::move(evidence), missingClassFacts(scope.cluster, wanted));
}

} // namespace

Check claimClassMissing()
{
    return {u"claim_class_missing"_s,
            {Kind::PersistentVolumeClaim, Kind::StorageClass},
            ask,
            Answerer::Cluster,
            {Kind::PersistentVolume}};
}

} // namespace faultline::checks
