#include "core/model/clusterorder.h"

namespace faultline::model {
namespace {

template <typename T> const Metadata *metadataOf(const T *object) { return object ? &object->meta : nullptr; }

template <typename T> const Metadata *search(const ObjectList<T> &objects, const ObjectRef &ref)
{
    return metadataOf(findByName(objects, ref.nameSpace, ref.name));
}

const Metadata *findClusterWide(const ClusterData &data, const ObjectRef &ref)
{
    const ObjectRef plain{ref.kind, {}, ref.name};
    switch (ref.kind) {
    case Kind::IngressClass:
        return search(data.ingressClasses, plain);
    case Kind::Node:
        return search(data.nodes, plain);
    case Kind::Namespace:
        return search(data.namespaces, plain);
    case Kind::PersistentVolume:
        return search(data.volumes, plain);
    case Kind::StorageClass:
        return search(data.storageClasses, plain);
    case Kind::GatewayClass:
        return search(data.gatewayClasses, plain);
    default:
        return nullptr;
    }
}

const Metadata *findNetworkObject(const ClusterData &data, const ObjectRef &ref)
{
    switch (listKind(ref.kind)) {
    case Kind::Service:
        return search(data.services, ref);
    case Kind::EndpointSlice:
        return metadataOf(findByName(data.endpointSlices, ref.nameSpace, ref.name, ref.kind));
    case Kind::Ingress:
        return search(data.ingresses, ref);
    case Kind::NetworkPolicy:
        return search(data.networkPolicies, ref);
    case Kind::HTTPRoute:
        return metadataOf(findByName(data.routes, ref.nameSpace, ref.name, ref.kind));
    case Kind::Gateway:
        return search(data.gateways, ref);
    case Kind::ReferenceGrant:
        return search(data.referenceGrants, ref);
    case Kind::ResourceClaim:
        return search(data.resourceClaims, ref);
    default:
        return nullptr;
    }
}

const Metadata *findSetting(const ClusterData &data, const ObjectRef &ref)
{
    switch (ref.kind) {
    case Kind::Event:
        return search(data.events, ref);
    case Kind::ConfigMap:
        return search(data.configMaps, ref);
    case Kind::Secret:
        return search(data.secrets, ref);
    case Kind::ServiceAccount:
        return search(data.serviceAccounts, ref);
    case Kind::PersistentVolumeClaim:
        return search(data.claims, ref);
    case Kind::ResourceQuota:
        return search(data.quotas, ref);
    case Kind::LimitRange:
        return search(data.limitRanges, ref);
    case Kind::HorizontalPodAutoscaler:
        return search(data.autoscalers, ref);
    case Kind::PodDisruptionBudget:
        return search(data.disruptionBudgets, ref);
    default:
        return nullptr;
    }
}

} // namespace

const Metadata *findMetadata(const ClusterData &data, const ObjectRef &ref)
{
    switch (listKind(ref.kind)) {
    case Kind::Pod:
        return search(data.pods, ref);
    case Kind::Deployment:
        return metadataOf(findByName(data.workloads, ref.nameSpace, ref.name, ref.kind));
    default:
        break;
    }
    if (!isNamespaced(ref.kind)) {
        return findClusterWide(data, ref);
    }
    const Metadata *found = findNetworkObject(data, ref);
    return found ? found : findSetting(data, ref);
}

} // namespace faultline::model
