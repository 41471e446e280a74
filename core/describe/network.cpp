#include "core/describe/sections.h"

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

QString addressesOf(const QJsonObject &object)
{
    QStringList addresses;
    for (const QJsonValue &value : at(object, u"status.loadBalancer.ingress"_s).toArray()) {
        const QString address = textAt(value.toObject(), u"ip"_s);
        addresses.append(address.isEmpty() ? textAt(value.toObject(), u"hostname"_s) : address);
    }
    return addresses.join(u", "_s);
}

QString orUnset(const QString &text) { return text.isEmpty() ? u"<unset>"_s : text; }

void writePort(Page &page, const Subject &subject, const QJsonObject &port)
{
    const QString name = textAt(port, u"name"_s);
    const QString given = textAt(port, u"protocol"_s), protocol = given.isEmpty() ? u"TCP"_s : given;
    page.line(0, u"Port"_s, u"%1\t%2/%3"_s.arg(orUnset(name), textAt(port, u"port"_s), protocol));
    const QString target = textAt(port, u"targetPort"_s);
    page.line(0, u"TargetPort"_s, (target.isEmpty() ? textAt(port, u"port"_s) : target) + u'/' + protocol);
    if (const QString node = textAt(port, u"nodePort"_s); !node.isEmpty())
        page.line(0, u"NodePort"_s, u"%1\t%2/%3"_s.arg(orUnset(name), node, protocol));
    if (const model::Service *service = subject.cluster.service(subject.ref.nameSpace, subject.ref.name))
        page.line(0, u"Endpoints"_s, endpointsText(subject.cluster, *service, name));
}

/// "orders:80 (10.1.2.3:8080)" of a backend, in the form of any version of the API.
QString backendText(const Subject &subject, const QJsonObject &backend)
{
    if (backend.contains("resource"_L1)) {
        return u"APIGroup: %1, Kind: %2, Name: %3"_s.arg(textAt(backend, u"resource.apiGroup"_s),
                                                         textAt(backend, u"resource.kind"_s),
                                                         textAt(backend, u"resource.name"_s));
    }
    const bool isFlat = backend.contains("serviceName"_L1);
    const QString name = textAt(backend, isFlat ? u"serviceName"_s : u"service.name"_s);
    const QString portName = textAt(backend, u"service.port.name"_s);
    const QString port = isFlat               ? textAt(backend, u"servicePort"_s)
                         : portName.isEmpty() ? textAt(backend, u"service.port.number"_s)
                                              : portName;
    const model::Service *service = subject.cluster.service(subject.ref.nameSpace, name);
    if (service == nullptr)
        return u"%1:%2 (<error: services \"%1\" not found>)"_s.arg(name, port);
    for (const model::ServicePort &served : service->ports) {
        if (served.name == port || QString::number(served.port) == port)
            return u"%1:%2 (%3)"_s.arg(name, port, endpointsText(subject.cluster, *service, served.name));
    }
    return u"%1:%2 ()"_s.arg(name, port);
}

void writeTls(Page &page, const QJsonArray &entries)
{
    if (entries.isEmpty())
        return;
    page.text(0, u"TLS:"_s);
    for (const QJsonValue &value : entries) {
        const QString secret = textAt(value.toObject(), u"secretName"_s);
        const QString hosts = joined(value.toObject().value("hosts"_L1), u","_s);
        page.text(1, secret.isEmpty() ? u"SNI routes "_s + hosts : secret + u" terminates "_s + hosts);
    }
}

void writeRules(Page &page, const Subject &subject)
{
    page.text(0, u"Rules:"_s);
    page.text(1, u"Host\tPath\tBackends"_s);
    page.text(1, u"----\t----\t--------"_s);
    int count = 0;
    for (const QJsonValue &value : at(subject.object, u"spec.rules"_s).toArray()) {
        const QString host = textAt(value.toObject(), u"host"_s);
        const QJsonArray paths = at(value.toObject(), u"http.paths"_s).toArray();
        if (paths.isEmpty())
            continue;
        ++count;
        page.text(1, (host.isEmpty() ? u"*"_s : host) + u'\t');
        for (const QJsonValue &path : paths) {
            const QString backend = backendText(subject, path.toObject().value("backend"_L1).toObject());
            page.text(2, u'\t' + textAt(path.toObject(), u"path"_s) + u" \t"_s + backend);
        }
    }
    if (count > 0)
        return;
    const QJsonObject backend = at(subject.object, u"spec.defaultBackend"_s).toObject();
    page.text(1, u"*\t*\t"_s + (backend.isEmpty() ? u"<default>"_s : backendText(subject, backend)));
}

} // namespace

