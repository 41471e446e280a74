#include "core/model/jsonobjects.h"

namespace faultline::model {
namespace {

constexpr std::array kTaintFields{
    field<&Taint::key>("key"),
    field<&Taint::value>("value"),
    field<&Taint::effect>("effect"),
};

constexpr std::array kNodeSpecFields{
    field<&Node::unschedulable>("unschedulable"),
    field<&Node::taints>("taints"),
};

constexpr std::array kNodeInfoFields{
    field<&Node::architecture>("architecture"),
    field<&Node::operatingSystem>("operatingSystem"),
    field<&Node::kubeletVersion>("kubeletVersion"),
};

constexpr std::array kNodeStatusFields{
    field<&Node::allocatable>("allocatable"),
    field<&Node::capacity>("capacity"),
    field<&Node::conditions>("conditions"),
    nested<Node, kNodeInfoFields>("nodeInfo"),
};

constexpr std::array kNodeFields{
    field<&Node::meta>("metadata"),
    nested<Node, kNodeSpecFields>("spec"),
    nested<Node, kNodeStatusFields>("status"),
};

constexpr std::array kNamespaceStatusFields{field<&Namespace::phase>("phase")};

constexpr std::array kNamespaceFields{
    field<&Namespace::meta>("metadata"),
    nested<Namespace, kNamespaceStatusFields>("status"),
};

/// The values are skipped unparsed.
void readKeys(Reader &reader, JsonValue &value, ConfigMap &into)
{
    reader.eachField(value, [&](std::string_view key, JsonValue &) { into.keys.append(reader.text(key)); });
}

constexpr std::array kConfigMapFields{
    field<&ConfigMap::meta>("metadata"),
    JsonField<ConfigMap>{"data", readKeys},
    JsonField<ConfigMap>{"binaryData", readKeys},
};

/// Neither data nor stringData are named here, so nothing of them is ever read.
constexpr std::array kSecretFields{
    field<&Secret::meta>("metadata"),
    field<&Secret::type>("type"),
};

constexpr std::array kServiceAccountFields{
    field<&ServiceAccount::meta>("metadata"),
    JsonField<ServiceAccount>{"imagePullSecrets", [](Reader &r, JsonValue &v,
                                                     ServiceAccount &into) { readNames(r, v, into.imagePullSecrets); }},
};

} // namespace

void read(Reader &reader, JsonValue &value, Taint &into) { readFields(reader, value, into, kTaintFields); }

bool takeNode(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kNodeFields, into.nodes) != nullptr;
}

bool takeNamespace(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kNamespaceFields, into.namespaces) != nullptr;
}

bool takeConfigMap(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    ConfigMap *taken = takeByTable(reader, object, kConfigMapFields, into.configMaps);
    if (taken) {
        taken->keys.sort();
    }
    return taken != nullptr;
}

bool takeSecret(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kSecretFields, into.secrets) != nullptr;
}

bool takeServiceAccount(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kServiceAccountFields, into.serviceAccounts) != nullptr;
}

} // namespace faultline::model
