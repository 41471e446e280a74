#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
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
    if (claim->storageClassName || classOf(scope.cluster, *claim))
        return no({fieldOf(scope.subject, u"spec.storageClassName"_s, className(scope.cluster, *claim))});
    QStringList names;
    for (const model::StorageClass &storageClass : scope.cluster.storageClasses())
        names.append(storageClass.meta.name);
    return yes({fieldOf(scope.subject, u"spec.storageClassName"_s, QString())},
               factsOf({{fact::similar, names.isEmpty() ? QString() : names.front()}}));
}

} // namespace

Check claimWithoutClass() { return {u"claim_without_class"_s, {Kind::PersistentVolumeClaim, Kind::StorageClass}, ask}; }

} // namespace faultline::checks
