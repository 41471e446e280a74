#include "core/checks/shared/endpoints.h"

#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

bool hasPort(const model::EndpointSlice &slice, const model::ServicePort *port)
{
    return port == nullptr ||
           std::any_of(slice.ports.begin(), slice.ports.end(), [&](const model::EndpointPort &listed) {
               return listed.name == port->name && listed.protocol == port->protocol;
           });
}

QString endpointText(const model::Endpoint &endpoint)
{
    QString text = endpoint.addresses.join(u' ');
    if (!endpoint.ready)
        text += endpoint.terminating ? u" (terminating)"_s : u" (not ready)"_s;
    return text;
}

void addSlice(const model::EndpointSlice &slice, const model::ServicePort *port, EndpointView &view)
{
    QStringList texts;
    const bool counts = hasPort(slice, port);
    for (const model::Endpoint &endpoint : slice.endpoints) {
        texts.append(endpointText(endpoint));
        ++(endpoint.ready && counts ? view.ready : view.notReady);
    }
    const model::ObjectRef ref{slice.kind, slice.meta.nameSpace, slice.meta.name};
    view.evidence.push_back(fieldOf(ref, u"endpoints"_s, texts.join(", "_L1)));
    if (!counts)
        view.evidence.push_back(fieldOf(ref, u"ports"_s, {}));
}

EndpointView fromSlices(const model::Cluster &cluster, const model::Service &service, const model::ServicePort *port)
{
    EndpointView view;
    for (const model::EndpointSlice *slice : cluster.slicesOf(service))
        addSlice(*slice, port, view);
    return view;
}

void addPod(const model::Service &service, const model::Pod &pod, const model::ServicePort *port, EndpointView &view)
{
    // Pods on their way out or without an address are no endpoints at all (EndpointSlice controller,
    // ShouldPodBeInEndpoints).
    const bool listed = !pod.podIPs.isEmpty() && pod.phase != "Succeeded"_L1 && pod.phase != "Failed"_L1;
    const bool hasTarget = port == nullptr || targetNumber(*port, *pod.spec) != 0;
    const bool ready = !pod.meta.deleted.isValid() && (pod.isReady() || service.publishNotReadyAddresses);
    if (listed)
        ++(ready && hasTarget ? view.ready : view.notReady);
    view.evidence.push_back(
        fieldOf(refTo(pod), u"status.conditions[Ready].status"_s, pod.isReady() ? u"True"_s : u"False"_s));
}

EndpointView fromPods(const model::Cluster &cluster, const model::Service &service, const model::ServicePort *port)
{
    EndpointView view;
    for (const model::Pod *pod : cluster.podsSelectedBy(service))
        addPod(service, *pod, port, view);
    return view;
}

EndpointView viewOf(const model::Cluster &cluster, const model::Service &service, const model::ServicePort *port)
{
    if (!seesEndpoints(cluster) && (!cluster.sees(Kind::Pod) || service.selector.isEmpty()))
        return {};
    EndpointView view = seesEndpoints(cluster) ? fromSlices(cluster, service, port) : fromPods(cluster, service, port);
    view.readiness = view.ready > 0 ? EndpointView::Readiness::Ready : EndpointView::Readiness::NoneReady;
    return view;
}

} // namespace

bool seesEndpoints(const model::Cluster &cluster)
{
    return cluster.sees(Kind::EndpointSlice) || cluster.sees(Kind::Endpoints);
}

EndpointView endpointsOf(const model::Cluster &cluster, const model::Service &service)
{
    return viewOf(cluster, service, nullptr);
}

EndpointView endpointsOf(const model::Cluster &cluster, const model::Service &service, const model::ServicePort &port)
{
    return viewOf(cluster, service, &port);
}

} // namespace faultline::checks
