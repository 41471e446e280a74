#include "core/model/cluster.h"

#include "core/model/clusterindex.h"
#include "core/model/clusterlists.h"
#include "core/model/clusterlook.h"

namespace faultline::model {
namespace {

/// Owner chains are two or three long; more than this is a loop in broken data.
constexpr int kLongestOwnerChain = 16;

/// The entry of a hash of lists, or an empty list that outlives every caller.
template <typename T>
const std::vector<T> &listAt(const QHash<ObjectRef, std::vector<T>> &lists, Look look, const ObjectRef &ref)
{
    static const std::vector<T> none;
    note(look, ref);
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
    forEachList([this](auto list) { putInOrder(m_data.*list); });
    m_controllerOf = controllersIn(m_data);
    m_ownedWorkloads = childrenByOwner(m_data.workloads, m_controllerOf);
    m_ownedPods = childrenByOwner(m_data.pods, m_controllerOf);
    m_podsOnNode = podsByNode(m_data);
    m_slices = slicesByService(m_data);
    m_events = eventsByObject(m_data);
    m_routes = routesByService(m_data);
}

const std::vector<const Workload *> &Cluster::workloadsOwnedBy(const Workload &owner) const
{
    return listAt(m_ownedWorkloads, Look::Children, owner.ref());
}

const std::vector<const Pod *> &Cluster::podsOwnedBy(const Workload &owner) const
{
    return listAt(m_ownedPods, Look::Children, owner.ref());
}

const std::vector<const Pod *> &Cluster::podsOnNode(const QString &node) const
{
    return listAt(m_podsOnNode, Look::PodsOnNode, {Kind::Node, {}, node});
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
    note(Look::Object, below);
    noteOwners(pod.meta);
    for (int depth = 0; depth < kLongestOwnerChain; ++depth) {
        const auto controller = m_controllerOf.constFind(below);
        if (controller == m_controllerOf.cend()) {
            break;
        }
        below = controller.value();
        top = workload(below);
        if (top) {
            noteOwners(top->meta);
        }
    }
    return top;
}

bool Cluster::isOwned(const Workload &workload) const
{
    note(Look::Object, workload.ref());
    noteOwners(workload.meta);
    return m_controllerOf.contains(workload.ref());
}

std::vector<const Pod *> Cluster::podsSelectedBy(const Service &service) const
{
    std::vector<const Pod *> selected;
    if (service.selector.isEmpty()) {
        return selected;
    }
    if (Reads *reads = Recording::current()) {
        reads->noteSelector(service.meta.nameSpace, service.selector);
    }
    for (const Pod &candidate : inNamespace(m_data.pods, service.meta.nameSpace)) {
        if (candidate.meta.labels.containsAll(service.selector)) {
            selected.push_back(&candidate);
        }
    }
    return selected;
}

const std::vector<const EndpointSlice *> &Cluster::slicesOf(const Service &service) const
{
    return listAt(m_slices, Look::Slices, service.ref());
}

const std::vector<const Route *> &Cluster::routesTo(const QString &nameSpace, const QString &service) const
{
    return listAt(m_routes, Look::Routes, {Kind::Service, nameSpace, service});
}

const std::vector<const Event *> &Cluster::eventsOf(const ObjectRef &ref) const
{
    return listAt(m_events, Look::Events, ref);
}

const LogText &Cluster::log(const LogKey &key) const
{
    static const LogText nothing;
    note(Look::Logs, {Kind::Pod, key.nameSpace, key.pod});
    const auto found = m_data.logs.find(key);
    return found == m_data.logs.end() ? nothing : found->second;
}

const RawObject &Cluster::rawObject(const ObjectRef &ref) const
{
    static const RawObject nothing;
    note(Look::Raw, ref);
    const auto found = m_data.rawObjects.find(ref);
    return found == m_data.rawObjects.end() ? nothing : found->second;
}

const std::map<TrialKey, Trial> &Cluster::trials() const
{
    note(Look::Trials, {});
    return m_data.trials;
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
