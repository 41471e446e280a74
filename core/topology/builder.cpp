#include "core/topology/builder.h"

#include "core/base/fuzzy.h"
#include "core/topology/compare.h"
#include "core/topology/state.h"
#include "core/topology/walked.h"

#include <algorithm>

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

Item itemFor(const ObjectRef &object, Layer layer, guide::LayerState state)
{
    Item item;
    item.object = object;
    item.layer = layer;
    item.state = state;
    return item;
}

ObjectRef refOf(const model::Pod &pod) { return {Kind::Pod, pod.meta.nameSpace, pod.meta.name}; }

} // namespace

Builder::Builder(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
    : m_cluster(cluster),
      m_diagnosis(diagnosis),
      m_workload(cluster.workload(diagnosis.subject)),
      m_groups(podGroupsOf(cluster, diagnosis))
{
}

Topology Builder::build()
{
    addIngresses();
    addRoutes();
    addServices();
    addPods();
    addWorkloads();
    addMissingSubject();
    linkIngresses();
    linkRoutes();
    linkServices();
    linkOwners();
    if (const guide::Finding *failing = failingFinding(m_diagnosis)) {
        m_topology.failing = failing->layer;
        m_topology.hasFailing = true;
    }
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
        Item item = itemFor(members.front(), Layer::Pods, stateOf(m_diagnosis, Layer::Pods, members));
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
    for (const model::Workload *child : m_cluster.workloadsOwnedBy(*m_workload)) {
        // Old ReplicaSets without Pods are only history.
        if (child == newest || !m_cluster.podsOf(*child).empty())
            addWorkload(*child, newest);
    }
    addWorkload(*m_workload, nullptr);
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

void Builder::linkIngresses()
{
    for (const ObjectRef &ref : walked(m_diagnosis, &guide::Subject::ingress)) {
        const model::Ingress *ingress = m_cluster.ingress(ref.nameSpace, ref.name);
        const std::optional<int> from = indexOf(ref);
        if (ingress == nullptr || !from)
            continue;
        for (const model::IngressPath &path : ingress->backends()) {
            if (!path.backend.isResource)
                linkBackend(*from, *ingress, path.backend);
        }
    }
}

void Builder::linkBackend(int from, const model::Ingress &ingress, const model::IngressBackend &backend)
{
    const QString &nameSpace = ingress.meta.nameSpace;
    const model::Service *service = m_cluster.service(nameSpace, backend.serviceName);
    if (service) {
        // A Service of another application is not part of this picture.
        if (const std::optional<int> to = indexOf(service->ref())) {
            Comparison compared = compareBackend(backend, *service);
            link({from, *to, Link::Kind::RoutesTo, compared.match, compared.left, compared.right});
        }
        return;
    }
    if (m_cluster.sees(Kind::Service)) {
        link({from,
              gapFor(ingress, backend.serviceName),
              Link::Kind::RoutesTo,
              Link::Match::Wrong,
              u':' + backend.port.toString(),
              {}});
    }
}

void Builder::linkRoutes()
{
    for (const ObjectRef &ref : walked(m_diagnosis, &guide::Subject::route)) {
        const model::Route *route = m_cluster.route(ref);
        const std::optional<int> from = indexOf(ref);
        if (route == nullptr || !from)
            continue;
        for (const model::RouteBackend &backend : route->backends) {
            if (backend.isService())
                linkRouteBackend(*from, *route, backend);
        }
    }
}

/// A Service of another application is not part of this picture; one that is not there is drawn as the gap it is.
void Builder::linkRouteBackend(int from, const model::Route &route, const model::RouteBackend &backend)
{
    const model::Service *service = m_cluster.service(backend.nameSpace, backend.name);
    if (service) {
        const model::IngressBackend asked{backend.name, {backend.port, {}}, false};
        if (const std::optional<int> to = indexOf(service->ref())) {
            Comparison compared = compareBackend(asked, *service);
            link({from, *to, Link::Kind::RoutesTo, compared.match, compared.left, compared.right});
        }
        return;
    }
    if (!m_cluster.sees(Kind::Service) || backend.nameSpace != route.meta.nameSpace)
        return;
    const ObjectRef missing{Kind::Service, backend.nameSpace, backend.name};
    std::optional<int> gap = indexOf(missing);
    if (!gap) {
        Item item = itemFor(missing, Layer::Service, stateOf(m_diagnosis, Layer::Gateway, {route.ref()}));
        item.found = false;
        gap = add(std::move(item));
    }
    link({from, *gap, Link::Kind::RoutesTo, Link::Match::Wrong, u':' + QString::number(backend.port), {}});
}

int Builder::gapFor(const model::Ingress &ingress, const QString &serviceName)
{
    const ObjectRef missing{Kind::Service, ingress.meta.nameSpace, serviceName};
    if (const std::optional<int> known = indexOf(missing))
        return *known;
    QStringList names;
    for (const model::Service &service : m_cluster.servicesIn(ingress.meta.nameSpace))
        names.append(service.meta.name);
    Item item = itemFor(missing, Layer::Service, stateOfGap(ingress, serviceName));
    item.found = false;
    item.similar = base::closest(serviceName, names);
    return add(std::move(item));
}

/// As the finding about that backend has it; a missing Service that nobody spoke of is wrong all the same.
guide::LayerState Builder::stateOfGap(const model::Ingress &ingress, const QString &serviceName) const
{
    for (const guide::Finding &finding : m_diagnosis.findings) {
        const auto backend = finding.facts.find(checks::fact::backendService);
        if (finding.object == ingress.ref() && backend != finding.facts.end() && backend->second == serviceName)
            return stateOf(finding);
    }
    return guide::LayerState::Fault;
}

void Builder::linkServices()
{
    for (const ObjectRef &ref : walked(m_diagnosis, &guide::Subject::service)) {
        const model::Service *service = m_cluster.service(ref.nameSpace, ref.name);
        const std::optional<int> from = indexOf(ref);
        if (service && from && service->type != "ExternalName"_L1 && !service->selector.isEmpty())
            linkService(*from, *service);
    }
}

/// To the Pods that it selects; when there are none of them, to the newest ones, with the pair that differs.
void Builder::linkService(int from, const model::Service &service)
{
    const auto selects = [&](const PodGroup &group) {
        return group.pods.front()->meta.labels.containsAll(service.selector);
    };
    const bool selectsAny = std::any_of(m_groups.begin(), m_groups.end(), selects);
    for (size_t index = 0; index < m_groups.size(); ++index) {
        const PodGroup &group = m_groups[index];
        if (selectsAny ? !selects(group) : group.old)
            continue;
        const model::Pod &pod = *group.pods.front();
        Comparison compared = compareSelection(service, pod.meta.labels, *pod.spec, m_diagnosis);
        link({from, m_groupItems[index], Link::Kind::Selects, compared.match, compared.left, compared.right});
    }
    const std::optional<int> to = m_workload ? indexOf(m_workload->ref()) : std::nullopt;
    if (m_groups.empty() && to) {
        Comparison compared = compareSelection(service, m_workload->templateLabels, *m_workload->podSpec, m_diagnosis);
        link({from, *to, Link::Kind::Selects, compared.match, compared.left, compared.right});
    }
}

void Builder::linkOwners()
{
    if (m_workload == nullptr)
        return;
    const std::optional<int> top = indexOf(m_workload->ref());
    for (const model::Workload *child : m_cluster.workloadsOwnedBy(*m_workload)) {
        if (const std::optional<int> index = indexOf(child->ref()); index && top)
            link({*top, *index, Link::Kind::Owns, Link::Match::Fine, {}, {}});
    }
    for (size_t index = 0; index < m_groups.size(); ++index) {
        if (const std::optional<int> owner = indexOf(m_groups[index].owner))
            link({*owner, m_groupItems[index], Link::Kind::Owns, Link::Match::Fine, {}, {}});
    }
}

int Builder::add(Item item)
{
    m_topology.items.push_back(std::move(item));
    return static_cast<int>(m_topology.items.size()) - 1;
}

/// The same two values between the same two items are said once.
void Builder::link(Link made)
{
    const auto isSame = [&](const Link &known) {
        return known.from == made.from && known.to == made.to && known.left == made.left && known.right == made.right;
    };
    if (std::none_of(m_topology.links.begin(), m_topology.links.end(), isSame))
        m_topology.links.push_back(std::move(made));
}

std::optional<int> Builder::indexOf(const ObjectRef &object) const
{
    const auto found = std::find_if(m_topology.items.begin(), m_topology.items.end(),
                                    [&](const Item &item) { return item.object == object; });
    if (object.isNull() || found == m_topology.items.end())
        return std::nullopt;
    return static_cast<int>(found - m_topology.items.begin());
}

} // namespace faultline::topology
