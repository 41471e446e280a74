#pragma once

#include "core/model/cluster.h"

namespace faultline::checks {

/// The condition Failed of a Job that has given up, with reason BackoffLimitExceeded, DeadlineExceeded,
/// PodFailurePolicy and the like; nullptr while it has not. Source: batch/v1 JobFailed.
const model::Condition *failedCondition(const model::Workload &job);

} // namespace faultline::checks
