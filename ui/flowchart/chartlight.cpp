#include "ui/flowchart/chartlight.h"

#include <algorithm>

namespace faultline::ui {

namespace {

std::vector<const guide::Walk *> chosenWalks(const guide::Diagnosis &diagnosis, const ChartFocus &focus)
{
    std::vector<const guide::Walk *> walks = diagnosis.litWalks();
    if (focus.walk < 0 || focus.walk >= diagnosis.walks.size()) {
        return walks;
    }
    const guide::Walk *wanted = &diagnosis.walks[focus.walk];
    const auto same =
        std::find_if(walks.begin(), walks.end(), [&](const guide::Walk *walk) { return walk->layer == wanted->layer; });
    if (same == walks.end()) {
        walks.push_back(wanted);
    } else {
        *same = wanted;
    }
    return walks;
}

void addEnd(ChartLight &light, const guide::Walk &walk, int number)
{
    LitNode end;
    end.walk = number;
    end.step = static_cast<int>(walk.steps.size());
    if (walk.end == guide::Walk::End::PassedOn) {
        return; // its own layer's walk tells about it
    }
    end.role = walk.end == guide::Walk::End::Leaf ? LitNode::Role::Leaf : LitNode::Role::Asking;
    end.certainty = walk.certainty;
    end.isSure = !walk.connectionNotTried;
    light.nodes.insert_or_assign(walk.at, end);
}

void addWalk(ChartLight &light, const guide::Walk &walk, int number)
{
    LitPath path{walk.layer, {}};
    bool isSure = true;
    for (size_t i = 0; i < walk.steps.size(); ++i) {
        const guide::Step &step = walk.steps[i];
        LitNode node;
        node.answer = step.answer;
        node.by = step.by;
        node.notTried = step.notTried;
        node.reason = step.automatic.unknownReason;
        node.isSure = isSure;
        isSure = isSure && step.answer != checks::Answer::Unknown && !step.notTried;
        path.nodes.push_back(step.node);
        node.walk = number;
        node.step = static_cast<int>(i);
        light.nodes.insert_or_assign(step.node, node);
        const guide::NodeId next = i + 1 < walk.steps.size() ? walk.steps[i + 1].node : walk.at;
        if (!next.isEmpty() && next != step.node) {
            light.edges.emplace(std::pair(step.node, next), step.node);
        }
    }
    addEnd(light, walk, number);
    if (walk.end != guide::Walk::End::PassedOn) {
        path.nodes.push_back(walk.at);
    }
    light.paths.push_back(std::move(path));
    for (const guide::NodeId &note : walk.notes) {
        LitNode noted;
        noted.role = LitNode::Role::Noted;
        noted.walk = number;
        light.nodes.emplace(note, noted);
    }
}

} // namespace

const LitNode *ChartLight::find(const guide::NodeId &id) const
{
    const auto found = nodes.find(id);
    return found == nodes.end() ? nullptr : &found->second;
}

ChartLight chartLight(const guide::Diagnosis &diagnosis, const ChartFocus &focus)
{
    ChartLight light;
    for (const guide::Walk *walk : chosenWalks(diagnosis, focus)) {
        addWalk(light, *walk, static_cast<int>(walk - diagnosis.walks.data()));
    }
    if (focus.walk >= 0 && focus.walk < diagnosis.walks.size()) {
        const guide::Walk &walk = diagnosis.walks[focus.walk];
        const bool isStep = focus.step >= 0 && static_cast<size_t>(focus.step) < walk.steps.size();
        light.focus = isStep ? walk.steps[static_cast<size_t>(focus.step)].node : walk.at;
    }
    return light;
}

} // namespace faultline::ui
