#include "core/checks/shared/ingresses.h"

#include "core/base/fuzzy.h"
#include "core/base/yamlquote.h"
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

/// The Service's port that most likely is meant; a null reference when none is.
model::PortReference likelyPort(const model::Service &service, const model::PortReference &wanted)
{
    if (const model::ServicePort *meant = meantByOtherNumber(service, wanted))
        return {meant->port, {}};
    if (service.ports.size() == 1)
        return {service.ports.front().port, {}};
    QStringList candidates;
    for (const model::ServicePort &port : service.ports)
        candidates.append(wanted.name.isEmpty() ? QString::number(port.port) : port.name);
    const QString closest = base::closest(wanted.toString(), candidates);
    return wanted.name.isEmpty() ? model::PortReference{closest.toInt(), {}} : model::PortReference{0, closest};
}

/// What was written instead of the Service's port.
QString troubleOf(const model::Service &service, const model::PortReference &wanted)
{
    const auto isWritten = [&](auto part) { return std::any_of(service.ports.begin(), service.ports.end(), part); };
    if (isQuotedNumber(wanted))
        return u"quotedNumber"_s;
    if (isWritten([&](const model::ServicePort &port) { return port.targetPort == wanted; }))
        return u"target"_s;
    if (isWritten([&](const model::ServicePort &port) { return wanted.number != 0 && port.nodePort == wanted.number; }))
        return u"nodePort"_s;
    return wanted.name.isEmpty() ? u"number"_s : u"name"_s;
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
        if (isNearMissBackend(cluster, service, {name, {}, false, false}))
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
    const model::PortReference likely = likelyPort(service, wanted);
    const bool isByName = !likely.name.isEmpty();
    Facts facts = factsOf({{fact::servicePorts, servicePortsText(service)},
                           {fact::targetPort, isTarget ? wanted.toString() : QString()},
                           {fact::portTrouble, troubleOf(service, wanted)}});
    if (likely.isNull())
        return facts;
    facts[fact::suggestedPort] = likely.toString();
    facts[fact::suggestedPortYaml] =
        isByName ? u"name: "_s + base::yamlString(likely.name) : u"number: "_s + QString::number(likely.number);
    facts[fact::suggestedPortJson] =
        isByName ? u"{\"name\":\"%1\"}"_s.arg(likely.name) : u"{\"number\":%1}"_s.arg(likely.number);
    return facts;
}

QString portField(const model::IngressPath &path)
{
    if (path.backend.isFlat)
        return path.fieldPath + ".servicePort"_L1;
    return path.fieldPath + (path.backend.port.name.isEmpty() ? ".service.port.number"_L1 : ".service.port.name"_L1);
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

QString serviceNameField(const model::IngressPath &path)
{
    return path.fieldPath + (path.backend.isFlat ? ".serviceName"_L1 : ".service.name"_L1);
}

Facts backendFacts(const model::Cluster &cluster, const model::Ingress &ingress, const model::IngressPath &path)
{
    const QString &name = path.backend.serviceName;
    Facts facts =
        factsOf({{fact::backendService, name},
                 {fact::backendPort, path.backend.port.isNull() ? QString() : referenceText(path.backend.port)},
                 {fact::backendPath, jsonPointer(path.fieldPath)},
                 {fact::host, path.host},
                 {fact::path, path.path},
                 {fact::pathType, path.pathType}});
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
    std::vector<Evidence> evidence{fieldOf(ingress.ref(), serviceNameField(path), path.backend.serviceName)};
    const model::Service *service = cluster.service(ingress.meta.nameSpace, path.backend.serviceName);
    if (service == nullptr)
        return evidence;
    evidence.push_back(fieldOf(ingress.ref(), portField(path), referenceText(path.backend.port)));
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
