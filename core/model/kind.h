#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <array>

namespace faultline::model {

/// The Kubernetes kinds that Faultline reads. The order is that of kKindTable in kind.cpp.
enum class Kind {
    Unknown,
    Pod,
    ReplicaSet,
    Deployment,
    StatefulSet,
    DaemonSet,
    Job,
    CronJob,
    ReplicationController,
    Service,
    Endpoints,
    EndpointSlice,
    Ingress,
    IngressClass,
    NetworkPolicy,
    Node,
    Namespace,
    Event,
    ConfigMap,
    Secret,
    ServiceAccount,
    PersistentVolumeClaim,
    PersistentVolume,
    StorageClass,
    ResourceQuota,
    LimitRange,
    HorizontalPodAutoscaler,
    HTTPRoute,
    GRPCRoute,
    TLSRoute,
    TCPRoute,
    Gateway,
    GatewayClass,
    ReferenceGrant,
    ResourceClaim,
    PodDisruptionBudget
};

inline constexpr int kKindCount = static_cast<int>(Kind::PodDisruptionBudget) + 1;

/// "Deployment"; "Unknown" for Kind::Unknown.
QString kindName(Kind kind);

/// "deployments": the resource name in URLs and RBAC rules.
QString resourceName(Kind kind);

/// The API group without version: "" (core), "apps", "networking.k8s.io".
QString apiGroup(Kind kind);

/// False for Node, Namespace, PersistentVolume, StorageClass, IngressClass and GatewayClass.
bool isNamespaced(Kind kind);

/// Kind of an object by its `kind` field and the group of its `apiVersion`. Kind::Unknown for everything else:
/// `extensions/v1beta1` Ingress and Deployment are taken for their successors (served up to 1.21 and 1.15).
Kind kindFrom(QStringView apiVersion, QStringView kind);

/// By the `kind` field alone, where no apiVersion is at hand (owner and target references).
Kind kindFromName(QStringView kind);

/// By what people type: "deployment", "deployments", "deploy", "Deployment", "svc", "ing" ... (kubectl's short names).
Kind kindFromWord(QStringView word);

/// The kind that stands for all that are kept in one list of a ClusterData: Deployment for every workload,
/// EndpointSlice for Endpoints, HTTPRoute for every route; any other stands for itself.
Kind listKind(Kind kind);

/// Every kind but Unknown.
const std::array<Kind, kKindCount - 1> &allKinds();

} // namespace faultline::model
