#include "core/checks/shared/probes.h"

#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

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

int probeBudgetSeconds(const model::Probe &probe)
{
    return probe.initialDelaySeconds + probe.periodSeconds * probe.failureThreshold;
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
