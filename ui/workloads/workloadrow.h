#pragma once

#include "core/guide/diagnosis.h"
#include "ui/common/statelook.h"

namespace faultline::ui::workloads {

/// What the list is filtered by.
enum class Group { Broken, Open, Waiting, Fine, Intended, NotChecked };
inline constexpr int groupCount = 6;

/// One subject in the list. Its words are filled when they are shown, so that ten thousand rows cost nothing at once.
struct WorkloadRow {
    model::ObjectRef subject;
    guide::Health health = guide::Health::Unjudged;
    State state = State::NotChecked;
    base::LocalizedText reason; ///< one sentence with gaps; empty = the Pods' count says enough
    checks::Facts facts;
    int readyPods = 0;
    int podCount = 0;
    base::LocalizedText brief; ///< the same in a few words, with gaps; empty = the reason is short enough
    int fatedPods = 0;         ///< how many Pods the reason is about
    int ofPods = 0;            ///< of how many; 0 = it is not about Pods

    bool operator==(const WorkloadRow &) const = default;
};

/// The row of a diagnosis: the title of its primary finding, or of what it stopped at.
WorkloadRow rowOf(const guide::Guide &guide, const guide::Diagnosis &diagnosis);

Group groupOf(const WorkloadRow &row);

/// `rows` in the order of `shown`, as far as that knows them; what is new comes last, in its own order.
std::vector<WorkloadRow> inOrderOf(const std::vector<WorkloadRow> &shown, std::vector<WorkloadRow> rows);

} // namespace faultline::ui::workloads
