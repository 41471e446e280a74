#pragma once

#include "core/base/quantity.h"
#include "core/model/metadata.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace faultline::model {

/// A port by number or by name (IntOrString): targetPort, probe ports, Ingress backend ports.
struct PortReference {
    int number = 0; ///< 0 when it is a name
    QString name;   ///< empty when it is a number

    bool isNull() const { return number == 0 && name.isEmpty(); }
    QString toString() const { return name.isEmpty() ? QString::number(number) : name; }
    bool operator==(const PortReference &) const = default;
};

/// containers[].ports[]
struct ContainerPort {
    QString name;
    int containerPort = 0;
    int hostPort = 0;
    QString protocol; ///< "TCP" when absent

    bool operator==(const ContainerPort &) const = default;
};

/// livenessProbe, readinessProbe, startupProbe. Times in seconds; the defaults are the API's
/// (core/v1 Probe: period 10, timeout 1, success 1, failure 3).
struct Probe {
    enum class Action { HttpGet, TcpSocket, Grpc, Exec };
    Action action = Action::Exec;
    PortReference port;
    QString path;
    QString scheme; ///< "HTTP" or "HTTPS"
    QStringList command;
    int initialDelaySeconds = 0;
    int periodSeconds = 10;
    int timeoutSeconds = 1;
    int successThreshold = 1;
    int failureThreshold = 3;

    bool operator==(const Probe &) const = default;
};

/// A reference from env, envFrom or a volume to a ConfigMap or Secret, by name and maybe key.
struct ConfigReference {
    Kind kind = Kind::ConfigMap; ///< ConfigMap or Secret
    QString name;
    QStringList keys; ///< the keys that must exist; empty = the object as a whole
    bool optional = false;
    QString fieldPath; ///< where it stands, relative to the Pod spec: "containers[0].env[2]", "volumes[1]"
    QString container; ///< empty for a volume

    bool operator==(const ConfigReference &) const = default;
};

using Resources = std::map<QString, base::Quantity>; ///< "cpu", "memory", "nvidia.com/gpu" ...

struct Container {
    QString name;
    QString image;
    QString imagePullPolicy;
    QStringList command;
    QStringList args;
    std::vector<ContainerPort> ports;
    Resources requests;
    Resources limits;
    std::optional<Probe> liveness;
    std::optional<Probe> readiness;
    std::optional<Probe> startup;
    std::optional<bool> runAsNonRoot;
    std::optional<qint64> runAsUser;
    QString restartPolicy; ///< the container's own: "Always" on an init container makes it a sidecar
    bool hasPostStart = false;

    bool operator==(const Container &) const = default;
};

/// volumes[] of the kinds that a check asks about. The random end of an injected kube-api-access-XXXXX is cut, so that
/// Pods of one template share their spec.
struct Volume {
    enum class Source { Other, ConfigMap, Secret, Claim, Ephemeral, EmptyDir, HostPath, Projected, Image };
    QString name;
    Source source = Source::Other;
    QString target; ///< name of the ConfigMap, Secret or claim; reference of an image (KEP-4639)

    bool operator==(const Volume &) const = default;
};

struct Toleration {
    QString key;
    QString op; ///< "Equal" when absent, "Exists"
    QString value;
    QString effect; ///< empty = every effect

    bool operator==(const Toleration &) const = default;
};

/// spec.resourceClaims[]: devices asked for by a ResourceClaim (core/v1 PodResourceClaim).
struct ResourceClaimUse {
    QString name; ///< by which containers call it
    QString claimName;
    QString templateName; ///< then the claim's name is told by status.resourceClaimStatuses

    bool operator==(const ResourceClaimUse &) const = default;
};

/// spec of a Pod, or of a template. Shared between Pods that have the same one.
struct PodSpec {
    std::vector<Container> initContainers;
    std::vector<Container> containers;
    std::vector<Volume> volumes;
    std::vector<ConfigReference> configReferences; ///< env, envFrom and volumes of every container
    Labels nodeSelector;
    std::vector<Toleration> tolerations;
    std::vector<ResourceClaimUse> resourceClaims;
    QStringList imagePullSecrets;
    QStringList schedulingGates;
    QStringList readinessGates; ///< conditionType
    QString schedulerName;      ///< "default-scheduler" when absent
    QString serviceAccountName;
    QString priorityClassName;
    QString runtimeClassName;
    QString restartPolicy; ///< "Always" when absent
    Resources overhead;
    Resources podRequests; ///< spec.resources.requests: where set, it stands in for the sum over the containers
    std::optional<bool> runAsNonRoot;
    std::optional<qint64> runAsUser;
    bool hostNetwork = false;
    bool hasAffinity = false;       ///< any spec.affinity
    bool hasTopologySpread = false; ///< any spec.topologySpreadConstraints

    bool operator==(const PodSpec &) const = default;

    /// A container or init container by name, or nullptr.
    const Container *container(QStringView name) const;
};

using PodSpecPtr = std::shared_ptr<const PodSpec>; ///< never null in a decoded object

/// A sidecar is an init container with restartPolicy Always (core/v1, GA in 1.33).
bool isSidecar(const Container &initContainer);

/// What the scheduler counts for a Pod: max(init, sum of app containers) + sidecars + overhead, per resource. A sidecar
/// counts for the init containers after it; requests of the Pod as a whole replace the sum.
/// Source: k8s.io/component-helpers/resource PodRequests.
Resources effectiveRequests(const PodSpec &spec);

} // namespace faultline::model
