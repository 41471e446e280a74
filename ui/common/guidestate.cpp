#include "ui/common/guidestate.h"

namespace faultline::ui {

namespace {

State stateOfFine(const guide::Finding *finding)
{
    const bool intended = finding != nullptr && finding->verdict == guide::LeafVerdict::Intended &&
                          finding->layer == guide::Layer::Rollout;
    return intended ? State::Intended : State::Fine;
}

} // namespace

State stateOf(guide::LayerState state)
{
    switch (state) {
    case guide::LayerState::Fine:
        return State::Fine;
    case guide::LayerState::Fault:
        return State::Fault;
    case guide::LayerState::Suspected:
        return State::Suspected;
    case guide::LayerState::Open:
        return State::Open;
    case guide::LayerState::Waiting:
        return State::Waiting;
    case guide::LayerState::Intended:
        return State::Intended;
    case guide::LayerState::Explained:
        return State::Explained;
    case guide::LayerState::NotTried:
        return State::NotTried;
    case guide::LayerState::NotChecked:
    case guide::LayerState::Unused:
        break;
    }
    return State::NotChecked;
}

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

State stateOf(guide::LeafVerdict verdict, guide::Certainty certainty)
{
    switch (verdict) {
    case guide::LeafVerdict::Done:
        return State::Fine;
    case guide::LeafVerdict::Intended:
        return State::Intended;
    case guide::LeafVerdict::Wait:
        return State::Waiting;
    case guide::LeafVerdict::Suspect:
        return State::Suspected;
    case guide::LeafVerdict::Fix:
    case guide::LeafVerdict::External:
    case guide::LeafVerdict::Stuck:
        break;
    }
    return certainty == guide::Certainty::Suspected ? State::Suspected : State::Fault;
}

Ink inkOf(State state)
{
    switch (state) {
    case State::Fine:
        return Ink::Fine;
    case State::Fault:
        return Ink::Fault;
    case State::Suspected:
    case State::Open:
        return Ink::Suspected;
    case State::Waiting:
        return Ink::Path;
    default:
        return Ink::Unknown;
    }
}

} // namespace faultline::ui
