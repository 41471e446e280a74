#pragma once

#include "core/model/workload.h"

namespace faultline::model {

/// policy/v1 PodDisruptionBudget: how many Pods of a selection may be evicted at one time.
struct PodDisruptionBudget {
    static constexpr Kind kKind = Kind::PodDisruptionBudget;
    Metadata meta;
    LabelSelector selector; ///< empty = every Pod of the namespace (policy/v1)
    QString minAvailable;   ///< "2" or "50%"; null when absent
    QString maxUnavailable; ///< likewise; at most one of the two is set

    bool hasStatus = false; ///< false for a plain manifest
    qint64 observedGeneration = 0;
    int disruptionsAllowed = 0;
    int currentHealthy = 0;
    int desiredHealthy = 0;
    int expectedPods = 0;
    std::vector<Condition> conditions; ///< DisruptionAllowed, since 1.22

    ObjectRef ref() const { return {kKind, meta.nameSpace, meta.name}; }
};

} // namespace faultline::model
