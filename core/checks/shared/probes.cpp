#include "core/checks/shared/probes.h"

#include "core/base/yamlquote.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ports.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr int kSlowStartSeconds = 300; ///< what kubernetes.io's own example of a slow start allows

QString portYaml(const model::PortReference &port)
{
    return port.name.isEmpty() ? QString::number(port.number) : base::yamlString(port.name);
}

QString httpGetYaml(const model::Probe &probe)
{
    QString yaml = u"httpGet: {path: "_s + base::yamlString(probe.path.isEmpty() ? u"/"_s : probe.path) +
                   u", port: "_s + portYaml(probe.port);
    if (probe.scheme == "HTTPS"_L1)
        yaml += u", scheme: HTTPS"_s;
    return yaml + u'}';
}

/// Words of pkg/probe and of Go's net/http, which it passes on.
QString failureIn(const QString &words)
{
    static const QRegularExpression tls(u"tls: |x509: |HTTP response to HTTPS client|malformed HTTP response"_s);
    static const QRegularExpression slow(u"timeout|timed out|deadline exceeded|Client\\.Timeout"_s);
    static const QRegularExpression unreachable(u"no route to host|network is unreachable|no such host"_s);
    if (words.isEmpty())
        return {};
    if (words.contains("couldn't find port"_L1)) // pkg/probe/util.go
        return u"port"_s;
    if (words.contains("statuscode: "_L1))
        return u"status"_s;
    if (tls.match(words).hasMatch())
        return u"tls"_s;
    if (words.contains("connection refused"_L1))
        return u"refused"_s;
    if (slow.match(words).hasMatch())
        return u"timeout"_s;
    return unreachable.match(words).hasMatch() ? u"unreachable"_s : QString();
}

QString failureOf(const model::Probe &probe, const QString &words)
{
    const QString failure = failureIn(words);
    const bool byProgram = !words.isEmpty() && probe.action == model::Probe::Action::Exec && failure != "timeout"_L1;
    return byProgram ? u"exec"_s : failure;
}

/// Enough for a slow start, and at least twice what it is now.
int suggestedFailures(const model::Probe &probe)
{
    const int period = std::max(probe.periodSeconds, 1);
    return std::max(probe.failureThreshold * 2, (kSlowStartSeconds + period - 1) / period);
}

QString portsOf(const model::Container &container)
{
    QStringList ports;
    for (const model::ContainerPort &port : container.ports)
        ports += portText(port.containerPort, port.protocol, port.name);
    return ports.join(u", "_s);
}

/// The only port that the container declares, where the probe asks at one that it does not: by the port's name where
/// the probe asks by name.
std::optional<model::PortReference> likelyPort(const ProbeView &view, const QString &failure)
{
    if ((failure != "refused"_L1 && failure != "port"_L1) || view.container.ports.size() != 1 ||
        view.probe.action == model::Probe::Action::Exec)
        return std::nullopt;
    const model::ContainerPort &declared = view.container.ports.front();
    const model::PortReference &asked = view.probe.port;
    const bool isAsked = asked.name.isEmpty() ? asked.number == declared.containerPort : asked.name == declared.name;
    if (isAsked)
        return std::nullopt;
    const bool byName = !asked.name.isEmpty() && !declared.name.isEmpty();
    return byName ? model::PortReference{0, declared.name} : model::PortReference{declared.containerPort, {}};
}

/// What the probe does, with the port that it should ask at.
QString mendedYaml(const ProbeView &view, const std::optional<model::PortReference> &port)
{
    model::Probe mended = view.probe;
    if (port)
        mended.port = *port;
    return probeYaml(mended);
}

QString pathOf(const ProbeView &view, const QString &field)
{
    const std::vector<model::Container> &first = view.pod.spec->initContainers;
    const bool isInit =
        std::any_of(first.begin(), first.end(), [&](const auto &other) { return other.name == view.container.name; });
    return (isInit ? u"spec.initContainers["_s : u"spec.containers["_s) + view.container.name + u"]."_s + field;
}

} // namespace

