#include "core/model/cluster.h"

#include "core/model/clusterindex.h"
#include "core/model/clusterlists.h"
#include "core/model/clusterlook.h"
#include "core/model/clusterorder.h"

#include <atomic>

namespace faultline::model {
namespace {

/// Owner chains are two or three long; more than this is a loop in broken data.
constexpr int kLongestOwnerChain = 16;

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

quint64 Cluster::nextSerial()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

Cluster::Cluster(ClusterData data) : m_data(std::move(data))
{
    forEachList([this](auto list) { putInOrder(m_data.*list); });
    m_index = std::make_unique<const ClusterIndex>(m_data);
}

/// `data` is in order, and differs from what `former` has in those namespaces and in what belongs to none.
Cluster::Cluster(ClusterData data, const Cluster &former, const QSet<QString> &moved)
    : m_data(std::move(data)), m_index(std::make_unique<const ClusterIndex>(m_data, *former.m_index, moved))
{
}

Cluster::~Cluster() = default;

const std::vector<const Workload *> &Cluster::workloadsOwnedBy(const Workload &owner) const
{
    note(Look::Children, owner.ref());
    return m_index->workloadsOwnedBy(owner.ref());
}

const std::vector<const Pod *> &Cluster::podsOwnedBy(const Workload &owner) const
{
    note(Look::Children, owner.ref());
    return m_index->podsOwnedBy(owner.ref());
}

const std::vector<const Pod *> &Cluster::podsOnNode(const QString &node) const
{
    const ObjectRef ref{Kind::Node, {}, node};
    note(Look::PodsOnNode, ref);
    return m_index->podsOnNode(ref);
}

const std::vector<const Pod *> &Cluster::controllerPods() const
{
    note(Look::ControllerPods, {});
    return m_index->controllerPods();
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
    std::sort(pods.begin(), pods.end(),
              [](const Pod *left, const Pod *right) { return orderKey(*left) < orderKey(*right); });
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
        const ObjectRef *controller = m_index->controllerOf(below);
        if (!controller) {
            break;
        }
        below = *controller;
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
    return m_index->controllerOf(workload.ref()) != nullptr;
}

std::vector<const Pod *> Cluster::podsSelectedBy(const Service &service) const
{
    if (service.selector.isEmpty()) {
        return {};
    }
    if (Reads *reads = Recording::current()) {
        reads->noteSelector(service.meta.nameSpace, service.selector);
    }
    return m_index->podsWith(service.meta.nameSpace, service.selector);
}

QString Cluster::otherNamespaceSelectedBy(const Service &service) const
{
    if (Reads *reads = Recording::current()) {
        reads->noteSelector({}, service.selector);
    }
    const auto found = std::find_if(m_data.pods.begin(), m_data.pods.end(), [&service](const Pod &pod) {
        return pod.meta.nameSpace != service.meta.nameSpace && pod.meta.labels.containsAll(service.selector);
    });
    return found == m_data.pods.end() ? QString() : (*found).meta.nameSpace;
}

const std::vector<const EndpointSlice *> &Cluster::slicesOf(const Service &service) const
{
    note(Look::Slices, service.ref());
    return m_index->slicesOf(service.ref());
}

const std::vector<const Route *> &Cluster::routesTo(const QString &nameSpace, const QString &service) const
{
    const ObjectRef ref{Kind::Service, nameSpace, service};
    note(Look::Routes, ref);
    return m_index->routesTo(ref);
}

const std::vector<const Event *> &Cluster::eventsOf(const ObjectRef &ref) const
{
    note(Look::Events, ref);
    return m_index->eventsOf(ref);
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
