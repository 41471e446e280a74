#include "core/topology/builder.h"

#include "core/checks/shared/ingresses.h"
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

/// "shop.example/api"; without host and path "*".
QString wayOf(const QString &host, const QString &path)
{
    const QString way = host + path;
    return way.isEmpty() ? u"*"_s : way;
}

QString wayOf(const model::IngressPath &path) { return wayOf(path.host, path.path); }

QString portFieldOf(const model::IngressPath &path)
{
    if (path.backend.isFlat)
        return path.fieldPath + u".servicePort"_s;
    return path.fieldPath + (path.backend.port.name.isEmpty() ? u".service.port.number"_s : u".service.port.name"_s);
}

QStringList waysOf(const model::Route &route)
{
    if (route.hostnames.isEmpty())
        return {wayOf({}, route.path)};
    QStringList ways;
    for (const QString &host : route.hostnames)
        ways.append(wayOf(host, route.path));
    return ways;
}

} // namespace

void Builder::linkIngresses()
{
    for (const ObjectRef &ref : walked(m_diagnosis, &guide::Subject::ingress)) {
        const model::Ingress *ingress = m_cluster.ingress(ref.nameSpace, ref.name);
        const std::optional<int> from = indexOf(ref);
        if (ingress == nullptr || !from)
            continue;
        for (const model::IngressPath &path : ingress->backends()) {
            if (!path.backend.isResource)
                linkBackend(*from, *ingress, path);
        }
    }
}

void Builder::linkBackend(int from, const model::Ingress &ingress, const model::IngressPath &path)
{
    const model::IngressBackend &backend = path.backend;
    const QString &nameSpace = ingress.meta.nameSpace;
    const model::Service *service = m_cluster.service(nameSpace, backend.serviceName);
    if (service) {
        // A Service of another application is not part of this picture.
        if (const std::optional<int> to = indexOf(service->ref())) {
            Comparison compared = compareBackend(backend, *service);
            link({from,
                  *to,
                  Link::Kind::RoutesTo,
                  compared.match,
                  compared.left,
                  compared.right,
                  {wayOf(path)},
                  {ingress.ref(), portFieldOf(path), backend.port.toString()}});
        }
        return;
    }
    if (m_cluster.sees(Kind::Service)) {
        const int gap =
            gapFor({Kind::Service, nameSpace, backend.serviceName}, stateOfGap(ingress, backend.serviceName));
        link({from,
              gap,
              Link::Kind::RoutesTo,
              Link::Match::Wrong,
              u':' + backend.port.toString(),
              {},
              {wayOf(path)},
              {ingress.ref(), checks::serviceNameField(path), backend.serviceName}});
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
    const QString port = QString::number(backend.port);
    if (const model::Service *service = m_cluster.service(backend.nameSpace, backend.name)) {
        const model::IngressBackend asked{backend.name, {backend.port, {}}, false};
        if (const std::optional<int> to = indexOf(service->ref())) {
            Comparison compared = compareBackend(asked, *service);
            link({from,
                  *to,
                  Link::Kind::RoutesTo,
                  compared.match,
                  compared.left,
                  compared.right,
                  waysOf(route),
                  {route.ref(), backend.fieldPath + u".port"_s, port}});
        }
        return;
    }
    if (!m_cluster.sees(Kind::Service) || backend.nameSpace != route.meta.nameSpace)
        return;
    const int gap =
        gapFor({Kind::Service, backend.nameSpace, backend.name}, stateOf(m_diagnosis, Layer::Gateway, {route.ref()}));
    link({from,
          gap,
          Link::Kind::RoutesTo,
          Link::Match::Wrong,
          u':' + port,
          {},
          waysOf(route),
          {route.ref(), backend.fieldPath + u".name"_s, backend.name}});
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
        linkSelection(from, m_groupItems[index], service,
                      compareSelection(service, pod.meta.labels, *pod.spec, m_diagnosis));
    }
    const std::optional<int> to = m_workload ? indexOf(m_workload->ref()) : std::nullopt;
    if (m_groups.empty() && to) {
        linkSelection(from, *to, service,
                      compareSelection(service, m_workload->templateLabels, *m_workload->podSpec, m_diagnosis));
    }
}

void Builder::linkSelection(int from, int to, const model::Service &service, const Comparison &compared)
{
    link({from,
          to,
          Link::Kind::Selects,
          compared.match,
          compared.left,
          compared.right,
          {},
          {service.ref(), compared.field, compared.left}});
}

void Builder::linkOwners()
{
    if (m_workload == nullptr)
        return;
    const std::optional<int> top = indexOf(m_workload->ref());
    std::vector<ObjectRef> children =
        m_family.further.empty() ? std::vector<ObjectRef>() : std::vector<ObjectRef>{m_family.further.front()};
    for (const model::Workload *child : m_family.shown)
        children.push_back(child->ref());
    for (const ObjectRef &child : children) {
        if (const std::optional<int> index = indexOf(child); index && top)
            link({*top, *index, Link::Kind::Owns, Link::Match::Fine, {}, {}, {}, {child, {}, {}}});
    }
    for (size_t index = 0; index < m_groups.size(); ++index) {
        if (const std::optional<int> owner = indexOf(m_groups[index].owner)) {
            link({*owner,
                  m_groupItems[index],
                  Link::Kind::Owns,
                  Link::Match::Fine,
                  {},
                  {},
                  {},
                  {m_groups[index].owner, {}, {}}});
        }
    }
}

} // namespace faultline::topology
