#pragma once

#include "core/model/podspec.h"
#include "core/model/selector.h"

namespace faultline::model {

struct ServicePort {
    QString name;
    QString protocol; ///< "TCP" when absent
    QString appProtocol;
    int port = 0;
    PortReference targetPort; ///< equals `port` when absent (API defaulting)
    int nodePort = 0;

    bool operator==(const ServicePort &) const = default;
};

struct Service {
    static constexpr Kind kKind = Kind::Service;
    Metadata meta;
    QString type; ///< "ClusterIP" when absent
    Labels selector;
    std::vector<ServicePort> ports;
    QString clusterIP; ///< "None" for a headless Service
    QString externalName;
    QStringList externalIPs;
    QStringList ipFamilies;
    bool publishNotReadyAddresses = false;
    QStringList loadBalancerAddresses; ///< status.loadBalancer.ingress[] IPs and host names

    ObjectRef ref() const { return {kKind, meta.nameSpace, meta.name}; }

    /// False for ExternalName and without a selector: somebody else names the addresses then.
    bool choosesPods() const { return type != QLatin1StringView("ExternalName") && !selector.isEmpty(); }
};

/// endpoints[] of an EndpointSlice, or an address of an Endpoints object.
struct Endpoint {
    QStringList addresses;
    bool ready = true; ///< conditions.ready; absent means true (discovery/v1)
    bool serving = true;
    bool terminating = false;
    QString nodeName;
    ObjectRef target; ///< targetRef, usually the Pod

    bool operator==(const Endpoint &) const = default;
};

struct EndpointPort {
    QString name;
    QString protocol;
    int port = 0;

    bool operator==(const EndpointPort &) const = default;
};

/// One EndpointSlice, or one subset of an Endpoints object (then kind is Endpoints).
struct EndpointSlice {
    static constexpr Kind kKind = Kind::EndpointSlice;
    Kind kind = Kind::EndpointSlice;
    Metadata meta;
    QString serviceName; ///< label kubernetes.io/service-name, or the name of the Endpoints object
    QString addressType;
    std::vector<Endpoint> endpoints;
    std::vector<EndpointPort> ports;

    bool operator==(const EndpointSlice &) const = default;
};

struct IngressBackend {
    QString serviceName;
    PortReference port;
    bool isResource = false; ///< backend.resource instead of backend.service, or an action of the controller's own
    bool isFlat = false;     ///< serviceName and servicePort, as before networking.k8s.io/v1

    /// Where it leads counts, not the form in which it was written.
    bool operator==(const IngressBackend &other) const
    {
        return serviceName == other.serviceName && port == other.port && isResource == other.isResource;
    }
};

struct IngressPath {
    QString host; ///< of the rule; empty = any
    QString path;
    QString pathType;
    IngressBackend backend;
    QString fieldPath; ///< "spec.rules[0].http.paths[1].backend"

    bool operator==(const IngressPath &) const = default;
};

struct IngressTls {
    QStringList hosts;
    QString secretName;

    bool operator==(const IngressTls &) const = default;
};

struct Ingress {
    static constexpr Kind kKind = Kind::Ingress;
    Metadata meta;
    QString className;                            ///< spec.ingressClassName
    std::optional<IngressBackend> defaultBackend; ///< spec.defaultBackend
    std::vector<IngressPath> paths;
    std::vector<IngressTls> tls;
    QStringList addresses; ///< status.loadBalancer.ingress[]

    ObjectRef ref() const { return {kKind, meta.nameSpace, meta.name}; }

    /// Every backend with its field path: the default one first.
    std::vector<IngressPath> backends() const;
};

struct IngressClass {
    static constexpr Kind kKind = Kind::IngressClass;
    Metadata meta;
    QString controller;
    bool isDefault = false; ///< annotation ingressclass.kubernetes.io/is-default-class
};

/// One of from[] of a NetworkPolicy's rule.
struct NetworkPolicyPeer {
    bool isBlock = false;                    ///< ipBlock: addresses, of whomever
    std::optional<LabelSelector> namespaces; ///< absent = the policy's own namespace
    std::optional<LabelSelector> pods;       ///< absent = every Pod there

    bool operator==(const NetworkPolicyPeer &) const = default;
};

/// One ingress rule of a NetworkPolicy.
struct NetworkPolicyRule {
    bool anySource = true; ///< no `from`
    std::vector<NetworkPolicyPeer> peers;
    std::vector<ServicePort> ports; ///< empty = every port; `targetPort` holds number or name, `port` the endPort (null
                                    ///< = every port of the protocol), `port` the last one of a range (endPort), else 0

    bool operator==(const NetworkPolicyRule &) const = default;
};

struct NetworkPolicy {
    static constexpr Kind kKind = Kind::NetworkPolicy;
    Metadata meta;
    LabelSelector podSelector;   ///< empty = every Pod
    bool isolatesIngress = true; ///< policyTypes has Ingress, or is absent
    std::vector<NetworkPolicyRule> ingress;
};

} // namespace faultline::model
