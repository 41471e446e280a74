#pragma once

#include "core/guide/diagnosis.h"
#include "ui/common/statelook.h"

namespace faultline::ui::workloads {

/// One subject in the list. The reason is filled when it is shown, so that ten thousand rows cost nothing at once.
struct WorkloadRow {
    model::ObjectRef subject;
    guide::Health health = guide::Health::Unjudged;
    State state = State::NotChecked;
    base::LocalizedText reason; ///< with gaps; empty = the Pods' count says enough
    checks::Facts facts;
    int readyPods = 0;
    int podCount = 0;
};

/// The row of a diagnosis: the title of its primary finding, or of what it stopped at.
WorkloadRow rowOf(const guide::Guide &guide, const guide::Diagnosis &diagnosis);

} // namespace faultline::ui::workloads
