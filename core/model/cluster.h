#pragma once

#include "core/model/clusterobjects.h"
#include "core/model/disruption.h"
#include "core/model/gateway.h"
#include "core/model/network.h"
#include "core/model/objectlist.h"
#include "core/model/pod.h"
#include "core/model/reads.h"
#include "core/model/trial.h"
#include "core/model/workload.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSet>

#include <map>
#include <memory>

namespace faultline::model {

/// Why a kind of object could not be looked at. Checks that need it answer unknown.
struct Unseen {
    enum class Reason {
        Forbidden,  ///< 403 on list
        NotServed,  ///< the server does not know the kind
        NotInInput, ///< a dump or manifest without that kind
        NotAsked,   ///< Faultline did not ask (another namespace, Secret data)
        Failed      ///< the request failed in some other way
    };
    Reason reason = Reason::NotInInput;
    QString detail; ///< the server's words, or the file's name

    bool operator==(const Unseen &) const = default;
};

/// What is known of one container log.
struct LogText {
    enum class State {
        NotFetched, ///< nobody asked yet: the walk says it is wanted
        Text,       ///< 200; the text may be empty
        NeverRan,   ///< 400 "is waiting to start", or "previous terminated container ... not found"
        Unavailable ///< 403, 5xx, or the runtime's own "unable to retrieve container logs"
    };
    State state = State::NotFetched;
    QString text; ///< the log, or what the server said instead

    bool operator==(const LogText &) const = default;
};

struct LogKey {
    QString nameSpace;
    QString pod;
    QString container;
    bool previous = false;

    bool operator==(const LogKey &) const = default;
    bool operator<(const LogKey &other) const
    {
        return std::tie(nameSpace, pod, container, previous) <
               std::tie(other.nameSpace, other.pod, other.container, other.previous);
    }
};

/// One object whole, as JSON, for questions that a team asks by a path of its own. Secrets come without their values.
struct RawObject {
    enum class State {
        NotFetched, ///< nobody asked yet: the walk says it is wanted
        Json,
        Unavailable ///< 403, gone, or an input that cannot be read a second time
    };
    State state = State::NotFetched;
    QJsonObject json;
    QString problem; ///< why it is not to be had

    bool operator==(const RawObject &) const = default;
};

struct ServerVersion {
    int major = 0; ///< 0 when not known
    int minor = 0;
    QString gitVersion;

    bool operator==(const ServerVersion &) const = default;
};

/// Everything that was read, before it becomes a Cluster. The decoder and the sources fill it; order does not matter.
struct ClusterData {
    ObjectList<Pod> pods;
    ObjectList<Workload> workloads; ///< ReplicaSets and Jobs among them
    ObjectList<Service> services;
    ObjectList<EndpointSlice> endpointSlices;
    ObjectList<Ingress> ingresses;
    ObjectList<IngressClass> ingressClasses;
    ObjectList<NetworkPolicy> networkPolicies;
    ObjectList<Node> nodes;
    ObjectList<Namespace> namespaces;
    ObjectList<Event> events;
    ObjectList<ConfigMap> configMaps;
    ObjectList<Secret> secrets;
    ObjectList<ServiceAccount> serviceAccounts;
    ObjectList<PersistentVolumeClaim> claims;
    ObjectList<PersistentVolume> volumes;
    ObjectList<StorageClass> storageClasses;
    ObjectList<ResourceQuota> quotas;
    ObjectList<LimitRange> limitRanges;
    ObjectList<HorizontalPodAutoscaler> autoscalers;
    ObjectList<Route> routes; ///< of every route kind
    ObjectList<Gateway> gateways;
    ObjectList<GatewayClass> gatewayClasses;
    ObjectList<ReferenceGrant> referenceGrants;
    ObjectList<ResourceClaim> resourceClaims;
    ObjectList<PodDisruptionBudget> disruptionBudgets;

