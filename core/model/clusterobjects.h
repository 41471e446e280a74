#pragma once

#include "core/model/podspec.h"

namespace faultline::model {

struct Taint {
    QString key;
    QString value;
    QString effect;

    bool operator==(const Taint &) const = default;
};

struct Node {
    static constexpr Kind kKind = Kind::Node;
    Metadata meta;
    bool unschedulable = false;
    std::vector<Taint> taints;
    Resources allocatable;
    Resources capacity;
    QString architecture;
    QString operatingSystem;
    QString kubeletVersion;
    std::vector<Condition> conditions;

    bool operator==(const Node &) const = default;
};

struct Namespace {
    static constexpr Kind kKind = Kind::Namespace;
    Metadata meta;
    QString phase;

    bool operator==(const Namespace &) const = default;
};

/// core/v1 Event; series and eventTime are folded in (events.k8s.io writes leave count and lastTimestamp empty).
struct Event {
    static constexpr Kind kKind = Kind::Event;
    Metadata meta;
    ObjectRef object;
    QString objectUid;
    QString fieldPath; ///< involvedObject.fieldPath, "spec.containers{web}"
    QString type;      ///< "Normal", "Warning"
    QString reason;
    QString message;
    QString source; ///< component
    int count = 1;
    base::Timestamp first;
    base::Timestamp last;

    /// "web" out of "spec.containers{web}" or "spec.initContainers{web}"; empty when the event is about no container.
    QString container() const;
};

/// ConfigMap: names of its keys only.
struct ConfigMap {
    static constexpr Kind kKind = Kind::ConfigMap;
    Metadata meta;
    QStringList keys;

    bool operator==(const ConfigMap &) const = default;
};

/// Secret: metadata and, where it was to be had, the type. Never data.
struct Secret {
    static constexpr Kind kKind = Kind::Secret;
    Metadata meta;
    QString type; ///< empty when not known

    bool operator==(const Secret &) const = default;
};

struct ServiceAccount {
    static constexpr Kind kKind = Kind::ServiceAccount;
    Metadata meta;
    QStringList imagePullSecrets;

    bool operator==(const ServiceAccount &) const = default;
};

struct PersistentVolumeClaim {
    static constexpr Kind kKind = Kind::PersistentVolumeClaim;
    Metadata meta;
    QString phase;                           ///< Pending, Bound, Lost
    std::optional<QString> storageClassName; ///< absent = the default class; "" = no class, a volume by hand
    QString volumeName;
    QStringList accessModes;
    QString requestedStorage;
    QString volumeMode; ///< "Filesystem" when absent
    Labels selector;    ///< spec.selector.matchLabels: labels that a volume must carry
};

struct PersistentVolume {
    static constexpr Kind kKind = Kind::PersistentVolume;
    Metadata meta;
    QString phase;
    QString storageClassName;
    QString claimNamespace;
    QString claimName;
    QStringList accessModes;
    QString capacity;   ///< spec.capacity.storage
    QString volumeMode; ///< "Filesystem" when absent
};

struct StorageClass {
    static constexpr Kind kKind = Kind::StorageClass;
    Metadata meta;
    QString provisioner;
    QString volumeBindingMode; ///< "Immediate" when absent
    bool isDefault = false;    ///< annotation storageclass.kubernetes.io/is-default-class (or its beta form)
};

struct ResourceQuota {
    static constexpr Kind kKind = Kind::ResourceQuota;
    Metadata meta;
    std::map<QString, QString> hard; ///< status.hard, as written
    std::map<QString, QString> used; ///< status.used, as written
};

struct LimitRange {
    static constexpr Kind kKind = Kind::LimitRange;
    Metadata meta;
};

struct HorizontalPodAutoscaler {
    static constexpr Kind kKind = Kind::HorizontalPodAutoscaler;
    Metadata meta;
    QString targetVersion; ///< scaleTargetRef.apiVersion
    QString targetKind;
    QString targetName;
    int minReplicas = 1;
    int maxReplicas = 0;
    QStringList utilized; ///< resources that it follows in percent of their request: "cpu", "memory"
    int currentReplicas = 0;
    int desiredReplicas = 0;
    std::vector<Condition> conditions; ///< autoscaling/v1 keeps them in an annotation; they stand here all the same

    bool operator==(const HorizontalPodAutoscaler &) const = default;
};

} // namespace faultline::model
