#include "core/topology/connections.h"

#include "core/base/fuzzy.h"
#include "core/checks/shared/ingresses.h"
#include "core/checks/shared/ports.h"
#include "core/topology/compare.h"
#include "core/topology/walked.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::topology {

namespace {

using checks::DeclaredPort;
using checks::PodShape;
using Match = Link::Match;
using Rule = Connection::Rule;

class Collector
{
public:
    Collector(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
        : m_cluster(cluster), m_diagnosis(diagnosis), m_workload(cluster.workload(diagnosis.subject))
    {
    }

    std::vector<Connection> collect();

private:
    void addWorkload(const model::Workload &workload);
    void addService(const model::Service &service);
    void addSelectorPair(const model::Service &service, const QString &key, const QString &value,
                         const std::vector<PodShape> &shapes);
    void addTargetPort(const model::Service &service, size_t index, const std::vector<PodShape> &shapes);
    void addIngress(const model::Ingress &ingress);
    void addRoute(const model::Route &route);
    void addBackend(Rule nameRule, Rule portRule, const Place &name, const Place &port,
                    const model::IngressBackend &backend);
    bool isOfThisPicture(const model::Service &service) const;
    void add(Connection made);

    const model::Cluster &m_cluster;
    const guide::Diagnosis &m_diagnosis;
    const model::Workload *m_workload;
    std::vector<model::ObjectRef> m_services;
    std::vector<Connection> m_made;
};

std::vector<Connection> Collector::collect()
{
    m_services = walked(m_diagnosis, &guide::Subject::service);
    if (m_workload)
        addWorkload(*m_workload);
    for (const model::ObjectRef &ref : m_services) {
        if (const model::Service *service = m_cluster.service(ref.nameSpace, ref.name))
            addService(*service);
    }
    for (const model::ObjectRef &ref : walked(m_diagnosis, &guide::Subject::ingress)) {
        if (const model::Ingress *ingress = m_cluster.ingress(ref.nameSpace, ref.name))
            addIngress(*ingress);
    }
    for (const model::ObjectRef &ref : walked(m_diagnosis, &guide::Subject::route)) {
        if (const model::Route *route = m_cluster.route(ref))
            addRoute(*route);
    }
    return std::move(m_made);
}

void Collector::addWorkload(const model::Workload &workload)
{
    for (const auto &[key, value] : workload.selector.matchLabels) {
        const QString label = workload.templateLabels.value(key);
        add({Rule::WorkloadSelector,
             label == value ? Match::Fine : Match::Wrong,
             {workload.ref(), u"spec.selector.matchLabels."_s + key, key + u'=' + value},
             {workload.ref(), u"spec.template.metadata.labels."_s + key,
              label.isNull() ? QString() : key + u'=' + label}});
    }
}

void Collector::addService(const model::Service &service)
{
    if (!service.choosesPods())
        return;
    const std::vector<PodShape> shapes =
        checks::podShapes({m_cluster, m_workload, nullptr, QString(), &service, nullptr, m_diagnosis.subject, nullptr});
    if (shapes.empty())
        return;
    for (const auto &[key, value] : service.selector)
        addSelectorPair(service, key, value, shapes);
    const std::vector<PodShape> selected = checks::selectedShapes(service, shapes);
    for (size_t index = 0; index < service.ports.size(); ++index)
        addTargetPort(service, index, selected);
}

void Collector::addSelectorPair(const model::Service &service, const QString &key, const QString &value,
                                const std::vector<PodShape> &shapes)
{
    const auto carries = [&](const PodShape &shape) { return shape.labels->value(key) == value; };
    const auto equal = std::count_if(shapes.begin(), shapes.end(), carries);
    const auto shown = std::find_if(shapes.begin(), shapes.end(), carries);
    const PodShape &shape = shown == shapes.end() ? shapes.front() : *shown;
    const checks::LabelPair near = checks::scoreSelector({{key, value}}, *shape.labels).labelPair;
    const QString label = shape.labels->value(key);
    const Place to =
        !label.isNull()
            ? Place{shape.object, shape.labelsField() + u'.' + key, key + u'=' + label}
            : Place{shape.object, shape.labelsField() + (near.first.isEmpty() ? QString() : u'.' + near.first),
                    checks::pairText(near)};
    add({Rule::ServiceSelector,
         equal > 0 ? Match::Fine : Match::Wrong,
         {service.ref(), u"spec.selector."_s + key, key + u'=' + value},
         to,
         static_cast<int>(equal),
         static_cast<int>(shapes.size())});
}

void Collector::addTargetPort(const model::Service &service, size_t index, const std::vector<PodShape> &shapes)
{
    const model::ServicePort &port = service.ports[index];
    const PodShape *odd = nullptr; // the first one that does not declare it
    int equal = 0;
    for (const PodShape &shape : shapes) {
        const bool isEqual = comparePort(service, port, *shape.spec, m_diagnosis).match == Match::Fine;
        equal += isEqual ? 1 : 0;
        odd = odd || isEqual ? odd : &shape;
    }
    const PodShape &shape = odd ? *odd : shapes.front();
    const Comparison compared = comparePort(service, port, *shape.spec, m_diagnosis);
    Place to{shape.object, shape.specField() + u".containers"_s, {}};
    for (const DeclaredPort &declared : checks::declaredPorts(*shape.spec)) {
        const QString text =
            checks::portText(declared.port->containerPort, declared.port->protocol, declared.port->name);
        if (compared.right == u"containerPort "_s + text)
            to = {shape.object, shape.specField() + u'.' + declared.field + u".containerPort"_s, text};
    }
    add({Rule::TargetPort,
         compared.match,
         {service.ref(), checks::targetPortField(index), port.targetPort.toString()},
         to,
         equal,
         static_cast<int>(shapes.size())});
}

void Collector::addIngress(const model::Ingress &ingress)
{
    for (const model::IngressPath &path : ingress.backends()) {
        const model::IngressBackend &backend = path.backend;
        if (backend.isResource)
            continue;
        const QString field = path.fieldPath + u".service"_s;
        addBackend(Rule::IngressService, Rule::IngressPort, {ingress.ref(), field + u".name"_s, backend.serviceName},
                   {ingress.ref(), field + (backend.port.name.isEmpty() ? u".port.number"_s : u".port.name"_s),
                    backend.port.isNull() ? QString() : backend.port.toString()},
                   backend);
    }
}

void Collector::addRoute(const model::Route &route)
{
    for (const model::RouteBackend &backend : route.backends) {
        if (!backend.isService() || backend.nameSpace != route.meta.nameSpace)
            continue; // across namespaces a ReferenceGrant decides, and that is a question of the guide
        addBackend(Rule::RouteService, Rule::RoutePort, {route.ref(), backend.fieldPath + u".name"_s, backend.name},
                   {route.ref(), backend.fieldPath + u".port"_s, QString::number(backend.port)},
                   {backend.name, {backend.port, {}}, false});
    }
}

void Collector::addBackend(Rule nameRule, Rule portRule, const Place &name, const Place &port,
                           const model::IngressBackend &backend)
{
    const QString &nameSpace = name.object.nameSpace;
    const model::Service *service = m_cluster.service(nameSpace, backend.serviceName);
    if (!service && m_cluster.sees(model::Kind::Service)) {
        QStringList names;
        for (const model::Service &candidate : m_cluster.servicesIn(nameSpace))
            names.append(candidate.meta.name);
        const QString similar = base::closest(backend.serviceName, names);
        const model::ObjectRef meant{model::Kind::Service, nameSpace, similar};
        add({nameRule, Match::Wrong, name, similar.isEmpty() ? Place() : Place{meant, u"metadata.name"_s, similar}});
    }
    if (!service || !isOfThisPicture(*service))
        return;
    add({nameRule, Match::Fine, name, {service->ref(), u"metadata.name"_s, service->meta.name}});
    const Comparison compared = compareBackend(backend, *service);
    Place to{service->ref(), u"spec.ports"_s, {}};
    for (size_t index = 0; index < service->ports.size(); ++index) {
        const model::ServicePort &candidate = service->ports[index];
        const bool byName = compared.match == Match::Fine && !backend.port.name.isEmpty();
        const QString value = byName ? candidate.name : QString::number(candidate.port);
        if (to.value.isEmpty() && compared.right == u':' + value)
            to = {service->ref(), u"spec.ports[%1].%2"_s.arg(index).arg(byName ? u"name"_s : u"port"_s), value};
    }
    add({portRule, compared.match, port, to});
}

/// A Service of another application has a picture of its own.
bool Collector::isOfThisPicture(const model::Service &service) const
{
    return std::find(m_services.begin(), m_services.end(), service.ref()) != m_services.end();
}

/// Two paths to the same backend say the same.
void Collector::add(Connection made)
{
    const auto saysTheSame = [&](const Connection &known) {
        return known.rule == made.rule && known.from.object == made.from.object &&
               known.from.value == made.from.value && known.to == made.to;
    };
    if (std::none_of(m_made.begin(), m_made.end(), saysTheSame))
        m_made.push_back(std::move(made));
}

} // namespace

std::vector<Connection> connectionsOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    return Collector(cluster, diagnosis).collect();
}

} // namespace faultline::topology