    std::map<Kind, Unseen> unseen; ///< a kind that is not here was looked at, even when there is none of it
    std::map<LogKey, LogText> logs;
    std::map<ObjectRef, RawObject> rawObjects; ///< of the few that a walk wanted
    std::map<TrialKey, Trial> trials;          ///< connections that a person had tried
    ServerVersion version;
    base::Timestamp now;               ///< the server's clock, or the newest time in a dump
    bool allNamespaces = false;        ///< the namespaced kinds were read from every namespace
    bool kindsAssumedComplete = false; ///< a dump that looks like a whole listing: an absent kind is taken for none
};

class ClusterIndex;
struct Changes;
struct Next;

/// An immutable picture of a cluster at one moment, with the look-ups that the checks need. Cheap to share
/// (shared_ptr<const Cluster>), safe to read from any thread. Objects of a kind are sorted by namespace and name.
/// Whatever is looked at is noted where a Recording (reads.h) runs; data() counts as everything, so that a check that
/// must be asked again after few changes keeps to the narrower look-ups.
class Cluster
{
public:
    explicit Cluster(ClusterData data);
    ~Cluster();
    Cluster(const Cluster &) = delete;
    Cluster &operator=(const Cluster &) = delete;

    const ClusterData &data() const;
    base::Timestamp now() const;
    bool hasAllNamespaces() const { return m_data.allNamespaces; }

    /// Another number for each picture of this run of the program: what was worked out of one is known by it.
    quint64 serial() const { return m_serial; }

    /// Nullptr when the kind was looked at.
    const Unseen *unseen(Kind kind) const;
    bool sees(Kind kind) const { return unseen(kind) == nullptr; }

    const Pod *pod(const QString &nameSpace, const QString &name) const;
    const Workload *workload(const ObjectRef &ref) const;
    const Service *service(const QString &nameSpace, const QString &name) const;
    const Ingress *ingress(const QString &nameSpace, const QString &name) const;
    const Route *route(const ObjectRef &ref) const;
    const Gateway *gateway(const QString &nameSpace, const QString &name) const;
    const GatewayClass *gatewayClass(const QString &name) const;
    const ResourceClaim *resourceClaim(const QString &nameSpace, const QString &name) const;
    const Node *node(const QString &name) const;
    const PersistentVolume *volume(const QString &name) const;
    const HorizontalPodAutoscaler *autoscaler(const QString &nameSpace, const QString &name) const;
    const PodDisruptionBudget *disruptionBudget(const QString &nameSpace, const QString &name) const;
    const PersistentVolumeClaim *claim(const QString &nameSpace, const QString &name) const;
    const ConfigMap *configMap(const QString &nameSpace, const QString &name) const;
    const Secret *secret(const QString &nameSpace, const QString &name) const;
    const ServiceAccount *serviceAccount(const QString &nameSpace, const QString &name) const;
    const StorageClass *storageClass(const QString &name) const;
    const IngressClass *ingressClass(const QString &name) const;
    const Namespace *nameSpaceObject(const QString &name) const;

    /// True when an object of that name was read (any kind).
    bool exists(const ObjectRef &ref) const;

    /// All objects of a kind, in namespace and name order.
    const ObjectList<Pod> &pods() const;

    /// The same, for who looks at no more of them than at node, phase, spec and which containers run: the many other
    /// changes of Pods do not touch that.
    const ObjectList<Pod> &podsByUse() const;
    const ObjectList<Workload> &workloads() const; ///< ReplicaSets and Jobs among them
    const ObjectList<Service> &services() const;
    const ObjectList<Ingress> &ingresses() const;
    const ObjectList<IngressClass> &ingressClasses() const;
    const ObjectList<Route> &routes() const;
    const ObjectList<Gateway> &gateways() const;
    const ObjectList<Node> &nodes() const;
    const ObjectList<ConfigMap> &configMaps() const;
    const ObjectList<Secret> &secrets() const;
    const ObjectList<ServiceAccount> &serviceAccounts() const;
    const ObjectList<PersistentVolumeClaim> &claims() const;
    const ObjectList<PersistentVolume> &volumes() const;
    const ObjectList<StorageClass> &storageClasses() const;
    const ObjectList<LimitRange> &limitRanges() const;
    const ObjectList<HorizontalPodAutoscaler> &autoscalers() const;
    const ObjectList<PodDisruptionBudget> &disruptionBudgets() const;
    const ObjectList<Namespace> &nameSpaces() const;

