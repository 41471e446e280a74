#include "core/checks/shared/candidates.h"

#include "core/base/fuzzy.h"
#include "core/checks/shared/nearmiss.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The sets of labels that Pods of the subject have or will have.
struct Claimant {
    QString nameSpace;
    std::vector<const model::Labels *> labels;
    const model::Workload *workload = nullptr;
};

Claimant claimantOf(const model::Cluster &cluster, const model::Workload *workload, const model::Pod *barePod)
{
    if (workload == nullptr)
        return barePod ? Claimant{barePod->meta.nameSpace, {&barePod->meta.labels}, nullptr} : Claimant();
    Claimant claimant{workload->meta.nameSpace, {&workload->templateLabels}, workload};
    for (const model::Pod *pod : cluster.podsOf(*workload)) {
        if (*claimant.labels.back() != pod->meta.labels)
            claimant.labels.push_back(&pod->meta.labels);
    }
    return claimant;
}

bool choosesByLabels(const model::Service &service)
{
    return service.type != "ExternalName"_L1 && !service.selector.isEmpty();
}

bool isSelected(const Claimant &claimant, const model::Service &service)
{
    return choosesByLabels(service) &&
           std::any_of(claimant.labels.begin(), claimant.labels.end(),
                       [&](const model::Labels *labels) { return labels->containsAll(service.selector); });
}

bool isReferenced(const model::Cluster &cluster, const model::Service &service)
{
    return !ingressesFor(cluster, service).empty();
}

/// How much speaks for the Service being meant for this claimant; 0 when nothing does.
double likelihood(const Claimant &claimant, const model::Service &service)
{
    double best = 0.0;
    for (const model::Labels *labels : claimant.labels)
        best = std::max(best, scoreSelector(service.selector, *labels).score);
    if (claimant.workload == nullptr)
        return best;
    const model::Workload &workload = *claimant.workload;
    // Labels of the workload itself never count for a Service; writing them into the selector is the classic mistake.
    if (workload.meta.labels.containsAll(service.selector))
        best = std::max(best, 0.9);
    if (service.meta.name == workload.meta.name || service.meta.name == workload.serviceName)
        best = std::max(best, kNearMiss);
    return best;
}

/// True when the Service has Pods, or will have: it then is nobody's near miss.
bool selectsSomeone(const model::Cluster &cluster, const model::Service &service)
{
    if (!cluster.podsSelectedBy(service).empty())
        return true;
    const auto workloads = cluster.workloadsIn(service.meta.nameSpace);
    return std::any_of(workloads.begin(), workloads.end(), [&](const model::Workload &workload) {
        return !cluster.isOwned(workload) && workload.templateLabels.containsAll(service.selector);
    });
}

/// True when another workload of the namespace fits that Service better.
bool fitsAnotherBetter(const model::Cluster &cluster, const Claimant &claimant, const model::Service &service,
                       double score)
{
    const auto workloads = cluster.workloadsIn(service.meta.nameSpace);
    return std::any_of(workloads.begin(), workloads.end(), [&](const model::Workload &other) {
        return &other != claimant.workload && !cluster.isOwned(other) &&
               likelihood({other.meta.nameSpace, {&other.templateLabels}, &other}, service) > score;
    });
}

/// Among equals the workload's namesake comes first, then one that an Ingress names.
double preference(const model::Cluster &cluster, const Claimant &claimant, const model::Service &service)
{
    const bool isNamesake = claimant.workload && claimant.workload->meta.name == service.meta.name;
    return (isNamesake ? 0.02 : 0.0) + (isReferenced(cluster, service) ? 0.01 : 0.0);
}

QStringList serviceNames(const model::Cluster &cluster, const QString &nameSpace)
{
    QStringList names;
    for (const model::Service &service : cluster.servicesIn(nameSpace))
        names.append(service.meta.name);
    return names;
}

