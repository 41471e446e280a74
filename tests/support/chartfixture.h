#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::test {

/// A walk by hand: node and answer, then where it ended.
struct WalkScript {
    guide::Layer layer = guide::Layer::Pods;
    std::vector<std::pair<QString, QString>> steps; ///< node, "yes" | "no" | "unknown" | "notTried" | "person yes" ...
    guide::Walk::End end = guide::Walk::End::PassedOn;
    QString at;
    guide::Certainty certainty = guide::Certainty::Proven;
};

guide::Walk walkOf(const WalkScript &script);

/// The Service selects nothing: all of the Pods' layer fine, the connection not tried, the fault at the selector.
guide::Diagnosis selectorTypoDiagnosis();

} // namespace faultline::test
