#pragma once

#include "core/checks/check.h"

#include <optional>

namespace faultline::checks {

/// Why the API server did not let a controller create a Pod.
struct Refusal {
    QString cause; ///< the server's words, without "Error creating: "
    Evidence evidence;
};

/// The object whose controller makes the Pods of this workload: a Deployment's newest ReplicaSet, a CronJob's newest
/// Job, else the workload itself. Nullptr when there is none yet.
const model::Workload *podMaker(const model::Cluster &cluster, const model::Workload &workload);

/// The refusal that keeps Pods of `workload` from being created now: condition ReplicaFailure with reason FailedCreate,
/// or a FailedCreate event newer than the last successful creation, while Pods are missing.
/// Source: pkg/controller/replicaset/replica_set_utils.go, pkg/controller/controller_utils.go (FailedCreatePodReason).
std::optional<Refusal> currentRefusal(const model::Cluster &cluster, const model::Workload &workload);

/// True when the maker of the Pods has made as many as it should.
bool hasAllPods(const model::Cluster &cluster, const model::Workload &workload);

/// What the create_refused checks have in common: `judge` gets the refusal and answers for its own kind of cause.
/// Without a refusal: no when every Pod exists, else unknown.
Verdict judgeRefusal(const Scope &scope, Verdict (*judge)(const Scope &, const Refusal &));

/// `exceeded quota: team, requested: cpu=1, used: cpu=2, limited: cpu=2` and its relatives.
/// Source: apiserver pkg/admission/plugin/resourcequota/controller.go.
struct QuotaRefusal {
    QString quota;
    QString resource; ///< "requests.cpu", "limits.cpu,limits.memory"
    QString requested;
    QString used;
    QString hard;
};
std::optional<QuotaRefusal> parseQuotaRefusal(const QString &cause);

/// `maximum memory usage per Container is 1Gi, but limit is 2Gi` and its relatives; the first of several.
/// Source: plugin/pkg/admission/limitranger/admission.go.
struct LimitRefusal {
    QString resource;
    QString hard;      ///< what the LimitRange allows
    QString requested; ///< empty when the Pod states nothing
    QString bound;     ///< "minimum", "maximum" or "ratio"
    QString field;     ///< "limits" or "requests"; empty when the text does not say
};
std::optional<LimitRefusal> parseLimitRefusal(const QString &cause);
/// All of them, in the order of the text: a LimitRange lists what it finds.
std::vector<LimitRefusal> parseLimitRefusals(const QString &cause);

} // namespace faultline::checks
