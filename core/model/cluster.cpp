#include "core/model/cluster.h"

#include "core/model/clusterindex.h"
#include "core/model/clusterorder.h"

namespace faultline::model {
namespace {

/// Owner chains are two or three long; more than this is a loop in broken data.
constexpr int kLongestOwnerChain = 16;

void putAllInOrder(ClusterData &data)
{
    putInOrder(data.pods);
    putInOrder(data.workloads);
    putInOrder(data.services);
    putInOrder(data.endpointSlices);
    putInOrder(data.ingresses);
    putInOrder(data.ingressClasses);
    putInOrder(data.networkPolicies);
    putInOrder(data.nodes);
    putInOrder(data.namespaces);
    putInOrder(data.events);
    putInOrder(data.configMaps);
    putInOrder(data.secrets);
    putInOrder(data.serviceAccounts);
    putInOrder(data.claims);
    putInOrder(data.volumes);
    putInOrder(data.storageClasses);
    putInOrder(data.quotas);
    putInOrder(data.limitRanges);
    putInOrder(data.autoscalers);
    putInOrder(data.routes);
    putInOrder(data.gateways);
    putInOrder(data.gatewayClasses);
    putInOrder(data.referenceGrants);
    putInOrder(data.resourceClaims);
    putInOrder(data.disruptionBudgets);
}

/// The entry of a hash of lists, or an empty list that outlives every caller.
template <typename T> const std::vector<T> &listAt(const QHash<ObjectRef, std::vector<T>> &lists, const ObjectRef &ref)
{
    static const std::vector<T> none;
    const auto found = lists.constFind(ref);
    return found == lists.cend() ? none : found.value();
}

int revisionOf(const Workload &replicaSet)
{
    return replicaSet.meta.annotations.value(u"deployment.kubernetes.io/revision").toInt();
}

bool isOlder(const Workload *left, const Workload *right)
{
    return std::tuple(revisionOf(*left), left->meta.created, left->meta.name) <
           std::tuple(revisionOf(*right), right->meta.created, right->meta.name);
}

} // namespace

Cluster::Cluster(ClusterData data) : m_data(std::move(data))
{
    putAllInOrder(m_data);
    m_controllerOf = controllersIn(m_data);
    m_ownedWorkloads = childrenByOwner(m_data.workloads, m_controllerOf);
    m_ownedPods = childrenByOwner(m_data.pods, m_controllerOf);
    m_podsOnNode = podsByNode(m_data);
    m_slices = slicesByService(m_data);
    m_events = eventsByObject(m_data);
    m_routes = routesByService(m_data);
}

const Unseen *Cluster::unseen(Kind kind) const
{
    const auto found = m_data.unseen.find(kind);
    return found == m_data.unseen.end() ? nullptr : &found->second;
}

const Pod *Cluster::pod(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.pods, nameSpace, name);
}

const Workload *Cluster::workload(const ObjectRef &ref) const
{
    return findByName(m_data.workloads, ref.nameSpace, ref.name, ref.kind);
}

const Service *Cluster::service(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.services, nameSpace, name);
}

const Ingress *Cluster::ingress(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.ingresses, nameSpace, name);
}

const Route *Cluster::route(const ObjectRef &ref) const
{
    return findByName(m_data.routes, ref.nameSpace, ref.name, ref.kind);
}

const Gateway *Cluster::gateway(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.gateways, nameSpace, name);
}

const GatewayClass *Cluster::gatewayClass(const QString &name) const
{
    return findByName(m_data.gatewayClasses, {}, name);
}

const ResourceClaim *Cluster::resourceClaim(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.resourceClaims, nameSpace, name);
}

const Node *Cluster::node(const QString &name) const { return findByName(m_data.nodes, {}, name); }

const PersistentVolume *Cluster::volume(const QString &name) const { return findByName(m_data.volumes, {}, name); }

const HorizontalPodAutoscaler *Cluster::autoscaler(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.autoscalers, nameSpace, name);
}

const PodDisruptionBudget *Cluster::disruptionBudget(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.disruptionBudgets, nameSpace, name);
}

const PersistentVolumeClaim *Cluster::claim(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.claims, nameSpace, name);
}

const ConfigMap *Cluster::configMap(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.configMaps, nameSpace, name);
}

const Secret *Cluster::secret(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.secrets, nameSpace, name);
}

const ServiceAccount *Cluster::serviceAccount(const QString &nameSpace, const QString &name) const
{
    return findByName(m_data.serviceAccounts, nameSpace, name);
}

const StorageClass *Cluster::storageClass(const QString &name) const
{
    return findByName(m_data.storageClasses, {}, name);
}

const IngressClass *Cluster::ingressClass(const QString &name) const
{
    return findByName(m_data.ingressClasses, {}, name);
}

const Namespace *Cluster::nameSpaceObject(const QString &name) const { return findByName(m_data.namespaces, {}, name); }

bool Cluster::exists(const ObjectRef &ref) const { return findMetadata(m_data, ref) != nullptr; }

std::span<const Pod> Cluster::podsIn(const QString &nameSpace) const { return inNamespace(m_data.pods, nameSpace); }

std::span<const Service> Cluster::servicesIn(const QString &nameSpace) const
{
    return inNamespace(m_data.services, nameSpace);
}

