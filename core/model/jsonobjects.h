#pragma once

#include "core/model/cluster.h"
#include "core/model/jsonreader.h"

namespace faultline::model {

/// Readers that several kinds need, and one reader per kind. Private to the decoder.

/// A Pod spec while it is read, with what is not part of the shared value.
struct PodSpecReading {
    PodSpec spec;
    QString nodeName;
};

void read(Reader &reader, JsonValue &value, Metadata &into);
void read(Reader &reader, JsonValue &value, OwnerReference &into);
void read(Reader &reader, JsonValue &value, Condition &into);
void read(Reader &reader, JsonValue &value, LabelRequirement &into);
void read(Reader &reader, JsonValue &value, LabelSelector &into);
void read(Reader &reader, JsonValue &value, PodSpecReading &into);
void read(Reader &reader, JsonValue &value, ObjectRef &into);
void read(Reader &reader, JsonValue &value, Probe &into);
void read(Reader &reader, JsonValue &value, ContainerPort &into);
void read(Reader &reader, JsonValue &value, Toleration &into);
void read(Reader &reader, JsonValue &value, ContainerState &into);
void read(Reader &reader, JsonValue &value, ContainerStatus &into);
void read(Reader &reader, JsonValue &value, ServicePort &into);
void read(Reader &reader, JsonValue &value, Endpoint &into);
void read(Reader &reader, JsonValue &value, EndpointPort &into);
void read(Reader &reader, JsonValue &value, IngressBackend &into);
void read(Reader &reader, JsonValue &value, IngressTls &into);
void read(Reader &reader, JsonValue &value, NetworkPolicyPeer &into);
void read(Reader &reader, JsonValue &value, NetworkPolicyRule &into);
void read(Reader &reader, JsonValue &value, Taint &into);
void read(Reader &reader, JsonValue &value, RouteParent &into);
void read(Reader &reader, JsonValue &value, RouteParentStatus &into);
void read(Reader &reader, JsonValue &value, GatewayListener &into);
void read(Reader &reader, JsonValue &value, GrantEnd &into);
void read(Reader &reader, JsonValue &value, ResourceClaimUse &into);

/// A container while it is read: the references stand in the Pod spec, their field paths are still relative to it.
struct ContainerReading {
    Container container;
    std::vector<ConfigReference> references;
};

void read(Reader &reader, JsonValue &value, ContainerReading &into);
/// One volume and the ConfigMaps and Secrets that it names, with field paths relative to the volume.
void readVolume(Reader &reader, JsonValue &value, Volume &volume, std::vector<ConfigReference> &references);
/// name, key, keys of items[], optional of any reference to a ConfigMap or Secret.
void read(Reader &reader, JsonValue &value, ConfigReference &into);

/// [{"name": ...}] as a list of the names; `key` may be another one ("ip", "conditionType").
void readNames(Reader &reader, JsonValue &value, QStringList &into, std::string_view key = "name");

/// status.loadBalancer of a Service or Ingress: IPs and host names.
void readLoadBalancer(Reader &reader, JsonValue &value, QStringList &into);

/// True when the value is an object or list that holds something.
bool holdsSomething(Reader &reader, JsonValue &value);

/// Reads one object into `into`. False when it could not be kept.
using ObjectReader = bool (*)(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);

bool takePod(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeWorkload(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeAutoscaler(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeService(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeEndpoints(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeEndpointSlice(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeIngress(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeIngressClass(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeNetworkPolicy(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeNode(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeNamespace(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeEvent(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeConfigMap(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeSecret(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeServiceAccount(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeClaim(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeVolume(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeStorageClass(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeQuota(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeLimitRange(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeRoute(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeGateway(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeGatewayClass(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeReferenceGrant(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeResourceClaim(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);
bool takeDisruptionBudget(Reader &reader, JsonObject &object, Kind kind, ClusterData &into);

/// Reads an object by its table, settles its name, and adds it to the list that it belongs to.
template <typename T, size_t N>
T *takeByTable(Reader &reader, JsonObject &object, const std::array<JsonField<T>, N> &table, ObjectList<T> &into)
{
    T content;
    readFields(reader, object, content, table);
    return reader.settle(content.meta) ? &into.add(std::move(content)) : nullptr;
}

} // namespace faultline::model
