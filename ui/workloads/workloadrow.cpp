#include "ui/workloads/workloadrow.h"

namespace faultline::ui::workloads {

namespace {

State stateOfFine(const guide::Finding *finding)
{
    const bool intended = finding != nullptr && finding->verdict == guide::LeafVerdict::Intended &&
                          finding->layer == guide::Layer::Rollout;
    return intended ? State::Intended : State::Fine;
}

} // namespace

State stateOf(const guide::Diagnosis &diagnosis)
{
    const guide::Finding *finding = diagnosis.primary();
    switch (diagnosis.health) {
    case guide::Health::Fault:
        return finding != nullptr && finding->certainty == guide::Certainty::Suspected ? State::Suspected
                                                                                       : State::Fault;
    case guide::Health::Open:
        return State::Open;
    case guide::Health::Waiting:
        return State::Waiting;
    case guide::Health::Fine:
        return stateOfFine(finding);
    case guide::Health::Unjudged:
        break;
    }
    return State::NotChecked;
}

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
