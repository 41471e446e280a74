#include "core/model/clusterindex.h"

#include "core/model/clusterlists.h"
#include "core/model/clusterorder.h"
#include "core/model/ingresscontroller.h"

#include <algorithm>

namespace faultline::model {
namespace {

/// False only where both sides say who they are, and differ.
bool maySameObject(const QString &left, const QString &right)
{
    return left.isEmpty() || right.isEmpty() || left == right;
}

using Controllers = QHash<ObjectRef, ObjectRef>;

void addController(Controllers &controllers, ObjectSpan<Workload> workloads, Kind kind, const Metadata &meta)
{
    for (const OwnerReference &owner : meta.owners) {
        const Workload *found =
            owner.controller ? findByName(workloads, meta.nameSpace, owner.name, kindFromName(owner.kind)) : nullptr;
        if (found && maySameObject(owner.uid, found->meta.uid)) {
            controllers.insert({kind, meta.nameSpace, meta.name}, found->ref());
            return;
        }
    }
}

/// Where the ReplicaSet between them was not read: its name is the Deployment's with the hash that the Pod carries
/// (pkg/controller/deployment getNewReplicaSet).
void addDeployment(Controllers &controllers, ObjectSpan<Workload> workloads, const Pod &pod)
{
    const QString hash = pod.meta.labels.value(u"pod-template-hash");
    if (hash.isEmpty()) {
        return;
    }
    const ObjectRef ref = refOf(pod);
    if (controllers.contains(ref)) {
        return;
    }
    for (const OwnerReference &owner : pod.meta.owners) {
        if (!owner.controller || owner.kind != u"ReplicaSet" || !owner.name.endsWith(u'-' + hash)) {
            continue;
        }
        const QString name = owner.name.chopped(hash.size() + 1);
        if (const Workload *found = findByName(workloads, pod.meta.nameSpace, name, Kind::Deployment)) {
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

Controllers controllersIn(ObjectSpan<Pod> pods, ObjectSpan<Workload> workloads)
{
    Controllers controllers;
    controllers.reserve(static_cast<qsizetype>(pods.size()) + static_cast<qsizetype>(workloads.size()));
    for (const Workload &workload : workloads) {
        addController(controllers, workloads, workload.kind, workload.meta);
    }
    for (const Pod &pod : pods) {
        addController(controllers, workloads, Kind::Pod, pod.meta);
        addDeployment(controllers, workloads, pod);
    }
    return controllers;
}

template <typename T>
QHash<ObjectRef, std::vector<const T *>> childrenByOwner(ObjectSpan<T> children, const Controllers &controllerOf)
{
    QHash<ObjectRef, std::vector<const T *>> byOwner;
    for (const T &child : children) {
        const auto owner = controllerOf.constFind(refOf(child));
        if (owner != controllerOf.cend()) {
            byOwner[owner.value()].push_back(&child);
        }
    }
    return byOwner;
}

QHash<ObjectRef, std::vector<const EndpointSlice *>> slicesByService(ObjectSpan<EndpointSlice> all)
{
    QHash<ObjectRef, std::vector<const EndpointSlice *>> slices;
    QHash<ObjectRef, std::vector<const EndpointSlice *>> subsets;
    for (const EndpointSlice &slice : all) {
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

bool isStranger(const Event &event) { return event.object.nameSpace != event.meta.nameSpace; }

QHash<ObjectRef, std::vector<const Event *>> eventsByObject(ObjectSpan<Event> all, const ClusterData &data)
{
    QHash<ObjectRef, std::vector<const Event *>> events;
    for (const Event &event : all) {
        if (!event.object.isNull() && !isStranger(event) && !isAboutFormerObject(data, event)) {
            events[event.object].push_back(&event);
        }
    }
    for (std::vector<const Event *> &list : events) {
        std::sort(list.begin(), list.end(), isEarlier);
    }
    return events;
}

QHash<ObjectRef, std::vector<const Route *>> routesByService(const ObjectList<Route> &all)
{
    QHash<ObjectRef, std::vector<const Route *>> routes;
    for (const Route &route : all) {
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

/// The entry of a hash of lists, or an empty list that outlives every caller.
template <typename T>
const std::vector<const T *> &listAt(const QHash<ObjectRef, std::vector<const T *>> *lists, const ObjectRef &ref)
{
    static const std::vector<const T *> none;
    const auto found =
        lists ? lists->constFind(ref) : typename QHash<ObjectRef, std::vector<const T *>>::const_iterator();
    return !lists || found == lists->cend() ? none : found.value();
}

} // namespace

ClusterIndex::ClusterIndex(const ClusterData &data) : m_data(data), m_routes(routesByService(data.routes))
{
    std::vector<QString> nameSpaces;
    addNamespaces(data.pods, nameSpaces);
    addNamespaces(data.workloads, nameSpaces);
    addNamespaces(data.endpointSlices, nameSpaces);
    addNamespaces(data.events, nameSpaces);
    for (const QString &nameSpace : nameSpaces) {
        if (!m_parts.contains(nameSpace)) {
            m_parts.insert(nameSpace, partOf(data, nameSpace));
        }
    }
    addStrangers();
    addControllerPods();
}

ClusterIndex::ClusterIndex(const ClusterData &data, const ClusterIndex &former, const QSet<QString> &moved)
    : m_data(data), m_parts(former.m_parts), m_routes(routesByService(data.routes))
{
    for (const QString &nameSpace : moved) {
        m_parts.insert(nameSpace, partOf(data, nameSpace));
    }
    addStrangers();
    addControllerPods();
}

std::shared_ptr<const ClusterIndex::Part> ClusterIndex::partOf(const ClusterData &data, const QString &nameSpace)
{
    const auto pods = inNamespace(data.pods, nameSpace);
    const auto workloads = inNamespace(data.workloads, nameSpace);
    auto part = std::make_shared<Part>();
    part->controllerOf = controllersIn(pods, workloads);
    part->ownedWorkloads = childrenByOwner(workloads, part->controllerOf);
    part->ownedPods = childrenByOwner(pods, part->controllerOf);
    for (const Pod &pod : pods) {
        part->podsByLabel.add(pod);
        if (isPodOfAnyController(pod)) {
            part->controllerPods.push_back(&pod);
        }
    }
    part->slices = slicesByService(inNamespace(data.endpointSlices, nameSpace));
    part->events = eventsByObject(inNamespace(data.events, nameSpace), data);
    return part;
}

/// Events about what belongs to no namespace stand in "default"; of others that stand elsewhere only odd dumps tell.
void ClusterIndex::addStrangers()
{
    for (const Event &event : m_data.events) {
        if (!isStranger(event) || event.object.isNull() || isAboutFormerObject(m_data, event)) {
            continue;
        }
        auto &list = m_strangers[event.object];
        if (list.empty()) {
            const Part *own = part(event.object.nameSpace);
            list = listAt(own ? &own->events : nullptr, event.object);
        }
        list.push_back(&event);
    }
    for (std::vector<const Event *> &list : m_strangers) {
        std::sort(list.begin(), list.end(), isEarlier);
    }
}

void ClusterIndex::addControllerPods()
{
    for (const auto &part : std::as_const(m_parts)) {
        m_controllerPods.insert(m_controllerPods.end(), part->controllerPods.begin(), part->controllerPods.end());
    }
    std::sort(m_controllerPods.begin(), m_controllerPods.end(),
              [](const Pod *left, const Pod *right) { return orderKey(*left) < orderKey(*right); });
}

const ClusterIndex::Part *ClusterIndex::part(const QString &nameSpace) const
{
    const auto found = m_parts.constFind(nameSpace);
    return found == m_parts.cend() ? nullptr : found->get();
}

const ObjectRef *ClusterIndex::controllerOf(const ObjectRef &child) const
{
    const Part *of = part(child.nameSpace);
    const auto found = of ? of->controllerOf.constFind(child) : Controllers::const_iterator();
    return !of || found == of->controllerOf.cend() ? nullptr : &found.value();
}

const std::vector<const Workload *> &ClusterIndex::workloadsOwnedBy(const ObjectRef &owner) const
{
    const Part *of = part(owner.nameSpace);
    return listAt(of ? &of->ownedWorkloads : nullptr, owner);
}

const std::vector<const Pod *> &ClusterIndex::podsOwnedBy(const ObjectRef &owner) const
{
    const Part *of = part(owner.nameSpace);
    return listAt(of ? &of->ownedPods : nullptr, owner);
}

const std::vector<const EndpointSlice *> &ClusterIndex::slicesOf(const ObjectRef &service) const
{
    const Part *of = part(service.nameSpace);
    return listAt(of ? &of->slices : nullptr, service);
}

const std::vector<const Event *> &ClusterIndex::eventsOf(const ObjectRef &object) const
{
    if (const auto found = m_strangers.constFind(object); found != m_strangers.cend()) {
        return found.value();
    }
    const Part *of = part(object.nameSpace);
    return listAt(of ? &of->events : nullptr, object);
}

std::vector<const Pod *> ClusterIndex::podsWith(const QString &nameSpace, const Labels &selector) const
{
    const Part *of = part(nameSpace);
    return of ? of->podsByLabel.with(selector) : std::vector<const Pod *>();
}

const std::vector<const Pod *> &ClusterIndex::podsOnNode(const ObjectRef &node) const
{
    std::call_once(m_isOnNode, [this] {
        for (const Pod &pod : m_data.pods) {
            if (!pod.nodeName.isEmpty()) {
                m_podsOnNode[{Kind::Node, {}, pod.nodeName}].push_back(&pod);
            }
        }
    });
    return listAt(&m_podsOnNode, node);
}

const std::vector<const Route *> &ClusterIndex::routesTo(const ObjectRef &service) const
{
    return listAt(&m_routes, service);
}

} // namespace faultline::model
