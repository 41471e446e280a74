#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

using Claim = PersistentVolumeClaim;
using Quantities = std::map<QString, QString>;

constexpr std::array kRequestFields{
    JsonField<Claim>{"storage",
                     [](Reader &r, JsonValue &v, Claim &claim) { claim.requestedStorage = readQuantityText(r, v); }},
};

constexpr std::array kClaimResourceFields{nested<Claim, kRequestFields>("requests")};

constexpr std::array kClaimSelectorFields{field<&Claim::selector>("matchLabels")};

constexpr std::array kClaimSpecFields{
    field<&Claim::storageClassName>("storageClassName"), field<&Claim::volumeName>("volumeName"),
    field<&Claim::accessModes>("accessModes"),           nested<Claim, kClaimResourceFields>("resources"),
    nested<Claim, kClaimSelectorFields>("selector"),     field<&Claim::volumeMode>("volumeMode"),
};

constexpr std::array kClaimStatusFields{field<&Claim::phase>("phase")};

constexpr std::array kClaimFields{
    field<&Claim::meta>("metadata"),
    nested<Claim, kClaimSpecFields>("spec"),
    nested<Claim, kClaimStatusFields>("status"),
};

constexpr std::array kClaimRefFields{
    field<&PersistentVolume::claimNamespace>("namespace"),
    field<&PersistentVolume::claimName>("name"),
};

constexpr std::array kCapacityFields{
    JsonField<PersistentVolume>{
        "storage", [](Reader &r, JsonValue &v, PersistentVolume &volume) { volume.capacity = readQuantityText(r, v); }},
};

constexpr std::array kVolumeSpecFields{
    field<&PersistentVolume::storageClassName>("storageClassName"),
    nested<PersistentVolume, kClaimRefFields>("claimRef"),
    nested<PersistentVolume, kCapacityFields>("capacity"),
    field<&PersistentVolume::accessModes>("accessModes"),
    field<&PersistentVolume::volumeMode>("volumeMode"),
};

constexpr std::array kVolumeStatusFields{field<&PersistentVolume::phase>("phase")};

constexpr std::array kVolumeFields{
    field<&PersistentVolume::meta>("metadata"),
    nested<PersistentVolume, kVolumeSpecFields>("spec"),
    nested<PersistentVolume, kVolumeStatusFields>("status"),
};

constexpr std::array kStorageClassFields{
    field<&StorageClass::meta>("metadata"),
    field<&StorageClass::provisioner>("provisioner"),
    field<&StorageClass::volumeBindingMode>("volumeBindingMode"),
};

/// A quota while it is read: where the controller has not written a status yet, spec.hard is what will hold.
struct QuotaReading {
    ResourceQuota quota;
    Quantities wanted;
};

constexpr std::array kQuotaSpecFields{field<&QuotaReading::wanted>("hard")};

constexpr std::array kQuotaStatusFields{
    JsonField<QuotaReading>{"hard", [](Reader &r, JsonValue &v, QuotaReading &into) { read(r, v, into.quota.hard); }},
    JsonField<QuotaReading>{"used", [](Reader &r, JsonValue &v, QuotaReading &into) { read(r, v, into.quota.used); }},
};

constexpr std::array kQuotaFields{
    JsonField<QuotaReading>{"metadata",
                            [](Reader &r, JsonValue &v, QuotaReading &into) { read(r, v, into.quota.meta); }},
    nested<QuotaReading, kQuotaSpecFields>("spec"),
    nested<QuotaReading, kQuotaStatusFields>("status"),
};

constexpr std::array kLimitRangeFields{field<&LimitRange::meta>("metadata")};

bool isMarkedDefault(const Labels &annotations)
{
    return annotations.value(u"storageclass.kubernetes.io/is-default-class") == "true"_L1 ||
           annotations.value(u"storageclass.beta.kubernetes.io/is-default-class") == "true"_L1;
}

} // namespace

/// The annotation is how claims named their class before spec.storageClassName; where it is set, it still wins.
bool takeClaim(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    Claim *claim = takeByTable(reader, object, kClaimFields, into.claims);
    const QString byAnnotation =
        claim ? claim->meta.annotations.value(u"volume.beta.kubernetes.io/storage-class") : QString();
    if (!byAnnotation.isNull()) {
        claim->storageClassName = byAnnotation;
    }
    return claim != nullptr;
}

bool takeVolume(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kVolumeFields, into.volumes) != nullptr;
}

bool takeStorageClass(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    StorageClass *taken = takeByTable(reader, object, kStorageClassFields, into.storageClasses);
    if (!taken) {
        return false;
    }
    taken->isDefault = isMarkedDefault(taken->meta.annotations);
    if (taken->volumeBindingMode.isEmpty()) {
        taken->volumeBindingMode = u"Immediate"_s;
    }
    return true;
}

bool takeQuota(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    QuotaReading reading;
    readFields(reader, object, reading, kQuotaFields);
    if (!reader.settle(reading.quota.meta)) {
        return false;
    }
    if (reading.quota.hard.empty()) {
        reading.quota.hard = std::move(reading.wanted);
    }
    into.quotas.push_back(std::move(reading.quota));
    return true;
}

bool takeLimitRange(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kLimitRangeFields, into.limitRanges) != nullptr;
}

} // namespace faultline::model
