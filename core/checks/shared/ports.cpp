#include "core/checks/shared/ports.h"

#include "core/base/fuzzy.h"
#include "core/base/yamlquote.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

void addPorts(const model::Container &container, const QString &field, std::vector<DeclaredPort> &ports)
{
    for (size_t index = 0; index < container.ports.size(); ++index)
        ports.push_back({&container, &container.ports[index], u"%1.ports[%2]"_s.arg(field).arg(index)});
}

bool isSlipOfDigits(int left, int right)
{
    return left != right && base::editDistance(QString::number(left), QString::number(right)) == 1;
}

/// The first port that `fits`, or nullptr.
template <typename Fits> const model::ContainerPort *firstThat(const std::vector<DeclaredPort> &ports, Fits fits)
{
    const auto found =
        std::find_if(ports.begin(), ports.end(), [&](const DeclaredPort &port) { return fits(*port.port); });
    return found == ports.end() ? nullptr : found->port;
}

const model::ContainerPort *namesake(const model::ServicePort &port, const std::vector<DeclaredPort> &ports)
{
    return firstThat(ports, [&](const model::ContainerPort &declared) {
        return !port.name.isEmpty() && declared.name == port.name;
    });
}

const model::ContainerPort *slipOf(const model::PortReference &target, const std::vector<DeclaredPort> &ports)
{
    return firstThat(ports, [&](const model::ContainerPort &declared) {
        return target.name.isEmpty() ? isSlipOfDigits(target.number, declared.containerPort)
                                     : base::looksAlike(target.name, declared.name);
    });
}

/// "80" written as a string is a name to Kubernetes, and the number was meant.
const model::ContainerPort *numberWrittenAsName(const model::PortReference &target,
                                                const std::vector<DeclaredPort> &ports)
{
    return firstThat(ports, [&](const model::ContainerPort &declared) {
        return target.name == QString::number(declared.containerPort);
    });
}

const model::ContainerPort *ofNumber(int number, const std::vector<DeclaredPort> &ports)
{
    return firstThat(ports, [&](const model::ContainerPort &declared) { return declared.containerPort == number; });
}

std::vector<DeclaredPort> ofProtocol(const std::vector<DeclaredPort> &ports, const QString &protocol)
{
    std::vector<DeclaredPort> result;
    std::copy_if(ports.begin(), ports.end(), std::back_inserter(result),
                 [&](const DeclaredPort &port) { return port.port->protocol == protocol; });
    return result;
}

const model::ContainerPort *meantPort(const model::ServicePort &port, const std::vector<DeclaredPort> &all)
{
    const std::vector<DeclaredPort> ports = ofProtocol(all, port.protocol);
    if (const auto *found = numberWrittenAsName(port.targetPort, ports))
        return found;
    if (const auto *found = namesake(port, ports))
        return found;
    if (ports.size() == 1)
        return ports.front().port;
    if (const auto *found = slipOf(port.targetPort, ports))
        return found;
    return ofNumber(port.port, ports);
}

} // namespace

std::vector<DeclaredPort> declaredPorts(const model::PodSpec &spec)
{
    std::vector<DeclaredPort> ports;
    for (size_t index = 0; index < spec.containers.size(); ++index)
        addPorts(spec.containers[index], u"containers[%1]"_s.arg(index), ports);
    for (size_t index = 0; index < spec.initContainers.size(); ++index) {
        if (model::isSidecar(spec.initContainers[index]))
            addPorts(spec.initContainers[index], u"initContainers[%1]"_s.arg(index), ports);
    }
    return ports;
}

DeclaredPort findNamedPort(const model::PodSpec &spec, const QString &name, const QString &protocol)
{
    for (const DeclaredPort &declared : declaredPorts(spec)) {
        if (declared.port->name == name && declared.port->protocol == protocol)
            return declared;
    }
    return {};
}

bool hasSilentContainer(const model::PodSpec &spec)
{
    return std::any_of(spec.containers.begin(), spec.containers.end(),
                       [](const model::Container &container) { return container.ports.empty(); });
}

int targetNumber(const model::ServicePort &port, const model::PodSpec &spec)
{
    if (port.targetPort.name.isEmpty())
        return port.targetPort.number;
    const DeclaredPort found = findNamedPort(spec, port.targetPort.name, port.protocol);
    return found.port ? found.port->containerPort : 0;
}

QString portText(int number, const QString &protocol, const QString &name)
{
    QString text = QString::number(number);
    if (!protocol.isEmpty() && protocol != "TCP"_L1)
        text += u'/' + protocol;
    return name.isEmpty() ? text : u"%1 (%2)"_s.arg(text, name);
}

QString declaredPortsText(const std::vector<DeclaredPort> &ports)
{
    QStringList texts;
    for (const DeclaredPort &declared : ports)
        texts.append(portText(declared.port->containerPort, declared.port->protocol, declared.port->name));
    return texts.join(", "_L1);
}