std::span<const Ingress> Cluster::ingressesIn(const QString &nameSpace) const
{
    return inNamespace(m_data.ingresses, nameSpace);
}

std::span<const Workload> Cluster::workloadsIn(const QString &nameSpace) const
{
    return inNamespace(m_data.workloads, nameSpace);
}

std::span<const NetworkPolicy> Cluster::networkPoliciesIn(const QString &nameSpace) const
{
    return inNamespace(m_data.networkPolicies, nameSpace);
}

std::span<const ResourceQuota> Cluster::quotasIn(const QString &nameSpace) const
{
    return inNamespace(m_data.quotas, nameSpace);
}

std::span<const HorizontalPodAutoscaler> Cluster::autoscalersIn(const QString &nameSpace) const
{
    return inNamespace(m_data.autoscalers, nameSpace);
}

std::span<const PodDisruptionBudget> Cluster::disruptionBudgetsIn(const QString &nameSpace) const
{
    return inNamespace(m_data.disruptionBudgets, nameSpace);
}

const std::vector<const Workload *> &Cluster::workloadsOwnedBy(const Workload &owner) const
{
    return listAt(m_ownedWorkloads, owner.ref());
}

const std::vector<const Pod *> &Cluster::podsOwnedBy(const Workload &owner) const
{
    return listAt(m_ownedPods, owner.ref());
}

const std::vector<const Pod *> &Cluster::podsOnNode(const QString &node) const
{
    return listAt(m_podsOnNode, {Kind::Node, {}, node});
}

std::vector<const Pod *> Cluster::podsOf(const Workload &workload) const
{
    std::vector<const Pod *> pods;
    std::vector<const Workload *> level{&workload};
    for (int depth = 0; depth < kLongestOwnerChain && !level.empty(); ++depth) {
        std::vector<const Workload *> below;
        for (const Workload *owner : level) {
            const auto &ownPods = podsOwnedBy(*owner);
            const auto &ownWorkloads = workloadsOwnedBy(*owner);
            pods.insert(pods.end(), ownPods.begin(), ownPods.end());
            below.insert(below.end(), ownWorkloads.begin(), ownWorkloads.end());
        }
        level = std::move(below);
    }
    // The Pods stand in one sorted vector: the order of their addresses is the order of their names.
    std::sort(pods.begin(), pods.end(), std::less<>());
    pods.erase(std::unique(pods.begin(), pods.end()), pods.end());
    return pods;
}

const Workload *Cluster::newestReplicaSet(const Workload &deployment) const
{
    const auto &owned = workloadsOwnedBy(deployment);
    const auto newest = std::max_element(owned.begin(), owned.end(), isOlder);
    return newest == owned.end() ? nullptr : *newest;
}

const Workload *Cluster::topWorkload(const Pod &pod) const
{
    const Workload *top = nullptr;
    ObjectRef below{Pod::kKind, pod.meta.nameSpace, pod.meta.name};
    for (int depth = 0; depth < kLongestOwnerChain; ++depth) {
        const auto controller = m_controllerOf.constFind(below);
        if (controller == m_controllerOf.cend()) {
            break;
        }
        below = controller.value();
        top = workload(below);
    }
    return top;
}

bool Cluster::isOwned(const Workload &workload) const { return m_controllerOf.contains(workload.ref()); }

std::vector<const Pod *> Cluster::podsSelectedBy(const Service &service) const
{
    std::vector<const Pod *> selected;
    if (service.selector.isEmpty()) {
        return selected;
    }
    for (const Pod &candidate : podsIn(service.meta.nameSpace)) {
        if (candidate.meta.labels.containsAll(service.selector)) {
            selected.push_back(&candidate);
        }
    }
    return selected;
}

const std::vector<const EndpointSlice *> &Cluster::slicesOf(const Service &service) const
{
    return listAt(m_slices, service.ref());
}

const std::vector<const Route *> &Cluster::routesTo(const QString &nameSpace, const QString &service) const
{
    return listAt(m_routes, {Kind::Service, nameSpace, service});
}

std::span<const ReferenceGrant> Cluster::referenceGrantsIn(const QString &nameSpace) const
{
    return inNamespace(m_data.referenceGrants, nameSpace);
}

const std::vector<const Event *> &Cluster::eventsOf(const ObjectRef &ref) const { return listAt(m_events, ref); }

const LogText &Cluster::log(const LogKey &key) const
{
    static const LogText nothing;
    const auto found = m_data.logs.find(key);
    return found == m_data.logs.end() ? nothing : found->second;
}

const RawObject &Cluster::rawObject(const ObjectRef &ref) const
{
    static const RawObject nothing;
    const auto found = m_data.rawObjects.find(ref);
    return found == m_data.rawObjects.end() ? nothing : found->second;
}

ClusterData withLogs(const Cluster &cluster, const std::map<LogKey, LogText> &logs)
{
    ClusterData data = cluster.data();
    for (const auto &[key, text] : logs) {
        data.logs.insert_or_assign(key, text);
    }
    return data;
}

ClusterData withRawObjects(const Cluster &cluster, const std::map<ObjectRef, RawObject> &objects)
{
    ClusterData data = cluster.data();
    for (const auto &[ref, object] : objects) {
        data.rawObjects.insert_or_assign(ref, object);
    }
    return data;
}

} // namespace faultline::model