void writeService(Page &page, const Subject &subject)
{
    const QJsonObject spec = subject.object.value("spec"_L1).toObject();
    writeName(page, subject);
    writeLabels(page, subject);
    page.line(0, u"Selector"_s, pairsText(spec.value("selector"_L1).toObject()));
    const QString type = textAt(spec, u"type"_s);
    page.line(0, u"Type"_s, type.isEmpty() ? u"ClusterIP"_s : type);
    page.lineIf(0, u"IP Family Policy"_s, textAt(spec, u"ipFamilyPolicy"_s));
    page.line(0, u"IP Families"_s, orNone(joined(spec.value("ipFamilies"_L1), u","_s)));
    page.line(0, u"IP"_s, textAt(spec, u"clusterIP"_s));
    page.line(0, u"IPs"_s, orNone(joined(spec.value("clusterIPs"_L1), u","_s)));
    page.lineIf(0, u"External IPs"_s, joined(spec.value("externalIPs"_L1), u","_s));
    page.lineIf(0, u"Desired LoadBalancer IP"_s, textAt(spec, u"loadBalancerIP"_s));
    page.lineIf(0, u"External Name"_s, textAt(spec, u"externalName"_s));
    page.lineIf(0, u"LoadBalancer Ingress"_s, addressesOf(subject.object));
    for (const QJsonValue &port : spec.value("ports"_L1).toArray())
        writePort(page, subject, port.toObject());
    page.line(0, u"Session Affinity"_s, textAt(spec, u"sessionAffinity"_s));
    page.lineIf(0, u"External Traffic Policy"_s, textAt(spec, u"externalTrafficPolicy"_s));
    page.lineIf(0, u"Internal Traffic Policy"_s, textAt(spec, u"internalTrafficPolicy"_s));
    page.lineIf(0, u"LoadBalancer Source Ranges"_s, joined(spec.value("loadBalancerSourceRanges"_L1), u","_s));
    writeEvents(page, subject);
}

void writeIngress(Page &page, const Subject &subject)
{
    page.line(0, u"Name"_s, subject.ref.name);
    page.pairs(0, u"Labels"_s, at(subject.object, u"metadata.labels"_s).toObject());
    page.line(0, u"Namespace"_s, subject.ref.nameSpace);
    page.line(0, u"Address"_s, addressesOf(subject.object));
    page.line(0, u"Ingress Class"_s, orNone(textAt(subject.object, u"spec.ingressClassName"_s)));
    const QJsonObject backend = at(subject.object, u"spec.defaultBackend"_s).toObject();
    page.line(0, u"Default backend"_s, backend.isEmpty() ? u"<default>"_s : backendText(subject, backend));
    writeTls(page, at(subject.object, u"spec.tls"_s).toArray());
    writeRules(page, subject);
    page.annotations(0, at(subject.object, u"metadata.annotations"_s).toObject());
    writeEvents(page, subject);
}

void writeIngressClass(Page &page, const Subject &subject)
{
    writeName(page, subject);
    writeLabels(page, subject);
    page.line(0, u"Controller"_s, textAt(subject.object, u"spec.controller"_s));
    const QJsonObject parameters = at(subject.object, u"spec.parameters"_s).toObject();
    if (!parameters.isEmpty()) {
        page.text(0, u"Parameters:"_s);
        page.lineIf(1, u"APIGroup"_s, textAt(parameters, u"apiGroup"_s));
        page.line(1, u"Kind"_s, textAt(parameters, u"kind"_s));
        page.line(1, u"Name"_s, textAt(parameters, u"name"_s));
    }
    writeEvents(page, subject);
}

} // namespace faultline::describe
