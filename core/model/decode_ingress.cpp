#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

void readBackendPort(Reader &reader, JsonValue &value, IngressBackend &into)
{
    static constexpr std::array kFields{
        field<&PortReference::number>("number"),
        field<&PortReference::name>("name"),
    };
    readFields(reader, value, into.port, kFields);
}

constexpr std::array kBackendServiceFields{
    field<&IngressBackend::serviceName>("name"),
    JsonField<IngressBackend>{"port", readBackendPort},
};

/// v1: service or resource; v1beta1: serviceName and servicePort.
constexpr std::array kBackendFields{
    nested<IngressBackend, kBackendServiceFields>("service"),
    JsonField<IngressBackend>{"serviceName",
                              [](Reader &r, JsonValue &v, IngressBackend &b) {
                                  read(r, v, b.serviceName);
                                  b.isFlat = true;
                              }},
    field<&IngressBackend::port>("servicePort"),
    JsonField<IngressBackend>{"resource", [](Reader &r, JsonValue &v, IngressBackend &b) {
                                  b.isResource = b.isResource || holdsSomething(r, v);
                              }}};

constexpr std::array kPathFields{
    field<&IngressPath::path>("path"),
    field<&IngressPath::pathType>("pathType"),
    field<&IngressPath::backend>("backend"),
};

using Paths = std::vector<IngressPath>;

constexpr std::array kHttpFields{
    JsonField<Paths>{"paths",
                     [](Reader &r, JsonValue &v, Paths &into) {
                         r.eachItem(v, [&](JsonValue &item) { readFields(r, item, into.emplace_back(), kPathFields); });
                     }},
};

struct Rule {
    QString host;
    Paths paths;
};

constexpr std::array kRuleFields{
    field<&Rule::host>("host"),
    JsonField<Rule>{"http", [](Reader &r, JsonValue &v, Rule &into) { readFields(r, v, into.paths, kHttpFields); }},
};

void readRules(Reader &reader, JsonValue &value, Ingress &into)
{
    int ruleIndex = 0;
    reader.eachItem(value, [&](JsonValue &item) {
        Rule rule;
        readFields(reader, item, rule, kRuleFields);
        int pathIndex = 0;
        for (IngressPath &path : rule.paths) {
            path.host = rule.host;
            path.pathType = path.pathType.isEmpty() ? u"ImplementationSpecific"_s : path.pathType;
            path.fieldPath = u"spec.rules[%1].http.paths[%2].backend"_s.arg(ruleIndex).arg(pathIndex++);
            into.paths.push_back(std::move(path));
        }
        ++ruleIndex;
    });
}

constexpr std::array kTlsFields{
    field<&IngressTls::hosts>("hosts"),
    field<&IngressTls::secretName>("secretName"),
};

constexpr std::array kSpecFields{
    field<&Ingress::className>("ingressClassName"), field<&Ingress::defaultBackend>("defaultBackend"),
    field<&Ingress::defaultBackend>("backend"), // v1beta1
    JsonField<Ingress>{"rules", readRules},         field<&Ingress::tls>("tls"),
};

constexpr std::array kStatusFields{
    JsonField<Ingress>{"loadBalancer",
                       [](Reader &r, JsonValue &v, Ingress &into) { readLoadBalancer(r, v, into.addresses); }},
};

constexpr std::array kIngressFields{
    field<&Ingress::meta>("metadata"),
    nested<Ingress, kSpecFields>("spec"),
    nested<Ingress, kStatusFields>("status"),
};

constexpr std::array kClassSpecFields{field<&IngressClass::controller>("controller")};

constexpr std::array kClassFields{
    field<&IngressClass::meta>("metadata"),
    nested<IngressClass, kClassSpecFields>("spec"),
};

constexpr std::array kPolicyPortFields{
    field<&ServicePort::protocol>("protocol"),
    field<&ServicePort::targetPort>("port"),
    field<&ServicePort::port>("endPort"),
};

void readPolicyPorts(Reader &reader, JsonValue &value, NetworkPolicyRule &into)
{
    reader.eachItem(value, [&](JsonValue &item) {
        ServicePort port;
        readFields(reader, item, port, kPolicyPortFields);
        port.protocol = port.protocol.isEmpty() ? u"TCP"_s : port.protocol;
        into.ports.push_back(std::move(port));
    });
}

void readSelector(Reader &reader, JsonValue &value, std::optional<LabelSelector> &into)
{
    LabelSelector selector;
    read(reader, value, selector);
    into = std::move(selector);
}

/// An empty selector is one that fits everything: it must not count as absent.
constexpr std::array kPolicyPeerFields{
    JsonField<NetworkPolicyPeer>{
        "ipBlock", [](Reader &r, JsonValue &v, NetworkPolicyPeer &peer) { peer.isBlock = holdsSomething(r, v); }},
    JsonField<NetworkPolicyPeer>{
        "namespaceSelector",
        [](Reader &r, JsonValue &v, NetworkPolicyPeer &peer) { readSelector(r, v, peer.namespaces); }},
    JsonField<NetworkPolicyPeer>{
        "podSelector", [](Reader &r, JsonValue &v, NetworkPolicyPeer &peer) { readSelector(r, v, peer.pods); }},
};

constexpr std::array kPolicyRuleFields{
    field<&NetworkPolicyRule::peers>("from"),
    JsonField<NetworkPolicyRule>{"ports", readPolicyPorts},
};

void readPolicyTypes(Reader &reader, JsonValue &value, NetworkPolicy &into)
{
    QStringList types;
    read(reader, value, types);
    into.isolatesIngress = types.isEmpty() || types.contains("Ingress"_L1);
}

constexpr std::array kPolicySpecFields{
    field<&NetworkPolicy::podSelector>("podSelector"),
    JsonField<NetworkPolicy>{"policyTypes", readPolicyTypes},
    field<&NetworkPolicy::ingress>("ingress"),
};

constexpr std::array kPolicyFields{
    field<&NetworkPolicy::meta>("metadata"),
    nested<NetworkPolicy, kPolicySpecFields>("spec"),
};

} // namespace

/// For the AWS load balancer controller a port named use-annotation is an action in an annotation, and no Service.
void read(Reader &reader, JsonValue &value, IngressBackend &into)
{
    readFields(reader, value, into, kBackendFields);
    into.isResource = into.isResource || into.port.name == "use-annotation"_L1;
}

void read(Reader &reader, JsonValue &value, IngressTls &into) { readFields(reader, value, into, kTlsFields); }

void read(Reader &reader, JsonValue &value, NetworkPolicyPeer &into)
{
    readFields(reader, value, into, kPolicyPeerFields);
}

void read(Reader &reader, JsonValue &value, NetworkPolicyRule &into)
{
    readFields(reader, value, into, kPolicyRuleFields);
    into.anySource = into.peers.empty();
}

bool takeIngress(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kIngressFields, into.ingresses) != nullptr;
}

bool takeIngressClass(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    IngressClass *taken = takeByTable(reader, object, kClassFields, into.ingressClasses);
    if (taken) {
        taken->isDefault = taken->meta.annotations.value(u"ingressclass.kubernetes.io/is-default-class") == "true"_L1;
    }
    return taken != nullptr;
}

bool takeNetworkPolicy(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kPolicyFields, into.networkPolicies) != nullptr;
}

} // namespace faultline::model
