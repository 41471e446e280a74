#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

constexpr std::array kPortFields{
    field<&ServicePort::name>("name"),
    field<&ServicePort::protocol>("protocol"),
    field<&ServicePort::appProtocol>("appProtocol"),
    field<&ServicePort::port>("port"),
    field<&ServicePort::targetPort>("targetPort"),
    field<&ServicePort::nodePort>("nodePort"),
};

constexpr std::array kSpecFields{
    field<&Service::type>("type"),
    field<&Service::selector>("selector"),
    field<&Service::ports>("ports"),
    field<&Service::clusterIP>("clusterIP"),
    field<&Service::externalName>("externalName"),
    field<&Service::externalIPs>("externalIPs"),
    field<&Service::ipFamilies>("ipFamilies"),
    field<&Service::publishNotReadyAddresses>("publishNotReadyAddresses"),
};

void readBalancerAddresses(Reader &reader, JsonValue &value, QStringList &into)
{
    reader.eachItem(value, [&](JsonValue &item) {
        reader.eachField(item, [&](std::string_view key, JsonValue &content) {
            QString text;
            if (key == "ip" || key == "hostname") {
                read(reader, content, text);
            }
            if (!text.isEmpty()) {
                into.append(text);
            }
        });
    });
}

constexpr std::array kBalancerFields{JsonField<QStringList>{"ingress", readBalancerAddresses}};

constexpr std::array kStatusFields{JsonField<Service>{"loadBalancer", [](Reader &r, JsonValue &v, Service &s) {
                                                          readFields(r, v, s.loadBalancerAddresses, kBalancerFields);
                                                      }}};

constexpr std::array kServiceFields{
    field<&Service::meta>("metadata"),
    nested<Service, kSpecFields>("spec"),
    nested<Service, kStatusFields>("status"),
};

constexpr std::array kEndpointPortFields{
    field<&EndpointPort::name>("name"),
    field<&EndpointPort::protocol>("protocol"),
    field<&EndpointPort::port>("port"),
};

struct EndpointConditions {
    std::optional<bool> ready;
    std::optional<bool> serving;
    std::optional<bool> terminating;
};

constexpr std::array kConditionFields{
    field<&EndpointConditions::ready>("ready"),
    field<&EndpointConditions::serving>("serving"),
    field<&EndpointConditions::terminating>("terminating"),
};

/// Absent means ready, and serving follows ready (discovery/v1 EndpointConditions).
void readConditions(Reader &reader, JsonValue &value, Endpoint &into)
{
    EndpointConditions conditions;
    readFields(reader, value, conditions, kConditionFields);
    into.ready = conditions.ready.value_or(true);
    into.serving = conditions.serving.value_or(into.ready);
    into.terminating = conditions.terminating.value_or(false);
}

/// Where v1beta1 named the Node: topology["kubernetes.io/hostname"].
constexpr std::array kTopologyFields{field<&Endpoint::nodeName>("kubernetes.io/hostname")};

void readAddress(Reader &reader, JsonValue &value, Endpoint &into)
{
    QString address;
    read(reader, value, address);
    if (!address.isEmpty()) {
        into.addresses.append(address);
    }
}

/// endpoints[] of a slice, and addresses[] of an Endpoints subset: their fields do not clash.
constexpr std::array kEndpointFields{
    field<&Endpoint::addresses>("addresses"),
    JsonField<Endpoint>{"ip", readAddress},
    JsonField<Endpoint>{"conditions", readConditions},
    field<&Endpoint::nodeName>("nodeName"),
    field<&Endpoint::target>("targetRef"),
    nested<Endpoint, kTopologyFields>("topology"),
};

constexpr std::array kSliceFields{
    field<&EndpointSlice::meta>("metadata"),
    field<&EndpointSlice::addressType>("addressType"),
    field<&EndpointSlice::endpoints>("endpoints"),
    field<&EndpointSlice::ports>("ports"),
};

void readNotReady(Reader &reader, JsonValue &value, EndpointSlice &into)
{
    std::vector<Endpoint> endpoints;
    read(reader, value, endpoints);
    for (Endpoint &endpoint : endpoints) {
        endpoint.ready = false;
        endpoint.serving = false;
        into.endpoints.push_back(std::move(endpoint));
    }
}

constexpr std::array kSubsetFields{
    field<&EndpointSlice::endpoints>("addresses"),
    JsonField<EndpointSlice>{"notReadyAddresses", readNotReady},
    field<&EndpointSlice::ports>("ports"),
};

/// An Endpoints object while it is read.
struct Endpoints {
    Metadata meta;
    std::vector<EndpointSlice> subsets;
};

constexpr std::array kEndpointsFields{
    field<&Endpoints::meta>("metadata"),
    JsonField<Endpoints>{"subsets",
                         [](Reader &r, JsonValue &v, Endpoints &into) {
                             r.eachItem(v, [&](JsonValue &item) {
                                 readFields(r, item, into.subsets.emplace_back(), kSubsetFields);
                             });
                         }},
};

} // namespace

/// targetPort 0 and "" count as absent, as they do for the server (SetDefaults_Service).
void read(Reader &reader, JsonValue &value, ServicePort &into)
{
    readFields(reader, value, into, kPortFields);
    into.protocol = into.protocol.isEmpty() ? u"TCP"_s : into.protocol;
    if (into.targetPort.isNull()) {
        into.targetPort.number = into.port;
    }
}

void read(Reader &reader, JsonValue &value, Endpoint &into) { readFields(reader, value, into, kEndpointFields); }

void read(Reader &reader, JsonValue &value, EndpointPort &into)
{
    readFields(reader, value, into, kEndpointPortFields);
    into.protocol = into.protocol.isEmpty() ? u"TCP"_s : into.protocol;
}

void readLoadBalancer(Reader &reader, JsonValue &value, QStringList &into)
{
    readFields(reader, value, into, kBalancerFields);
}

bool takeService(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    Service *service = takeByTable(reader, object, kServiceFields, into.services);
    if (service && service->type.isEmpty()) {
        service->type = u"ClusterIP"_s;
    }
    return service != nullptr;
}

bool takeEndpointSlice(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    EndpointSlice *slice = takeByTable(reader, object, kSliceFields, into.endpointSlices);
    if (slice) {
        slice->serviceName = slice->meta.labels.value(u"kubernetes.io/service-name");
    }
    return slice != nullptr;
}

/// One slice per subset; an Endpoints object without any is kept as one slice that is empty.
bool takeEndpoints(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    Endpoints endpoints;
    readFields(reader, object, endpoints, kEndpointsFields);
    if (!reader.settle(endpoints.meta)) {
        return false;
    }
    endpoints.subsets.resize(std::max<size_t>(endpoints.subsets.size(), 1));
    for (EndpointSlice &subset : endpoints.subsets) {
        subset.kind = Kind::Endpoints;
        subset.meta = endpoints.meta;
        subset.serviceName = endpoints.meta.name;
        into.endpointSlices.push_back(std::move(subset));
    }
    return true;
}

} // namespace faultline::model
