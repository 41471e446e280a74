#include "core/topology/compare.h"

#include "core/checks/shared/ports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::topology {

namespace {

using guide::Finding;
using Match = Link::Match;

const Finding *findingAbout(const guide::Diagnosis &diagnosis, const model::ObjectRef &object)
{
    const auto found = std::find_if(diagnosis.findings.begin(), diagnosis.findings.end(), [&](const Finding &finding) {
        return finding.object == object && !finding.isNote && !finding.explained;
    });
    return found == diagnosis.findings.end() ? nullptr : &*found;
}

QString fact(const Finding *finding, QLatin1StringView name)
{
    if (finding == nullptr)
        return {};
    const auto found = finding->facts.find(name);
    return found == finding->facts.end() ? QString() : found->second;
}

QString pairText(const QString &key, const QString &value) { return key + u'=' + value; }

/// The first pair that the labels do not have, beside what they have under that key, or what the finding found near.
Comparison differingPair(const model::Service &service, const model::Labels &labels, const Finding *finding)
{
    for (const auto &[key, value] : service.selector) {
        const QString pair = pairText(key, value);
        const QString had = labels.value(key);
        if (had == value && !had.isNull())
            continue;
        QString right = had.isNull() ? QString() : pairText(key, had);
        if (fact(finding, checks::fact::selectorPair) == pair)
            right = fact(finding, checks::fact::labelPair);
        return {Match::Wrong, pair, right, u"spec.selector."_s + key};
    }
    return {Match::Wrong, {}, {}, u"spec.selector"_s};
}

std::vector<const model::ContainerPort *> portsOf(const model::PodSpec &spec)
{
    std::vector<const model::ContainerPort *> ports;
    for (const model::Container &container : spec.containers) {
        for (const model::ContainerPort &port : container.ports)
            ports.push_back(&port);
    }
    for (const model::Container &container : spec.initContainers) {
        for (const model::ContainerPort &port : container.ports) {
            if (model::isSidecar(container))
                ports.push_back(&port);
        }
    }
    return ports;
}

bool isTarget(const model::ServicePort &port, const model::ContainerPort &declared)
{
    const model::PortReference &target = port.targetPort;
    const bool same = target.name.isEmpty() ? declared.containerPort == target.number : declared.name == target.name;
    return same && declared.protocol == port.protocol;
}

QString portText(int number, const QString &protocol, const QString &name)
{
    QString text = QString::number(number);
    if (!protocol.isEmpty() && protocol != "TCP"_L1)
        text += u'/' + protocol;
    return name.isEmpty() ? text : u"%1 (%2)"_s.arg(text, name);
}

QString containerPortText(const model::ContainerPort &port)
{
    return u"containerPort "_s + portText(port.containerPort, port.protocol, port.name);
}

/// How sure it is that an undeclared target is wrong: a name cannot resolve, a number may be listened on all the same.
Match matchOfUndeclared(const model::ServicePort &port, const Finding *finding)
{
    if (!port.targetPort.name.isEmpty())
        return Match::Wrong;
    if (finding == nullptr || fact(finding, checks::fact::targetPort) != port.targetPort.toString())
        return Match::Unknown;
    return finding->certainty == guide::Certainty::Proven ? Match::Wrong : Match::Suspected;
}

Comparison compareTarget(const model::ServicePort &port, const std::vector<const model::ContainerPort *> &declared,
                         const Finding *finding)
{
    const QString left = u"targetPort "_s + port.targetPort.toString();
    for (const model::ContainerPort *candidate : declared) {
        if (isTarget(port, *candidate))
            return {Match::Fine, left, containerPortText(*candidate)};
    }
    const QString suggested = fact(finding, checks::fact::suggestedPort);
    const auto meant = std::find_if(declared.begin(), declared.end(), [&](const model::ContainerPort *candidate) {
        return candidate->name == suggested || QString::number(candidate->containerPort) == suggested;
    });
    const QString right = declared.empty()          ? QString()
                          : meant == declared.end() ? containerPortText(*declared.front())
                                                    : containerPortText(**meant);
    return {matchOfUndeclared(port, finding), left, right};
}

} // namespace

Comparison compareSelection(const model::Service &service, const model::Labels &labels, const model::PodSpec &spec,
                            const guide::Diagnosis &diagnosis)
{
    const Finding *finding = findingAbout(diagnosis, service.ref());
    if (!labels.containsAll(service.selector))
        return differingPair(service, labels, finding);
    const std::vector<const model::ContainerPort *> declared = portsOf(spec);
    Comparison shown;
    for (size_t index = 0; index < service.ports.size(); ++index) {
        Comparison compared = compareTarget(service.ports[index], declared, finding);
        compared.field = checks::targetPortField(index);
        const bool isFirst = shown.left.isEmpty();
        const bool isWorse = shown.match == Match::Fine && compared.match != Match::Fine;
        if (isFirst || isWorse || compared.match == Match::Wrong)
            shown = std::move(compared);
        if (shown.match == Match::Wrong)
            break;
    }
    return shown;
}

Comparison comparePort(const model::Service &service, const model::ServicePort &port, const model::PodSpec &spec,
                       const guide::Diagnosis &diagnosis)
{
    return compareTarget(port, portsOf(spec), findingAbout(diagnosis, service.ref()));
}

Comparison compareBackend(const model::IngressBackend &backend, const model::Service &service)
{
    const QString left = u':' + backend.port.toString();
    for (const model::ServicePort &port : service.ports) {
        const bool same =
            backend.port.name.isEmpty() ? port.port == backend.port.number : port.name == backend.port.name;
        if (same)
            return {Match::Fine, left, u':' + (backend.port.name.isEmpty() ? QString::number(port.port) : port.name)};
    }
    if (service.type == "ExternalName"_L1)
        return {Match::Unknown, left, {}};
    // The port whose target was written by mistake, else the first one.
    const auto meant = std::find_if(service.ports.begin(), service.ports.end(),
                                    [&](const model::ServicePort &port) { return port.targetPort == backend.port; });
    if (service.ports.empty())
        return {Match::Wrong, left, {}};
    const model::ServicePort &shown = meant == service.ports.end() ? service.ports.front() : *meant;
    return {Match::Wrong, left, u':' + QString::number(shown.port)};
}

QString servicePortsDetail(const model::Service &service)
{
    QStringList texts;
    for (const model::ServicePort &port : service.ports)
        texts.append(u"%1 → %2"_s.arg(portText(port.port, port.protocol, port.name), port.targetPort.toString()));
    QStringList parts; // what kind of door it is comes first: of a long line the end is cut
    if (service.type == "ExternalName"_L1)
        parts.append(u"ExternalName "_s + service.externalName);
    if (service.type == "LoadBalancer"_L1) {
        const QStringList &addresses = service.loadBalancerAddresses;
        parts.append(u"LoadBalancer "_s + (addresses.isEmpty() ? u"<pending>"_s : addresses.front()));
    }
    if (service.type == "NodePort"_L1)
        parts.append(service.type);
    if (!texts.isEmpty())
        parts.append(texts.join(", "_L1));
    return parts.join(u" · "_s);
}

QString containerPortsDetail(const model::PodSpec &spec)
{
    QStringList texts;
    for (const model::ContainerPort *port : portsOf(spec))
        texts.append(portText(port->containerPort, port->protocol, port->name));
    return texts.join(", "_L1);
}

} // namespace faultline::topology
