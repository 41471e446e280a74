#pragma once

#include "core/model/podspec.h"
#include "core/model/selector.h"

namespace faultline::model {

/// Anything that makes Pods: Deployment, ReplicaSet, StatefulSet, DaemonSet, Job, CronJob, ReplicationController.
/// A field that a kind does not have keeps its default.
struct Workload {
    Kind kind = Kind::Deployment;
    Metadata meta;
    LabelSelector selector;
    Labels templateLabels;
    PodSpecPtr podSpec;
    int replicas = 1;       ///< spec.replicas (absent = 1); DaemonSet: status.desiredNumberScheduled; Job: parallelism
    bool paused = false;    ///< Deployment spec.paused
    bool suspended = false; ///< Job and CronJob spec.suspend
    int minReadySeconds = 0;
    int progressDeadlineSeconds = 600;
    int completions = 1;                      ///< Job
    QString schedule;                         ///< CronJob
    QString serviceName;                      ///< StatefulSet
    int partition = 0;                        ///< StatefulSet: Pods of a lower ordinal keep the old template
    bool startsAllAtOnce = false;             ///< StatefulSet spec.podManagementPolicy Parallel
    int backoffLimit = 6;                     ///< Job
    std::optional<int> activeDeadlineSeconds; ///< Job
    QString concurrencyPolicy;                ///< CronJob; "Allow" when absent
    QString timeZone;                         ///< CronJob

    bool hasStatus = false; ///< false for a plain manifest
    qint64 observedGeneration = 0;
    int statusReplicas = 0;
    int readyReplicas = 0;     ///< DaemonSet: numberReady
    int availableReplicas = 0; ///< DaemonSet: numberAvailable
    int updatedReplicas = 0;
    int succeeded = 0;            ///< Job
    int failed = 0;               ///< Job
    QStringList activeJobs;       ///< CronJob: names of the runs that its controller counts as running
    base::Timestamp lastSchedule; ///< CronJob
    std::vector<Condition> conditions;

    ObjectRef ref() const { return {kind, meta.nameSpace, meta.name}; }
};

} // namespace faultline::model
