#include "ui/workloads/workloadrow.h"

#include "core/guide/brief.h"
#include "ui/common/guidestate.h"

#include <QtCore/QHash>

#include <algorithm>
#include <limits>

namespace faultline::ui::workloads {

WorkloadRow rowOf(const guide::Guide &guide, const guide::Diagnosis &diagnosis)
{
    WorkloadRow row;
    row.subject = diagnosis.subject;
    row.health = diagnosis.health;
    row.state = stateOf(diagnosis);
    row.readyPods = diagnosis.readyPods;
    row.podCount = diagnosis.podCount;
    const guide::Finding *finding = diagnosis.primary();
    if (finding == nullptr || row.state == State::Fine || row.state == State::NotChecked)
        return row;
    const guide::Node *node = guide.find(finding->leaf.isEmpty() ? finding->stoppedAt : finding->leaf);
    if (node != nullptr) {
        row.reason = node->leaf.title.isEmpty() ? node->text : node->leaf.title;
        row.brief = guide::briefOf(*node);
        row.facts = finding->facts;
        row.fatedPods = finding->fate.pods;
        row.ofPods = finding->fate.ofPods;
    }
    return row;
}

Group groupOf(const WorkloadRow &row)
{
    switch (row.health) {
    case guide::Health::Fault:
        return Group::Broken;
    case guide::Health::Open:
        return Group::Open;
    case guide::Health::Waiting:
        return Group::Waiting;
    case guide::Health::Fine:
        return row.state == State::Intended ? Group::Intended : Group::Fine;
    case guide::Health::Unjudged:
        break;
    }
    return Group::NotChecked;
}

std::vector<WorkloadRow> inOrderOf(const std::vector<WorkloadRow> &shown, std::vector<WorkloadRow> rows)
{
    QHash<model::ObjectRef, size_t> places;
    for (size_t i = 0; i < shown.size(); ++i)
        places.insert(shown[i].subject, i);
    const auto placeOf = [&places](const WorkloadRow &row) {
        return places.value(row.subject, std::numeric_limits<size_t>::max());
    };
    std::stable_sort(rows.begin(), rows.end(), [&placeOf](const WorkloadRow &left, const WorkloadRow &right) {
        return placeOf(left) < placeOf(right);
    });
    return rows;
}

} // namespace faultline::ui::workloads
