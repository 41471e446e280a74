#include "core/source/clusterdata.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using model::ClusterData;
using model::Kind;
using model::ObjectRef;

template <typename T> Kind kindOf(const T &object)
{
    if constexpr (requires { object.kind; }) {
        return object.kind;
    } else {
        return T::kKind;
    }
}

/// Calls `visit` with each list of namespaced objects.
template <typename Data, typename Visit> void forEachNamespaced(Data &data, Visit visit)
{
    visit(data.pods);
    visit(data.workloads);
    visit(data.services);
    visit(data.endpointSlices);
    visit(data.ingresses);
    visit(data.networkPolicies);
    visit(data.events);
    visit(data.configMaps);
    visit(data.secrets);
    visit(data.serviceAccounts);
    visit(data.claims);
    visit(data.quotas);
    visit(data.limitRanges);
    visit(data.autoscalers);
    visit(data.routes);
    visit(data.gateways);
    visit(data.referenceGrants);
    visit(data.resourceClaims);
    visit(data.disruptionBudgets);
}

template <typename Data, typename Visit> void forEachList(Data &data, Visit visit)
{
    forEachNamespaced(data, visit);
    visit(data.ingressClasses);
    visit(data.nodes);
    visit(data.namespaces);
    visit(data.volumes);
    visit(data.storageClasses);
    visit(data.gatewayClasses);
}

/// Every namespace of a served cluster holds the ConfigMap kube-root-ca.crt (since 1.20), and nobody lists it by hand.
bool looksComplete(const ClusterData &data)
{
    return !data.namespaces.empty() &&
           std::any_of(data.configMaps.begin(), data.configMaps.end(),
                       [](const model::ConfigMap &map) { return map.meta.name == "kube-root-ca.crt"_L1; });
}

bool belongsToReplicaSet(const model::Pod &pod)
{
    return std::any_of(pod.meta.owners.begin(), pod.meta.owners.end(),
                       [](const model::OwnerReference &owner) { return owner.kind == "ReplicaSet"_L1; });
}

/// Kinds without an object that cannot all be missing in such a cluster: the listing left them out. Each Service with a
/// selector has an EndpointSlice, be it empty; events go away after an hour, so that their absence proves nothing.
QSet<Kind> leftOut(const ClusterData &data, const QSet<Kind> &present)
{
    QSet<Kind> kinds{Kind::Event};
    const bool noEndpoints = !present.contains(Kind::EndpointSlice) && !present.contains(Kind::Endpoints);
    if (noEndpoints &&
        std::any_of(data.services.begin(), data.services.end(), std::mem_fn(&model::Service::choosesPods)))
        kinds += {Kind::EndpointSlice, Kind::Endpoints};
    if (std::any_of(data.pods.begin(), data.pods.end(), belongsToReplicaSet))
        kinds += Kind::ReplicaSet;
    return kinds;
}

template <typename T> void keepLastOfEach(model::ObjectList<T> &objects)
{
    QSet<ObjectRef> seen;
    std::vector<std::shared_ptr<const T>> kept;
    kept.reserve(objects.size());
    for (auto object = objects.shared().rbegin(); object != objects.shared().rend(); ++object) {
        const ObjectRef ref{kindOf(**object), (*object)->meta.nameSpace, (*object)->meta.name};
        // One Endpoints object gives an entry per subset: those are no duplicates.
        if (ref.kind != Kind::Endpoints && !ref.name.isEmpty() && seen.contains(ref))
            continue;
        seen.insert(ref);
        kept.push_back(std::move(*object));
    }
    std::reverse(kept.begin(), kept.end());
    objects.shared() = std::move(kept);
}

} // namespace

QSet<Kind> kindsIn(const ClusterData &data)
{
    QSet<Kind> kinds;
    forEachList(data, [&](const auto &objects) {
        for (const auto &object : objects)
            kinds.insert(kindOf(object));
    });
    return kinds;
}

void putIntoDefaultNamespace(ClusterData &data)
{
    const auto settle = [](QString &nameSpace) { nameSpace = u"default"_s; };
    forEachNamespaced(data, [&](auto &objects) {
        for (size_t i = 0; i < objects.size(); ++i) {
            if (objects[i].meta.nameSpace.isEmpty())
                settle(objects.edit(i).meta.nameSpace);
        }
    });
    for (size_t i = 0; i < data.events.size(); ++i) {
        const ObjectRef &about = data.events[i].object;
        if (!about.isNull() && model::isNamespaced(about.kind) && about.nameSpace.isEmpty())
            settle(data.events.edit(i).object.nameSpace);
    }
}

void dropDuplicates(ClusterData &data)
{
    forEachList(data, [](auto &objects) { keepLastOfEach(objects); });
}

void markUnseen(ClusterData &data, const QString &detail)
{
    const QSet<Kind> present = kindsIn(data);
    data.kindsAssumedComplete = looksComplete(data);
    const QSet<Kind> missing = leftOut(data, present);
    const auto assumed = [&](Kind kind) {
        if (!data.kindsAssumedComplete || kind == Kind::Secret || missing.contains(kind))
            return false;
        return model::isNamespaced(kind) || !data.nodes.empty();
    };
    for (const Kind kind : model::allKinds()) {
        if (!present.contains(kind) && !assumed(kind))
            data.unseen[kind] = {model::Unseen::Reason::NotInInput, detail};
    }
}

bool looksLikeAllNamespaces(const ClusterData &data)
{
    return std::any_of(data.pods.begin(), data.pods.end(), [&](const model::Pod &pod) {
        return pod.meta.nameSpace == "kube-system"_L1 || pod.meta.nameSpace != data.pods.front().meta.nameSpace;
    });
}

void keepNamespace(ClusterData &data, const QString &nameSpace)
{
    forEachNamespaced(data, [&](auto &objects) {
        erase_if(objects, [&](const auto &object) { return object.meta.nameSpace != nameSpace; });
    });
    std::erase_if(data.logs, [&](const auto &log) { return log.first.nameSpace != nameSpace; });
}

} // namespace faultline::source
