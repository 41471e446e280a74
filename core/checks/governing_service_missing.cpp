#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

QString closestService(const Scope &scope, const QString &wanted)
{
    QStringList names;
    for (const model::Service &service : scope.cluster.servicesIn(scope.workload->meta.nameSpace))
        names.append(service.meta.name);
    return base::closest(wanted, names);
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != Kind::StatefulSet || workload.serviceName.isEmpty())
        return no(); // since 1.34 the name may be left out
    std::vector<Evidence> evidence{fieldOf(workload.ref(), u"spec.serviceName"_s, workload.serviceName)};
    if (!scope.cluster.sees(Kind::Service))
        return unknownFor(scope.cluster, Kind::Service);
    if (scope.cluster.service(workload.meta.nameSpace, workload.serviceName))
        return no(std::move(evidence));
    return yes(std::move(evidence), factsOf({{fact::missingKind, u"Service"_s},
                                             {fact::missingName, workload.serviceName},
                                             {fact::similar, closestService(scope, workload.serviceName)}}));
}

} // namespace

Check governingServiceMissing()
{
    return {u"governing_service_missing"_s, {}, ask, Answerer::Cluster, {Kind::Service}};
}

} // namespace faultline::checks