QString probeText(const model::Probe &probe)
{
    switch (probe.action) {
    case model::Probe::Action::HttpGet: {
        const QString scheme = probe.scheme.isEmpty() ? u"HTTP"_s : probe.scheme;
        const QString slash = probe.path.startsWith(u'/') ? QString() : u"/"_s;
        return scheme + u" GET :"_s + probe.port.toString() + slash + probe.path;
    }
    case model::Probe::Action::TcpSocket:
        return u"TCP :"_s + probe.port.toString();
    case model::Probe::Action::Grpc:
        return u"gRPC :"_s + probe.port.toString();
    case model::Probe::Action::Exec:
        break;
    }
    return u"exec "_s + probe.command.join(u' ');
}

QString probeYaml(const model::Probe &probe)
{
    switch (probe.action) {
    case model::Probe::Action::HttpGet:
        return httpGetYaml(probe);
    case model::Probe::Action::TcpSocket:
        return u"tcpSocket: {port: "_s + portYaml(probe.port) + u'}';
    case model::Probe::Action::Grpc:
        return u"grpc: {port: "_s + portYaml(probe.port) + u'}';
    case model::Probe::Action::Exec:
        break;
    }
    QStringList words;
    for (const QString &word : probe.command)
        words += base::yamlString(word);
    return u"exec: {command: ["_s + words.join(u", "_s) + u"]}"_s;
}

int probeBudgetSeconds(const model::Probe &probe)
{
    return probe.initialDelaySeconds + probe.periodSeconds * probe.failureThreshold;
}

Facts probeFacts(const ProbeView &view, const QString &failure)
{
    static const QRegularExpression status(u"statuscode: ([0-9]{3})"_s);
    const model::Probe &probe = view.probe;
    const std::optional<model::PortReference> port = likelyPort(view, failureOf(probe, failure));
    return factsOf({{fact::probe, probeText(probe)},
                    {fact::suggestedPort, port ? port->toString() : QString()},
                    {fact::probeField, QString(view.field)},
                    {fact::probeHandlerYaml, mendedYaml(view, port)},
                    {fact::probeDelay, QString::number(probe.initialDelaySeconds)},
                    {fact::probePeriod, QString::number(probe.periodSeconds)},
                    {fact::probeTimeout, QString::number(probe.timeoutSeconds)},
                    {fact::probeFailures, QString::number(probe.failureThreshold)},
                    {fact::probeBudget, QString::number(probeBudgetSeconds(probe))},
                    {fact::suggestedTimeout, failureOf(probe, failure) == "timeout"_L1
                                                 ? QString::number(std::max(probe.timeoutSeconds, 1) * 5)
                                                 : QString()},
                    {fact::suggestedFailures, QString::number(suggestedFailures(probe))},
                    {fact::containerPorts, portsOf(view.container)},
                    {fact::message, failure},
                    {fact::probeFailure, failureOf(probe, failure)},
                    {fact::probeStatus, status.match(failure).captured(1)}});
}

std::vector<Evidence> probeEvidence(const ProbeView &view)
{
    const model::Probe &probe = view.probe;
    const QString times = u" delay=%1s timeout=%2s period=%3s #failure=%4"_s.arg(probe.initialDelaySeconds)
                              .arg(probe.timeoutSeconds)
                              .arg(probe.periodSeconds)
                              .arg(probe.failureThreshold);
    const model::ObjectRef pod = refTo(view.pod);
    const QString ports = portsOf(view.container);
    return {fieldOf(pod, pathOf(view, QString(view.field)), probeText(probe) + times),
            fieldOf(pod, pathOf(view, u"ports"_s), ports.isEmpty() ? u"[]"_s : ports)};
}

const model::Event *latestProbeFailure(const model::Cluster &cluster, const model::Pod &pod, QStringView container,
                                       QLatin1StringView which)
{
    const QString start = which + u" probe "_s;
    const model::Event *latest = nullptr;
    for (const model::Event *event : cluster.eventsOf(refTo(pod))) {
        const bool unhealthy = event->reason == "Unhealthy"_L1 || event->reason == "ProbeError"_L1;
        const QString named = event->container();
        if (!unhealthy || (!named.isEmpty() && named != container) || !plainMessage(*event).startsWith(start))
            continue;
        if (!latest || event->last >= latest->last)
            latest = event;
    }
    return latest;
}

} // namespace faultline::checks
