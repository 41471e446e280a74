#include "core/model/jsonobjects.h"

namespace faultline::model {
namespace {

struct DeviceRequest {
    QString deviceClass;
};

/// v1 and v1beta2 nest it in `exactly`, or in a list of alternatives; v1beta1 has it in the request itself.
constexpr std::array kDeviceFields{field<&DeviceRequest::deviceClass>("deviceClassName")};

void readFirstAvailable(Reader &reader, JsonValue &value, DeviceRequest &into)
{
    reader.eachItem(value, [&](JsonValue &item) {
        DeviceRequest choice;
        readFields(reader, item, choice, kDeviceFields);
        into.deviceClass = into.deviceClass.isEmpty() ? choice.deviceClass : into.deviceClass;
    });
}

constexpr std::array kRequestFields{
    field<&DeviceRequest::deviceClass>("deviceClassName"),
    nested<DeviceRequest, kDeviceFields>("exactly"),
    JsonField<DeviceRequest>{"firstAvailable", readFirstAvailable},
};

void readRequests(Reader &reader, JsonValue &value, ResourceClaim &into)
{
    reader.eachItem(value, [&](JsonValue &item) {
        DeviceRequest request;
        readFields(reader, item, request, kRequestFields);
        if (!request.deviceClass.isEmpty() && !into.deviceClasses.contains(request.deviceClass)) {
            into.deviceClasses.append(request.deviceClass);
        }
    });
}

constexpr std::array kDevicesFields{JsonField<ResourceClaim>{"requests", readRequests}};

constexpr std::array kSpecFields{nested<ResourceClaim, kDevicesFields>("devices")};

constexpr std::array kStatusFields{
    JsonField<ResourceClaim>{"allocation",
                             [](Reader &r, JsonValue &v, ResourceClaim &into) {
                                 const auto type = r.typeOf(v);
                                 into.isAllocated = type && *type == JsonType::object;
                             }},
};

constexpr std::array kClaimFields{
    field<&ResourceClaim::meta>("metadata"),
    nested<ResourceClaim, kSpecFields>("spec"),
    nested<ResourceClaim, kStatusFields>("status"),
};

constexpr std::array kUseFields{
    field<&ResourceClaimUse::name>("name"),
    field<&ResourceClaimUse::claimName>("resourceClaimName"),
    field<&ResourceClaimUse::templateName>("resourceClaimTemplateName"),
};

/// Up to 1.30 the names stood in an object `source`.
constexpr std::array kUseFieldsWithSource{
    kUseFields[0],
    kUseFields[1],
    kUseFields[2],
    nested<ResourceClaimUse, kUseFields>("source"),
};

} // namespace

void read(Reader &reader, JsonValue &value, ResourceClaimUse &into)
{
    readFields(reader, value, into, kUseFieldsWithSource);
}

bool takeResourceClaim(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kClaimFields, into.resourceClaims) != nullptr;
}

} // namespace faultline::model
