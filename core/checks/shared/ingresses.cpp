#include "core/checks/shared/ingresses.h"

#include "core/base/fuzzy.h"
#include "core/checks/shared/candidates.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isPort(const model::ServicePort &port, const model::PortReference &wanted)
{
    return wanted.name.isEmpty() ? port.port == wanted.number : port.name == wanted.name;
}

/// The Service's port whose targetPort or nodePort was written into the Ingress.
const model::ServicePort *meantByOtherNumber(const model::Service &service, const model::PortReference &wanted)
{
    const auto found = std::find_if(service.ports.begin(), service.ports.end(), [&](const model::ServicePort &port) {
        return !wanted.isNull() &&
               (port.targetPort == wanted || (wanted.number != 0 && port.nodePort == wanted.number) ||
                wanted.name == QString::number(port.port));
    });
    return found == service.ports.end() ? nullptr : &*found;
}

QString likelyPort(const model::Service &service, const model::PortReference &wanted)
{
    if (const model::ServicePort *meant = meantByOtherNumber(service, wanted))
        return QString::number(meant->port);
    if (service.ports.size() == 1)
        return QString::number(service.ports.front().port);
    QStringList candidates;
    for (const model::ServicePort &port : service.ports)
        candidates.append(wanted.name.isEmpty() ? QString::number(port.port) : port.name);
    return base::closest(wanted.toString(), candidates);
}

QString similarService(const model::Cluster &cluster, const model::Ingress &ingress, const QString &name)
{
    QStringList names;
    for (const model::Service &service : cluster.servicesIn(ingress.meta.nameSpace))
        names.append(service.meta.name);
    const QString similar = base::closest(name, names);
    if (!similar.isEmpty())
        return similar;
    for (const model::Service &service : cluster.servicesIn(ingress.meta.nameSpace)) {
        if (isNearMissBackend(cluster, service, {name, {}, false}))
            return service.meta.name;
    }
    return {};
}

/// An Ingress cannot reach into another namespace, however often that is tried.
QString namespaceThatHas(const model::Cluster &cluster, const QString &serviceName, const QString &notThis)
{
    for (const model::Service &service : cluster.services()) {
        if (service.meta.name == serviceName && service.meta.nameSpace != notThis)
            return service.meta.nameSpace;
    }
    return {};
}

bool concerns(const model::Cluster &cluster, const model::Service &service, const model::Ingress &ingress,
              const model::IngressBackend &backend)
{
    if (backend.serviceName == service.meta.name)
        return true;
    if (cluster.service(ingress.meta.nameSpace, backend.serviceName) != nullptr)
        return false;
    const QString similar = similarService(cluster, ingress, backend.serviceName);
    return similar.isEmpty() || similar == service.meta.name;
}

Facts portHint(const model::Service &service, const model::PortReference &wanted)
{
    const bool isTarget = std::any_of(service.ports.begin(), service.ports.end(),
                                      [&](const model::ServicePort &port) { return port.targetPort == wanted; });
    return factsOf({{fact::servicePorts, servicePortsText(service)},
                    {fact::suggestedPort, likelyPort(service, wanted)},
                    {fact::targetPort, isTarget ? wanted.toString() : QString()}});
}

std::vector<Evidence> portsOfService(const model::Service &service)
{
    std::vector<Evidence> evidence;
    for (size_t index = 0; index < service.ports.size(); ++index) {
        const model::ServicePort &port = service.ports[index];
        const QString field = u"spec.ports[%1]"_s.arg(index);
        evidence.push_back(fieldOf(service.ref(), field + ".port"_L1, portText(port.port, port.protocol, port.name)));
        evidence.push_back(fieldOf(service.ref(), field + ".targetPort"_L1, port.targetPort.toString()));
        if (port.nodePort != 0)
            evidence.push_back(fieldOf(service.ref(), field + ".nodePort"_L1, QString::number(port.nodePort)));
    }
    return evidence;
}

} // namespace

BackendTarget resolveBackend(const model::Cluster &cluster, const model::Ingress &ingress,
                             const model::IngressBackend &backend)
{
    BackendTarget target{cluster.service(ingress.meta.nameSpace, backend.serviceName), nullptr};
    if (target.service == nullptr)
        return target;
    const auto &ports = target.service->ports;
    const auto found = std::find_if(ports.begin(), ports.end(),
                                    [&](const model::ServicePort &port) { return isPort(port, backend.port); });
    target.port = found == ports.end() ? nullptr : &*found;
    return target;
}

std::vector<model::IngressPath> backendsInQuestion(const model::Cluster &cluster, const model::Ingress &ingress,
                                                   const model::Service *service)
{
    std::vector<model::IngressPath> backends = ingress.backends();
    std::erase_if(backends, [&](const model::IngressPath &path) {
        return path.backend.isResource || (service && !concerns(cluster, *service, ingress, path.backend));
    });
    return backends;
}

QString jsonPointer(const QString &fieldPath)
{
    QString pointer = u'/' + fieldPath;
    pointer.replace(u'.', u'/').replace(u'[', u'/').remove(u']');
    return pointer;
}

Facts backendFacts(const model::Cluster &cluster, const model::Ingress &ingress, const model::IngressPath &path)
{
    const QString &name = path.backend.serviceName;
    Facts facts = factsOf({{fact::backendService, name},
                           {fact::backendPort, path.backend.port.isNull() ? QString() : path.backend.port.toString()},
                           {fact::backendPath, jsonPointer(path.fieldPath)},
                           {fact::host, path.host},
                           {fact::path, path.path}});
    if (const model::Service *service = cluster.service(ingress.meta.nameSpace, name)) {
        facts.merge(portHint(*service, path.backend.port));
    } else {
        facts.merge(factsOf({{fact::missingKind, u"Service"_s},
                             {fact::missingName, name},
                             {fact::similar, similarService(cluster, ingress, name)},
                             {fact::elsewhere, namespaceThatHas(cluster, name, ingress.meta.nameSpace)}}));
    }
    return facts;
}

std::vector<Evidence> backendEvidence(const model::Cluster &cluster, const model::Ingress &ingress,
                                      const model::IngressPath &path)
{
    const QString field = path.fieldPath + ".service"_L1;
    std::vector<Evidence> evidence{fieldOf(ingress.ref(), field + ".name"_L1, path.backend.serviceName)};
    const model::Service *service = cluster.service(ingress.meta.nameSpace, path.backend.serviceName);
    if (service == nullptr)
        return evidence;
    const QString portField = path.backend.port.name.isEmpty() ? u".port.number"_s : u".port.name"_s;
    evidence.push_back(fieldOf(ingress.ref(), field + portField, path.backend.port.toString()));
    for (Evidence &port : portsOfService(*service))
        evidence.push_back(std::move(port));
    return evidence;
}

QString requestedClass(const model::Ingress &ingress)
{
    return ingress.className.isEmpty() ? ingress.meta.annotations.value(u"kubernetes.io/ingress.class")
                                       : ingress.className;
}

const model::IngressClass *servingClass(const model::Cluster &cluster, const model::Ingress &ingress)
{
    const QString name = requestedClass(ingress);
    if (!name.isEmpty())
        return cluster.ingressClass(name);
    // Of several default classes the newest wins, as the admission plugin DefaultIngressClass has it.
    const model::IngressClass *newest = nullptr;
    for (const model::IngressClass &candidate : cluster.ingressClasses()) {
        if (candidate.isDefault && (newest == nullptr || candidate.meta.created > newest->meta.created))
            newest = &candidate;
    }
    return newest;
}

} // namespace faultline::checks
