#include "core/guide/subjectlist.h"

#include "core/checks/shared/candidates.h"
#include "core/checks/shared/routes.h"
#include "core/guide/diagnosis.h"

#include <QtCore/QSet>

#include <algorithm>

namespace faultline::guide {

namespace {

using model::Kind;
using model::ObjectRef;

void claimRoutes(const model::Cluster &cluster, const model::Service &service, QSet<ObjectRef> &claimed)
{
    const auto &routes = cluster.routesTo(service.meta.nameSpace, service.meta.name);
    for (const model::Route *route : routes)
        claimed.insert(route->ref());
    if (const model::Route *near = routes.empty() ? checks::nearMissRoute(cluster, service) : nullptr)
        claimed.insert(near->ref());
}

void collectClaims(const model::Cluster &cluster, const model::Workload *workload, const model::Pod *pod,
                   QSet<ObjectRef> &claimed)
{
    auto services = checks::servicesFor(cluster, workload, pod);
    if (services.empty()) {
        if (const model::Service *near = checks::nearMissService(cluster, workload, pod))
            services.push_back(near);
    }
    for (const model::Service *service : services) {
        claimed.insert(service->ref());
        auto ingresses = checks::ingressesFor(cluster, *service);
        if (ingresses.empty()) {
            if (const model::Ingress *near = checks::nearMissIngress(cluster, *service))
                ingresses.push_back(near);
        }
        for (const model::Ingress *ingress : ingresses)
            claimed.insert(ingress->ref());
        claimRoutes(cluster, *service, claimed);
    }
}

void addUnclaimed(const model::Cluster &cluster, const QString &nameSpace, QSet<ObjectRef> &claimed,
                  std::vector<ObjectRef> &subjects)
{
    for (const model::Service &service : cluster.servicesIn(nameSpace)) {
        if (claimed.contains(service.ref()))
            continue;
        subjects.push_back(service.ref());
        for (const model::Ingress *ingress : checks::ingressesFor(cluster, service))
            claimed.insert(ingress->ref());
        claimRoutes(cluster, service, claimed);
    }
    for (const model::Ingress &ingress : cluster.ingressesIn(nameSpace)) {
        if (!claimed.contains(ingress.ref()))
            subjects.push_back(ingress.ref());
    }
}

} // namespace

std::shared_ptr<const SubjectList::Part> SubjectList::partOf(const model::Cluster &cluster, const QString &nameSpace)
{
    auto part = std::make_shared<Part>();
    const model::Recording recording(part->reads);
    QSet<ObjectRef> claimed;
    for (const model::Workload &workload : cluster.workloadsIn(nameSpace)) {
        if (cluster.isOwned(workload))
            continue;
        part->subjects.push_back(workload.ref());
        collectClaims(cluster, &workload, nullptr, claimed);
    }
    for (const model::Pod &pod : cluster.podsIn(nameSpace)) {
        if (cluster.topWorkload(pod) != nullptr)
            continue;
        part->subjects.push_back({Kind::Pod, pod.meta.nameSpace, pod.meta.name});
        collectClaims(cluster, nullptr, &pod, claimed);
    }
    addUnclaimed(cluster, nameSpace, claimed, part->subjects);
    std::copy_if(claimed.cbegin(), claimed.cend(), std::back_inserter(part->routes),
                 [](const ObjectRef &ref) { return model::listKind(ref.kind) == Kind::HTTPRoute; });
    part->reads.seal();
    return part;
}

const std::vector<ObjectRef> &SubjectList::update(const model::Cluster &cluster, const model::Touched &touched)
{
    QHash<QString, std::shared_ptr<const Part>> parts;
    QSet<ObjectRef> routes;
    m_subjects.clear();
    for (const QString &nameSpace : cluster.namespacesInUse()) {
        const auto known = m_parts.value(nameSpace);
        const auto part = known && !known->reads.isTouchedBy(touched) ? known : partOf(cluster, nameSpace);
        m_subjects.insert(m_subjects.end(), part->subjects.begin(), part->subjects.end());
        routes.unite(QSet<ObjectRef>(part->routes.begin(), part->routes.end()));
        parts.insert(nameSpace, part);
    }
    m_parts = std::move(parts);
    for (const model::Route &route : cluster.routes()) {
        if (!routes.contains(route.ref()))
            m_subjects.push_back(route.ref());
    }
    std::sort(m_subjects.begin(), m_subjects.end(), [](const ObjectRef &left, const ObjectRef &right) {
        return std::tie(left.nameSpace, left.kind, left.name) < std::tie(right.nameSpace, right.kind, right.name);
    });
    return m_subjects;
}

std::vector<ObjectRef> subjectsOf(const model::Cluster &cluster) { return SubjectList().update(cluster, {}); }

} // namespace faultline::guide
