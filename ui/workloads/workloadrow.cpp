#include "ui/workloads/workloadrow.h"

#include "ui/common/guidestate.h"

namespace faultline::ui::workloads {

WorkloadRow rowOf(const guide::Guide &guide, const guide::Diagnosis &diagnosis)
{
    WorkloadRow row{diagnosis.subject,   diagnosis.health,  stateOf(diagnosis), {}, {},
                    diagnosis.readyPods, diagnosis.podCount};
    const guide::Finding *finding = diagnosis.primary();
    if (finding == nullptr || row.state == State::Fine || row.state == State::NotChecked)
        return row;
    const guide::Node *node = guide.find(finding->leaf.isEmpty() ? finding->stoppedAt : finding->leaf);
    if (node != nullptr) {
        row.reason = node->leaf.title.isEmpty() ? node->text : node->leaf.title;
        row.facts = finding->facts;
    }
    return row;
}

} // namespace faultline::ui::workloads