    /// The namespaces that hold a workload, Pod, Service or Ingress, in order. Noted nowhere: it stands for no answer.
    std::vector<QString> namespacesInUse() const;

    /// Objects of one namespace, in name order.
    ObjectSpan<Pod> podsIn(const QString &nameSpace) const;
    ObjectSpan<Service> servicesIn(const QString &nameSpace) const;
    ObjectSpan<Ingress> ingressesIn(const QString &nameSpace) const;
    ObjectSpan<Workload> workloadsIn(const QString &nameSpace) const;
    ObjectSpan<NetworkPolicy> networkPoliciesIn(const QString &nameSpace) const;
    ObjectSpan<ResourceQuota> quotasIn(const QString &nameSpace) const;
    ObjectSpan<HorizontalPodAutoscaler> autoscalersIn(const QString &nameSpace) const;
    ObjectSpan<PodDisruptionBudget> disruptionBudgetsIn(const QString &nameSpace) const;

    /// Direct children by controller ownerReference (uid; by kind and name where a dump has no uids).
    const std::vector<const Workload *> &workloadsOwnedBy(const Workload &owner) const;
    const std::vector<const Pod *> &podsOwnedBy(const Workload &owner) const;

    /// Pods that are bound to that node, of every namespace that was read, in namespace and name order.
    const std::vector<const Pod *> &podsOnNode(const QString &node) const;

    /// Pods that by their labels or images are an ingress controller's (ingresscontroller.h), in namespace and name
    /// order.
    const std::vector<const Pod *> &controllerPods() const;

    /// Pods of a workload down the whole owner chain, in name order.
    std::vector<const Pod *> podsOf(const Workload &workload) const;

    /// The ReplicaSet that carries a Deployment's newest template: highest deployment.kubernetes.io/revision,
    /// then newest. Nullptr when there is none.
    const Workload *newestReplicaSet(const Workload &deployment) const;

    /// The workload that a person would open: up the ownerReferences as far as this Cluster holds the owners.
    /// Nullptr for a bare Pod.
    const Workload *topWorkload(const Pod &pod) const;

    /// True when the workload's own controller is in this Cluster (it is then no subject of its own).
    bool isOwned(const Workload &workload) const;

    /// Pods in the Service's namespace that carry every pair of its selector; none for an empty selector.
    std::vector<const Pod *> podsSelectedBy(const Service &service) const;

    /// A namespace other than the Service's own with Pods that its selector would take, the first by name; empty when
    /// there is none.
    QString otherNamespaceSelectedBy(const Service &service) const;

    /// EndpointSlices of a Service; its Endpoints subsets where no EndpointSlice was read.
    const std::vector<const EndpointSlice *> &slicesOf(const Service &service) const;

    /// Routes of any namespace of which a backend names that Service, whether or not it exists; in name order.
    const std::vector<const Route *> &routesTo(const QString &nameSpace, const QString &service) const;
    ObjectSpan<ReferenceGrant> referenceGrantsIn(const QString &nameSpace) const;

    /// Events about that object, oldest first. Matching is by kind, namespace and name, and by uid where both have one.
    const std::vector<const Event *> &eventsOf(const ObjectRef &ref) const;

    /// State::NotFetched when nothing is known.
    const LogText &log(const LogKey &key) const;

    /// State::NotFetched when nothing is known.
    const RawObject &rawObject(const ObjectRef &ref) const;

    /// What was tried; empty while nobody has asked for it.
    const std::map<TrialKey, Trial> &trials() const;

private:
    friend Next nextOf(const Cluster &before, Changes changes);

    Cluster(ClusterData data, const Cluster &former, const QSet<QString> &moved);

    static quint64 nextSerial();

    ClusterData m_data;
    quint64 m_serial = nextSerial();
    std::unique_ptr<const ClusterIndex> m_index;
};

using ClusterPtr = std::shared_ptr<const Cluster>;

/// A copy of `data` with further logs: what the next walk of the same picture sees.
ClusterData withLogs(const Cluster &cluster, const std::map<LogKey, LogText> &logs);
ClusterData withRawObjects(const Cluster &cluster, const std::map<ObjectRef, RawObject> &objects);

} // namespace faultline::model
