#include "core/topology/state.h"

#include <algorithm>
#include <array>

namespace faultline::topology {

namespace {

using guide::Finding;
using guide::LayerState;
using guide::LeafVerdict;

/// Worst first: what an object with several findings shows.
int rank(LayerState state)
{
    constexpr std::array order{LayerState::Fault,     LayerState::Suspected,  LayerState::Open,     LayerState::Waiting,
                               LayerState::Explained, LayerState::NotChecked, LayerState::NotTried, LayerState::Unused,
                               LayerState::Intended,  LayerState::Fine};
    return static_cast<int>(std::find(order.begin(), order.end(), state) - order.begin());
}

LayerState stateOfNote(const Finding &finding)
{
    if (!finding.stoppedAt.isEmpty())
        return LayerState::NotChecked;
    return finding.verdict == LeafVerdict::Intended ? LayerState::Intended : LayerState::Fine;
}

bool isTrouble(LayerState state) { return rank(state) < rank(LayerState::Explained); }

bool asksForSomething(const Finding &finding)
{
    const bool onlyWaits = finding.verdict == LeafVerdict::Wait && finding.stoppedAt.isEmpty();
    return !finding.isNote && !finding.explained && !onlyWaits;
}

/// A layer in trouble, of which this object has no share: it follows from what fails below, or is fine.
LayerState bystanderState(const guide::Diagnosis &diagnosis, guide::Layer layer)
{
    const auto known = diagnosis.layers.find(layer);
    const LayerState state = known == diagnosis.layers.end() ? LayerState::NotChecked : known->second;
    const Finding *failing = failingFinding(diagnosis);
    const bool isAbove = failing && failing->layer < layer;
    if (isAbove && (state == LayerState::Fine || isTrouble(state)))
        return LayerState::Explained;
    return isTrouble(state) || state == LayerState::Intended ? LayerState::Fine : state;
}

} // namespace

bool isWorse(LayerState one, LayerState other) { return rank(one) < rank(other); }

LayerState stateOf(const Finding &finding)
{
    if (finding.isNote)
        return stateOfNote(finding);
    if (finding.explained)
        return LayerState::Explained;
    if (!finding.stoppedAt.isEmpty())
        return LayerState::Open;
    if (finding.verdict == LeafVerdict::Wait)
        return LayerState::Waiting;
    return finding.certainty == guide::Certainty::Proven ? LayerState::Fault : LayerState::Suspected;
}

LayerState stateOf(const guide::Diagnosis &diagnosis, guide::Layer layer, const std::vector<model::ObjectRef> &objects)
{
    const Finding *worst = nullptr;
    for (const Finding &finding : diagnosis.findings) {
        const bool isAbout = std::find(objects.begin(), objects.end(), finding.object) != objects.end();
        // "No Service" is noted on the workload; that says nothing of its rollout.
        if (isAbout && (finding.layer == layer || !finding.isNote) &&
            (worst == nullptr || rank(stateOf(finding)) < rank(stateOf(*worst))))
            worst = &finding;
    }
    return worst ? stateOf(*worst) : bystanderState(diagnosis, layer);
}

const Finding *failingFinding(const guide::Diagnosis &diagnosis)
{
    const auto primary = std::find_if(diagnosis.findings.begin(), diagnosis.findings.end(),
                                      [](const Finding &finding) { return finding.primary; });
    return primary != diagnosis.findings.end() && asksForSomething(*primary) ? &*primary : nullptr;
}

void noteFailing(Topology &topology, const guide::Diagnosis &diagnosis)
{
    if (const Finding *failing = failingFinding(diagnosis)) {
        topology.failing = failing->layer;
        topology.hasFailing = true;
        topology.failingState = stateOf(*failing);
        topology.failingObject = failing->object;
    }
}

} // namespace faultline::topology
