#include "core/model/kind.h"

#include <algorithm>

namespace faultline::model {
namespace {

struct KindRow {
    Kind kind;
    QLatin1StringView name;
    QLatin1StringView resource;
    QLatin1StringView group;
    QLatin1StringView shortName; ///< kubectl's
    QLatin1StringView oldGroup;  ///< another group that serves, or served, the same objects
    bool namespaced = true;
};

constexpr QLatin1StringView operator""_l(const char *text, size_t size) noexcept
{
    return QLatin1StringView(text, static_cast<qsizetype>(size));
}

/// In the order of Kind. Names and short names: `kubectl api-resources` of 1.36.
constexpr std::array<KindRow, kKindCount> kKindTable{{
    {Kind::Unknown, "Unknown"_l, ""_l, ""_l, ""_l, ""_l},
    {Kind::Pod, "Pod"_l, "pods"_l, ""_l, "po"_l, ""_l},
    {Kind::ReplicaSet, "ReplicaSet"_l, "replicasets"_l, "apps"_l, "rs"_l, "extensions"_l},
    {Kind::Deployment, "Deployment"_l, "deployments"_l, "apps"_l, "deploy"_l, "extensions"_l},
    {Kind::StatefulSet, "StatefulSet"_l, "statefulsets"_l, "apps"_l, "sts"_l, ""_l},
    {Kind::DaemonSet, "DaemonSet"_l, "daemonsets"_l, "apps"_l, "ds"_l, "extensions"_l},
    {Kind::Job, "Job"_l, "jobs"_l, "batch"_l, ""_l, ""_l},
    {Kind::CronJob, "CronJob"_l, "cronjobs"_l, "batch"_l, "cj"_l, ""_l},
    {Kind::ReplicationController, "ReplicationController"_l, "replicationcontrollers"_l, ""_l, "rc"_l, ""_l},
    {Kind::Service, "Service"_l, "services"_l, ""_l, "svc"_l, ""_l},
    {Kind::Endpoints, "Endpoints"_l, "endpoints"_l, ""_l, "ep"_l, ""_l},
    {Kind::EndpointSlice, "EndpointSlice"_l, "endpointslices"_l, "discovery.k8s.io"_l, ""_l, ""_l},
    {Kind::Ingress, "Ingress"_l, "ingresses"_l, "networking.k8s.io"_l, "ing"_l, "extensions"_l},
    {Kind::IngressClass, "IngressClass"_l, "ingressclasses"_l, "networking.k8s.io"_l, ""_l, ""_l, false},
    {Kind::NetworkPolicy, "NetworkPolicy"_l, "networkpolicies"_l, "networking.k8s.io"_l, "netpol"_l, "extensions"_l},
    {Kind::Node, "Node"_l, "nodes"_l, ""_l, "no"_l, ""_l, false},
    {Kind::Namespace, "Namespace"_l, "namespaces"_l, ""_l, "ns"_l, ""_l, false},
    {Kind::Event, "Event"_l, "events"_l, ""_l, "ev"_l, "events.k8s.io"_l},
    {Kind::ConfigMap, "ConfigMap"_l, "configmaps"_l, ""_l, "cm"_l, ""_l},
    {Kind::Secret, "Secret"_l, "secrets"_l, ""_l, ""_l, ""_l},
    {Kind::ServiceAccount, "ServiceAccount"_l, "serviceaccounts"_l, ""_l, "sa"_l, ""_l},
    {Kind::PersistentVolumeClaim, "PersistentVolumeClaim"_l, "persistentvolumeclaims"_l, ""_l, "pvc"_l, ""_l},
    {Kind::PersistentVolume, "PersistentVolume"_l, "persistentvolumes"_l, ""_l, "pv"_l, ""_l, false},
    {Kind::StorageClass, "StorageClass"_l, "storageclasses"_l, "storage.k8s.io"_l, "sc"_l, ""_l, false},
    {Kind::ResourceQuota, "ResourceQuota"_l, "resourcequotas"_l, ""_l, "quota"_l, ""_l},
    {Kind::LimitRange, "LimitRange"_l, "limitranges"_l, ""_l, "limits"_l, ""_l},
    {Kind::HorizontalPodAutoscaler, "HorizontalPodAutoscaler"_l, "horizontalpodautoscalers"_l, "autoscaling"_l, "hpa"_l,
     ""_l},
    {Kind::HTTPRoute, "HTTPRoute"_l, "httproutes"_l, "gateway.networking.k8s.io"_l, ""_l, ""_l},
    {Kind::GRPCRoute, "GRPCRoute"_l, "grpcroutes"_l, "gateway.networking.k8s.io"_l, ""_l, ""_l},
    {Kind::TLSRoute, "TLSRoute"_l, "tlsroutes"_l, "gateway.networking.k8s.io"_l, ""_l, ""_l},
    {Kind::TCPRoute, "TCPRoute"_l, "tcproutes"_l, "gateway.networking.k8s.io"_l, ""_l, ""_l},
    {Kind::Gateway, "Gateway"_l, "gateways"_l, "gateway.networking.k8s.io"_l, "gtw"_l, ""_l},
    {Kind::GatewayClass, "GatewayClass"_l, "gatewayclasses"_l, "gateway.networking.k8s.io"_l, "gc"_l, ""_l, false},
    {Kind::ReferenceGrant, "ReferenceGrant"_l, "referencegrants"_l, "gateway.networking.k8s.io"_l, "refgrant"_l, ""_l},
    {Kind::ResourceClaim, "ResourceClaim"_l, "resourceclaims"_l, "resource.k8s.io"_l, ""_l, ""_l},
    {Kind::PodDisruptionBudget, "PodDisruptionBudget"_l, "poddisruptionbudgets"_l, "policy"_l, "pdb"_l, ""_l},
}};

constexpr bool inOrder()
{
    for (size_t i = 0; i < kKindTable.size(); ++i) {
        if (kKindTable[i].kind != static_cast<Kind>(i)) {
            return false;
        }
    }
    return true;
}
static_assert(inOrder(), "kKindTable must follow the order of Kind");

const KindRow &row(Kind kind) { return kKindTable[static_cast<size_t>(kind)]; }

bool belongsTo(const KindRow &candidate, QStringView group)
{
    return group == candidate.group || (!candidate.oldGroup.isEmpty() && group == candidate.oldGroup);
}

bool isCalled(const KindRow &candidate, QStringView word)
{
    const auto equals = [word](QLatin1StringView name) {
        return !name.isEmpty() && word.compare(name, Qt::CaseInsensitive) == 0;
    };
    return equals(candidate.name) || equals(candidate.resource) || equals(candidate.shortName);
}

/// "v1.apps" is the group "apps" at a version, "apps" the group alone.
QStringView withoutVersion(QStringView group)
{
    const bool versioned = group.size() > 1 && group[0] == u'v' && group[1].isDigit();
    if (!versioned) {
        return group;
    }
    const qsizetype dot = group.indexOf(u'.');
    return dot < 0 ? QStringView() : group.sliced(dot + 1);
}

} // namespace

QString kindName(Kind kind) { return row(kind).name; }

QString resourceName(Kind kind) { return row(kind).resource; }

QString apiGroup(Kind kind) { return row(kind).group; }

bool isNamespaced(Kind kind) { return row(kind).namespaced; }

Kind kindFrom(QStringView apiVersion, QStringView kind)
{
    const qsizetype slash = apiVersion.indexOf(u'/');
    const QStringView group = slash < 0 ? QStringView() : apiVersion.first(slash);
    const auto *found = std::find_if(kKindTable.begin() + 1, kKindTable.end(), [=](const KindRow &candidate) {
        return kind == candidate.name && belongsTo(candidate, group);
    });
    return found == kKindTable.end() ? Kind::Unknown : found->kind;
}

Kind kindFromName(QStringView kind)
{
    const auto *found = std::find_if(kKindTable.begin() + 1, kKindTable.end(),
                                     [=](const KindRow &candidate) { return kind == candidate.name; });
    return found == kKindTable.end() ? Kind::Unknown : found->kind;
}

Kind kindFromWord(QStringView word)
{
    const qsizetype dot = word.indexOf(u'.');
    const QStringView plain = dot < 0 ? word : word.first(dot);
    const auto *found = std::find_if(kKindTable.begin() + 1, kKindTable.end(), [=](const KindRow &candidate) {
        return isCalled(candidate, plain) && (dot < 0 || belongsTo(candidate, withoutVersion(word.sliced(dot + 1))));
    });
    return found == kKindTable.end() ? Kind::Unknown : found->kind;
}

const std::array<Kind, kKindCount - 1> &allKinds()
{
    static const std::array<Kind, kKindCount - 1> kinds = [] {
        std::array<Kind, kKindCount - 1> all{};
        std::transform(kKindTable.begin() + 1, kKindTable.end(), all.begin(), [](const KindRow &r) { return r.kind; });
        return all;
    }();
    return kinds;
}

Kind listKind(Kind kind)
{
    switch (kind) {
    case Kind::ReplicaSet:
    case Kind::StatefulSet:
    case Kind::DaemonSet:
    case Kind::Job:
    case Kind::CronJob:
    case Kind::ReplicationController:
        return Kind::Deployment;
    case Kind::Endpoints:
        return Kind::EndpointSlice;
    case Kind::GRPCRoute:
    case Kind::TLSRoute:
    case Kind::TCPRoute:
        return Kind::HTTPRoute;
    default:
        return kind;
    }
}

} // namespace faultline::model
