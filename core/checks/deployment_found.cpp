#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool makesPods(model::Kind kind)
{
    using model::Kind;
    constexpr std::array kinds{Kind::Deployment, Kind::ReplicaSet, Kind::StatefulSet,          Kind::DaemonSet,
                               Kind::Job,        Kind::CronJob,    Kind::ReplicationController};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

Verdict missing(const Scope &scope)
{
    QStringList names;
    QString elsewhere;
    for (const model::Workload &workload : scope.cluster.workloads()) {
        if (workload.kind != scope.subject.kind)
            continue;
        if (workload.meta.nameSpace == scope.subject.nameSpace) {
            names.append(workload.meta.name);
        } else if (workload.meta.name == scope.subject.name && elsewhere.isEmpty()) {
            elsewhere = workload.meta.nameSpace;
        }
    }
    return no({fieldOf(scope.subject, u"metadata.name"_s, scope.subject.name)},
              factsOf({{fact::missingKind, model::kindName(scope.subject.kind)},
                       {fact::missingName, scope.subject.name},
                       {fact::similar, base::closest(scope.subject.name, names)},
                       {fact::elsewhere, elsewhere}}));
}

Verdict ask(const Scope &scope)
{
    if (scope.workload)
        return yes({fieldOf(scope.workload->ref(), u"metadata.name"_s, scope.workload->meta.name)});
    if (!makesPods(scope.subject.kind))
        return unknown(reason::noObject);
    if (!scope.cluster.sees(scope.subject.kind))
        return unknownFor(scope.cluster, scope.subject.kind);
    return missing(scope);
}

} // namespace

Check deploymentFound()
{
    using model::Kind;
    return {u"deployment_found"_s,
            {},
            ask,
            Answerer::Cluster,
            {Kind::Deployment, Kind::ReplicaSet, Kind::StatefulSet, Kind::DaemonSet, Kind::Job, Kind::CronJob,
             Kind::ReplicationController}};
}

} // namespace faultline::checks