QString servicePortsText(const model::Service &service)
{
    QStringList texts;
    for (const model::ServicePort &port : service.ports)
        texts.append(portText(port.port, port.protocol, port.name));
    return texts.join(", "_L1);
}

bool isQuotedNumber(const model::PortReference &port)
{
    return !port.name.isEmpty() &&
           std::all_of(port.name.begin(), port.name.end(), [](QChar letter) { return letter.isDigit(); });
}

QString referenceText(const model::PortReference &port)
{
    return isQuotedNumber(port) ? u'"' + port.name + u'"' : port.toString();
}

QString suggestedPort(const model::ServicePort &port, const std::vector<DeclaredPort> &declared)
{
    const model::ContainerPort *meant = meantPort(port, declared);
    if (meant == nullptr)
        return {};
    const bool byName =
        !port.targetPort.name.isEmpty() && port.targetPort.name != QString::number(meant->containerPort);
    return byName && !meant->name.isEmpty() ? meant->name : QString::number(meant->containerPort);
}

namespace {

/// A port by number or by name, as JSON writes it.
QString jsonPort(const QString &port)
{
    bool isNumber = false;
    [[maybe_unused]] const int number = port.toInt(&isNumber);
    return port.isEmpty() || isNumber ? port : u'"' + port + u'"';
}

QString targetYaml(const model::PortReference &target)
{
    return target.name.isEmpty() || isQuotedNumber(target) ? referenceText(target) : base::yamlString(target.name);
}

/// The port that the target names is declared, but for another protocol; unless one of the Service port's own protocol
/// is named after it ("dns" and "tcp-dns").
const model::ContainerPort *ofOtherProtocol(const model::ServicePort &port, const std::vector<DeclaredPort> &declared)
{
    const model::ContainerPort *own = meantPort(port, declared);
    const QString &target = port.targetPort.name;
    if (own && !own->name.isEmpty() && (own->name == port.name || (!target.isEmpty() && own->name.contains(target))))
        return nullptr;
    return firstThat(declared, [&](const model::ContainerPort &candidate) {
        const bool isNamed = port.targetPort.name.isEmpty() ? candidate.containerPort == port.targetPort.number
                                                            : candidate.name == port.targetPort.name;
        return isNamed && candidate.protocol != port.protocol;
    });
}

QString portTrouble(const model::ServicePort &port, bool isOtherProtocol)
{
    if (isOtherProtocol)
        return u"protocol"_s;
    if (isQuotedNumber(port.targetPort))
        return u"quotedNumber"_s;
    return port.targetPort.name.isEmpty() ? u"number"_s : u"name"_s;
}

/// How to put a wrong targetPort right: by another port, or by the protocol under which that very port is declared.
Facts mendFacts(const model::ServicePort &port, const std::vector<DeclaredPort> &declared)
{
    const model::ContainerPort *other = ofOtherProtocol(port, declared);
    const QString suggested = other ? QString() : suggestedPort(port, declared);
    return factsOf({{fact::suggestedPort, suggested},
                    {fact::suggestedPortJson, jsonPort(suggested)},
                    {fact::suggestedProtocol, other ? other->protocol : QString()},
                    {fact::portTrouble, portTrouble(port, other != nullptr)}});
}

} // namespace

Facts portFacts(const model::Service &service, size_t index, const model::PodSpec &spec)
{
    const model::ServicePort &port = service.ports[index];
    const std::vector<DeclaredPort> declared = declaredPorts(spec);
    Facts facts = mendFacts(port, declared);
    facts.merge(factsOf({{fact::servicePort, QString::number(port.port)},
                         {fact::servicePorts, servicePortsText(service)},
                         {fact::protocol, port.protocol},
                         {fact::targetPort, referenceText(port.targetPort)},
                         {fact::targetPortYaml, targetYaml(port.targetPort)},
                         {fact::containerPorts, declaredPortsText(declared)},
                         {fact::portIndex, QString::number(index)}}));
    return facts;
}

QString targetPortField(size_t index) { return u"spec.ports[%1].targetPort"_s.arg(index); }

std::vector<Evidence> portEvidence(const model::Service &service, size_t index, const PodShape &shape)
{
    const model::ServicePort &wanted = service.ports[index];
    std::vector<Evidence> evidence{fieldOf(service.ref(), targetPortField(index), referenceText(wanted.targetPort))};
    for (const DeclaredPort &declared : declaredPorts(*shape.spec)) {
        const model::ContainerPort &port = *declared.port;
        evidence.push_back(fieldOf(shape.object, shape.specField() + u'.' + declared.field,
                                   portText(port.containerPort, port.protocol, port.name)));
    }
    return evidence;
}

} // namespace faultline::checks
