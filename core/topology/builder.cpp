#include "core/topology/builder.h"

#include "core/topology/compare.h"
#include "core/topology/nearmiss.h"
#include "core/topology/state.h"
#include "core/topology/walked.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::topology {

namespace {

using guide::Layer;
using model::Kind;
using model::ObjectRef;

QString hostsOf(const model::Ingress &ingress)
{
    QStringList hosts;
    for (const model::IngressPath &path : ingress.paths)
        hosts.append(path.host.isEmpty() ? u"*"_s : path.host);
    hosts.removeDuplicates();
    return hosts.join(", "_L1);
}

QString countOf(const model::Workload &workload)
{
    return workload.hasStatus ? u"%1/%2"_s.arg(workload.readyReplicas).arg(workload.replicas) : QString();
}

ObjectRef refOf(const model::Pod &pod) { return {Kind::Pod, pod.meta.nameSpace, pod.meta.name}; }

} // namespace

Item itemFor(const ObjectRef &object, Layer layer, guide::LayerState state)
{
    Item item;
    item.object = object;
    item.layer = layer;
    item.state = state;
    return item;
}

Builder::Builder(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
    : m_cluster(cluster),
      m_diagnosis(diagnosis),
      m_workload(cluster.workload(diagnosis.subject)),
      m_groups(podGroupsOf(cluster, diagnosis))
{
    if (m_workload != nullptr)
        m_family = familyOf(cluster, *m_workload, m_groups);
}

Topology Builder::build()
{
    addIngresses();
    addRoutes();
    addServices();
    addPods();
    addWorkloads();
    addMissingSubject();
    addUnread();
    linkIngresses();
    linkRoutes();
    linkServices();
    linkOwners();
    addNamedInVain();
    addNearMisses(m_topology, m_cluster);
    noteFailing(m_topology, m_diagnosis);
    return std::move(m_topology);
}

void Builder::addIngresses()
{
    for (const ObjectRef &ref : walked(m_diagnosis, &guide::Subject::ingress)) {
        const model::Ingress *ingress = m_cluster.ingress(ref.nameSpace, ref.name);
        Item item = itemFor(ref, Layer::Ingress, stateOf(m_diagnosis, Layer::Ingress, {ref}));
        item.found = ingress != nullptr;
        item.detail = ingress ? hostsOf(*ingress) : QString();
        add(std::move(item));
    }
}

void Builder::addRoutes()
{
    for (const ObjectRef &ref : walked(m_diagnosis, &guide::Subject::route)) {
        const model::Route *route = m_cluster.route(ref);
        Item item = itemFor(ref, Layer::Gateway, stateOf(m_diagnosis, Layer::Gateway, {ref}));
        item.found = route != nullptr;
        item.detail = route ? route->hostnames.join(u", "_s) : QString();
        add(std::move(item));
    }
}

void Builder::addServices()
{
    for (const ObjectRef &ref : walked(m_diagnosis, &guide::Subject::service)) {
        const model::Service *service = m_cluster.service(ref.nameSpace, ref.name);
        Item item = itemFor(ref, Layer::Service, stateOf(m_diagnosis, Layer::Service, {ref}));
        item.found = service != nullptr;
        item.detail = service ? servicePortsDetail(*service) : QString();
        add(std::move(item));
    }
}

void Builder::addPods()
{
    for (const PodGroup &group : m_groups) {
        std::vector<ObjectRef> members;
        for (const model::Pod *pod : group.pods)
            members.push_back(refOf(*pod));
        Item item = itemFor(members.front(), Layer::Pods, group.state);
        item.ready = group.ready;
        item.members = std::move(members);
        item.count = static_cast<int>(group.pods.size());
        item.fate = group.fate;
        item.detail = containerPortsDetail(*group.pods.front()->spec);
        item.old = group.old;
        m_groupItems.push_back(add(std::move(item)));
    }
}

void Builder::addWorkloads()
{
    if (m_workload == nullptr)
        return;
    const model::Workload *newest = m_cluster.newestReplicaSet(*m_workload);
    for (const model::Workload *child : m_family.shown)
        addWorkload(*child, newest);
    addFurther();
    addWorkload(*m_workload, nullptr);
}

/// The children that would be too many, as one.
void Builder::addFurther()
{
    if (m_family.further.empty())
        return;
    Item item =
        itemFor(m_family.further.front(), Layer::Rollout, stateOf(m_diagnosis, Layer::Rollout, m_family.further));
    item.count = static_cast<int>(m_family.further.size());
    item.members = m_family.further;
    add(std::move(item));
}

void Builder::addWorkload(const model::Workload &workload, const model::Workload *newest)
{
    Item item = itemFor(workload.ref(), Layer::Rollout, stateOf(m_diagnosis, Layer::Rollout, {workload.ref()}));
    item.fate = countOf(workload);
    item.detail = workload.meta.annotations.value(u"deployment.kubernetes.io/revision");
    item.old = newest && workload.kind == Kind::ReplicaSet && &workload != newest;
    add(std::move(item));
}

/// A subject that is not there is shown as the gap that it is.
void Builder::addMissingSubject()
{
    const ObjectRef &subject = m_diagnosis.subject;
    if (subject.isNull() || m_cluster.exists(subject) || indexOf(subject) || !m_cluster.sees(subject.kind))
        return;
    const Layer layer = subject.kind == Kind::Service      ? Layer::Service
                        : subject.kind == Kind::Ingress    ? Layer::Ingress
                        : model::isRouteKind(subject.kind) ? Layer::Gateway
                        : subject.kind == Kind::Pod        ? Layer::Pods
                                                           : Layer::Rollout;
    Item item = itemFor(subject, layer, stateOf(m_diagnosis, layer, {subject}));
    item.found = false;
    add(std::move(item));
}

/// What could not be read is not nothing. Manifests are no picture of a cluster: there Pods and Ingresses may lack.
void Builder::addUnread()
{
    const std::array kinds{std::pair(Kind::Ingress, Layer::Ingress), std::pair(Kind::Service, Layer::Service),
                           std::pair(Kind::Pod, Layer::Pods)};
    for (const auto &[kind, layer] : kinds) {
        const model::Unseen *unseen = m_workload ? m_cluster.unseen(kind) : nullptr;
        if (unseen == nullptr)
            continue;
        const bool isTelling = kind == Kind::Service && !m_groups.empty();
        const bool isDenied =
            unseen->reason == model::Unseen::Reason::Forbidden || unseen->reason == model::Unseen::Reason::Failed;
        if (!isDenied && !isTelling)
            continue;
        Item item = itemFor({kind, m_diagnosis.subject.nameSpace, {}}, layer, guide::LayerState::NotChecked);
        item.unread = unseen->reason;
        add(std::move(item));
    }
}

int Builder::add(Item item)
{
    m_topology.items.push_back(std::move(item));
    return static_cast<int>(m_topology.items.size()) - 1;
}

/// The same two values between the same two items are said once, with all the ways that lead there.
void Builder::link(Link made)
{
    const auto known = std::find_if(m_topology.links.begin(), m_topology.links.end(), [&](const Link &one) {
        return one.from == made.from && one.to == made.to && one.left == made.left && one.right == made.right;
    });
    if (known == m_topology.links.end()) {
        m_topology.links.push_back(std::move(made));
    } else {
        known->ways += made.ways;
        known->ways.removeDuplicates();
    }
}

std::optional<int> Builder::indexOf(const ObjectRef &object) const
{
    const auto isAbout = [&](const Item &item) {
        return item.object == object ||
               std::find(item.members.begin(), item.members.end(), object) != item.members.end();
    };
    const auto found = std::find_if(m_topology.items.begin(), m_topology.items.end(), isAbout);
    if (object.isNull() || found == m_topology.items.end())
        return std::nullopt;
    return static_cast<int>(found - m_topology.items.begin());
}

} // namespace faultline::topology
