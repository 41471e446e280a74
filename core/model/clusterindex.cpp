#include "core/model/clusterindex.h"

#include "core/model/clusterorder.h"

namespace faultline::model {
namespace {

/// False only where both sides say who they are, and differ.
bool maySameObject(const QString &left, const QString &right)
{
    return left.isEmpty() || right.isEmpty() || left == right;
}

void addController(QHash<ObjectRef, ObjectRef> &controllers, const ClusterData &data, Kind kind, const Metadata &meta)
{
    for (const OwnerReference &owner : meta.owners) {
        const Workload *found = owner.controller
                                    ? findByName(data.workloads, meta.nameSpace, owner.name, kindFromName(owner.kind))
                                    : nullptr;
        if (found && maySameObject(owner.uid, found->meta.uid)) {
            controllers.insert({kind, meta.nameSpace, meta.name}, found->ref());
            return;
        }
    }
}

/// Where the ReplicaSet between them was not read: its name is the Deployment's with the hash that the Pod carries
/// (pkg/controller/deployment getNewReplicaSet).
void addDeployment(QHash<ObjectRef, ObjectRef> &controllers, const ClusterData &data, const Pod &pod)
{
    const ObjectRef ref{Kind::Pod, pod.meta.nameSpace, pod.meta.name};
    const QString hash = pod.meta.labels.value(u"pod-template-hash");
    if (hash.isEmpty() || controllers.contains(ref)) {
        return;
    }
    for (const OwnerReference &owner : pod.meta.owners) {
        if (!owner.controller || owner.kind != u"ReplicaSet" || !owner.name.endsWith(u'-' + hash)) {
            continue;
        }
        const QString name = owner.name.chopped(hash.size() + 1);
        if (const Workload *found = findByName(data.workloads, pod.meta.nameSpace, name, Kind::Deployment)) {
            controllers.insert(ref, found->ref());
        }
    }
}

/// The kubelet writes events of Nodes with the name for a uid (pkg/kubelet: nodeRef), and those of static Pods with
/// the hash of their file, 32 hexadecimal digits without dashes.
bool hasOwnUid(const Event &event)
{
    return event.object.kind != Kind::Node && !(event.objectUid.size() == 32 && !event.objectUid.contains(u'-'));
}

bool isAboutFormerObject(const ClusterData &data, const Event &event)
{
    if (event.objectUid.isEmpty() || !hasOwnUid(event)) {
        return false;
    }
    const Metadata *object = findMetadata(data, event.object);
    return object && !maySameObject(event.objectUid, object->uid);
}

bool isEarlier(const Event *left, const Event *right)
{
    return std::tuple(left->last, left->first, std::cref(left->meta.name)) <
           std::tuple(right->last, right->first, std::cref(right->meta.name));
}

} // namespace

QHash<ObjectRef, ObjectRef> controllersIn(const ClusterData &data)
{
    QHash<ObjectRef, ObjectRef> controllers;
    controllers.reserve(static_cast<qsizetype>(data.pods.size()) + static_cast<qsizetype>(data.workloads.size()));
    for (const Workload &workload : data.workloads) {
        addController(controllers, data, workload.kind, workload.meta);
    }
    for (const Pod &pod : data.pods) {
        addController(controllers, data, Kind::Pod, pod.meta);
        addDeployment(controllers, data, pod);
    }
    return controllers;
}

QHash<ObjectRef, std::vector<const Pod *>> podsByNode(const ClusterData &data)
{
    QHash<ObjectRef, std::vector<const Pod *>> byNode;
    for (const Pod &pod : data.pods) {
        if (!pod.nodeName.isEmpty()) {
            byNode[{Kind::Node, {}, pod.nodeName}].push_back(&pod);
        }
    }
    return byNode;
}

QHash<ObjectRef, std::vector<const EndpointSlice *>> slicesByService(const ClusterData &data)
{
    QHash<ObjectRef, std::vector<const EndpointSlice *>> slices;
    QHash<ObjectRef, std::vector<const EndpointSlice *>> subsets;
    for (const EndpointSlice &slice : data.endpointSlices) {
        auto &lists = slice.kind == Kind::Endpoints ? subsets : slices;
        lists[{Kind::Service, slice.meta.nameSpace, slice.serviceName}].push_back(&slice);
    }
    for (auto subset = subsets.cbegin(); subset != subsets.cend(); ++subset) {
        if (!slices.contains(subset.key())) {
            slices.insert(subset.key(), subset.value());
        }
    }
    return slices;
}

QHash<ObjectRef, std::vector<const Event *>> eventsByObject(const ClusterData &data)
{
    QHash<ObjectRef, std::vector<const Event *>> events;
    for (const Event &event : data.events) {
        if (!event.object.isNull() && !isAboutFormerObject(data, event)) {
            events[event.object].push_back(&event);
        }
    }
    for (std::vector<const Event *> &list : events) {
        std::sort(list.begin(), list.end(), isEarlier);
    }
    return events;
}

QHash<ObjectRef, std::vector<const Route *>> routesByService(const ClusterData &data)
{
    QHash<ObjectRef, std::vector<const Route *>> routes;
    for (const Route &route : data.routes) {
        for (const RouteBackend &backend : route.backends) {
            if (!backend.isService()) {
                continue;
            }
            auto &list = routes[{Kind::Service, backend.nameSpace, backend.name}];
            if (list.empty() || list.back() != &route) {
                list.push_back(&route);
            }
        }
    }
    return routes;
}

} // namespace faultline::model