/// True when no other Service of the namespace has Pods to send a request to.
bool isTheOnlyOne(const model::Cluster &cluster, const model::Service &service)
{
    const auto services = cluster.servicesIn(service.meta.nameSpace);
    return std::none_of(services.begin(), services.end(), [&](const model::Service &other) {
        return &other != &service && (choosesByLabels(other) || other.type == "ExternalName"_L1);
    });
}

} // namespace

std::vector<const model::Service *> servicesFor(const model::Cluster &cluster, const model::Workload *workload,
                                                const model::Pod *barePod)
{
    const Claimant claimant = claimantOf(cluster, workload, barePod);
    std::vector<const model::Service *> services;
    for (const model::Service &service : cluster.servicesIn(claimant.nameSpace)) {
        if (isSelected(claimant, service))
            services.push_back(&service);
    }
    return services;
}

const model::Service *nearMissService(const model::Cluster &cluster, const model::Workload *workload,
                                      const model::Pod *barePod)
{
    const Claimant claimant = claimantOf(cluster, workload, barePod);
    const model::Service *best = nullptr;
    double bestScore = 0.0;
    for (const model::Service &service : cluster.servicesIn(claimant.nameSpace)) {
        if (!choosesByLabels(service))
            continue;
        const double score = likelihood(claimant, service);
        // The cheap question first: in a large namespace hardly any Service gets past it.
        if (score < kNearMiss || isSelected(claimant, service) || selectsSomeone(cluster, service) ||
            fitsAnotherBetter(cluster, claimant, service, score))
            continue;
        const double rank = score + preference(cluster, claimant, service);
        if (rank > bestScore) {
            best = &service;
            bestScore = rank;
        }
    }
    return best;
}

const model::Service *strayNamesake(const model::Cluster &cluster, const model::Workload &workload)
{
    const QString &nameSpace = workload.meta.nameSpace;
    const model::Service *service = cluster.service(nameSpace, workload.meta.name);
    if (service == nullptr || !choosesByLabels(*service) || !servicesFor(cluster, &workload, nullptr).empty())
        return nullptr;
    const auto workloads = cluster.workloadsIn(nameSpace);
    const bool isTaken = std::any_of(workloads.begin(), workloads.end(), [&](const model::Workload &other) {
        const model::Service *own = cluster.service(nameSpace, other.meta.name);
        return &other != &workload && !cluster.isOwned(other) && own != nullptr &&
               other.templateLabels.containsAll(service->selector) && other.templateLabels.containsAll(own->selector);
    });
    return isTaken ? service : nullptr;
}

std::vector<const model::Ingress *> ingressesFor(const model::Cluster &cluster, const model::Service &service)
{
    std::vector<const model::Ingress *> ingresses;
    for (const model::Ingress &ingress : cluster.ingressesIn(service.meta.nameSpace)) {
        const std::vector<model::IngressPath> backends = ingress.backends();
        const bool names = std::any_of(backends.begin(), backends.end(), [&](const model::IngressPath &path) {
            return !path.backend.isResource && path.backend.serviceName == service.meta.name;
        });
        if (names)
            ingresses.push_back(&ingress);
    }
    return ingresses;
}

const model::Ingress *nearMissIngress(const model::Cluster &cluster, const model::Service &service)
{
    for (const model::Ingress &ingress : cluster.ingressesIn(service.meta.nameSpace)) {
        for (const model::IngressPath &path : ingress.backends()) {
            if (isNearMissBackend(cluster, service, path.backend))
                return &ingress;
        }
    }
    return nullptr;
}

bool isNearMissBackend(const model::Cluster &cluster, const model::Service &service,
                       const model::IngressBackend &backend)
{
    const QString &nameSpace = service.meta.nameSpace;
    if (backend.isResource || cluster.service(nameSpace, backend.serviceName) != nullptr)
        return false;
    const QString similar = base::closest(backend.serviceName, serviceNames(cluster, nameSpace));
    if (!similar.isEmpty())
        return similar == service.meta.name;
    return isTheOnlyOne(cluster, service) && !isReferenced(cluster, service);
}

} // namespace faultline::checks
