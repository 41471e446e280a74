#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

/// A workload while it is read. Which of the fields counts depends on the kind.
struct Reading {
    Kind kind = Kind::Unknown;
    Workload workload;
    PodSpecReading spec;
    std::optional<int> replicas;
    std::optional<int> parallelism;
    std::optional<int> desired; ///< DaemonSet status
};

template <auto Member> constexpr JsonField<Reading> part(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &into) { read(r, v, into.workload.*Member); }};
}

constexpr std::array kTemplateMetadataFields{part<&Workload::templateLabels>("labels")};

constexpr std::array kTemplateFields{
    nested<Reading, kTemplateMetadataFields>("metadata"),
    field<&Reading::spec>("spec"),
};

constexpr std::array kJobTemplateSpecFields{
    nested<Reading, kTemplateFields>("template"),
    field<&Reading::parallelism>("parallelism"),
    part<&Workload::completions>("completions"),
};

constexpr std::array kJobTemplateFields{nested<Reading, kJobTemplateSpecFields>("spec")};

/// A ReplicationController's selector is a plain map of labels, everything else has a LabelSelector.
void readSelector(Reader &reader, JsonValue &value, Reading &into)
{
    if (into.kind == Kind::ReplicationController) {
        read(reader, value, into.workload.selector.matchLabels);
    } else {
        read(reader, value, into.workload.selector);
    }
}

constexpr std::array kRollingUpdateFields{part<&Workload::partition>("partition")};

constexpr std::array kUpdateStrategyFields{nested<Reading, kRollingUpdateFields>("rollingUpdate")};

void readPodManagement(Reader &reader, JsonValue &value, Reading &into)
{
    QString policy;
    read(reader, value, policy);
    into.workload.startsAllAtOnce = policy == "Parallel"_L1;
}

constexpr std::array kSpecFields{
    JsonField<Reading>{"selector", readSelector},
    nested<Reading, kTemplateFields>("template"),
    nested<Reading, kJobTemplateFields>("jobTemplate"),
    field<&Reading::replicas>("replicas"),
    field<&Reading::parallelism>("parallelism"),
    part<&Workload::paused>("paused"),
    part<&Workload::suspended>("suspend"),
    part<&Workload::minReadySeconds>("minReadySeconds"),
    part<&Workload::progressDeadlineSeconds>("progressDeadlineSeconds"),
    part<&Workload::completions>("completions"),
    part<&Workload::schedule>("schedule"),
    part<&Workload::serviceName>("serviceName"),
    part<&Workload::backoffLimit>("backoffLimit"),
    part<&Workload::activeDeadlineSeconds>("activeDeadlineSeconds"),
    part<&Workload::concurrencyPolicy>("concurrencyPolicy"),
    part<&Workload::timeZone>("timeZone"),
    nested<Reading, kUpdateStrategyFields>("updateStrategy"),
    JsonField<Reading>{"podManagementPolicy", readPodManagement},
};

/// The names of all kinds together: no two kinds mean different things by one of them.
constexpr std::array kStatusFields{
    part<&Workload::observedGeneration>("observedGeneration"),
    part<&Workload::statusReplicas>("replicas"),
    part<&Workload::statusReplicas>("currentNumberScheduled"),
    part<&Workload::statusReplicas>("active"),
    part<&Workload::readyReplicas>("readyReplicas"),
    part<&Workload::readyReplicas>("numberReady"),
    part<&Workload::readyReplicas>("ready"),
    part<&Workload::availableReplicas>("availableReplicas"),
    part<&Workload::availableReplicas>("numberAvailable"),
    part<&Workload::updatedReplicas>("updatedReplicas"),
    part<&Workload::updatedReplicas>("updatedNumberScheduled"),
    part<&Workload::succeeded>("succeeded"),
    part<&Workload::failed>("failed"),
    part<&Workload::conditions>("conditions"),
    part<&Workload::lastSchedule>("lastScheduleTime"),
    field<&Reading::desired>("desiredNumberScheduled"),
};

/// A CronJob's `active` is a list of Jobs, a Job's a number.
void readStatus(Reader &reader, JsonValue &value, Reading &into)
{
    reader.eachField(value, [&](std::string_view key, JsonValue &item) {
        into.workload.hasStatus = true;
        if (into.kind == Kind::CronJob && key == "active") {
            readNames(reader, item, into.workload.activeJobs);
            return;
        }
        for (const JsonField<Reading> &status : kStatusFields) {
            if (status.key == key) {
                status.read(reader, item, into);
            }
        }
    });
}

constexpr std::array kFields{
    JsonField<Reading>{"metadata", [](Reader &r, JsonValue &v, Reading &into) { read(r, v, into.workload.meta); }},
    nested<Reading, kSpecFields>("spec"),
    JsonField<Reading>{"status", readStatus},
};

int wantedPods(const Reading &reading)
{
    switch (reading.kind) {
    case Kind::DaemonSet:
        return reading.desired.value_or(1);
    case Kind::Job:
    case Kind::CronJob:
        return reading.parallelism.value_or(1);
    default:
        return reading.replicas.value_or(1);
    }
}

} // namespace

bool takeWorkload(Reader &reader, JsonObject &object, Kind kind, ClusterData &into)
{
    Reading reading;
    reading.kind = kind;
    readFields(reader, object, reading, kFields);
    Workload &workload = reading.workload;
    if (!reader.settle(workload.meta)) {
        return false;
    }
    workload.kind = kind;
    workload.replicas = wantedPods(reading);
    if (kind == Kind::ReplicationController && workload.selector.matchLabels.isEmpty()) {
        workload.selector.matchLabels = workload.templateLabels;
    }
    workload.podSpec = reader.share(std::move(reading.spec.spec));
    into.workloads.push_back(std::move(workload));
    return true;
}

} // namespace faultline::model
