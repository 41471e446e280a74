#include "ui/wizard/trail.h"

#include <algorithm>

namespace faultline::ui::wizard {

namespace {

int indexOf(const guide::Diagnosis &diagnosis, const guide::Walk *walk)
{
    return static_cast<int>(walk - diagnosis.walks.data());
}

std::vector<int> walksOf(const guide::Diagnosis &diagnosis, const Focus &focus)
{
    std::vector<int> walks;
    const bool hasFocus = focus.walk >= 0 && focus.walk < static_cast<int>(diagnosis.walks.size());
    for (const guide::Walk *lit : diagnosis.litWalks()) {
        const bool replaced = hasFocus && diagnosis.walks[focus.walk].layer == lit->layer;
        walks.push_back(replaced ? focus.walk : indexOf(diagnosis, lit));
    }
    if (hasFocus && std::find(walks.begin(), walks.end(), focus.walk) == walks.end())
        walks.push_back(focus.walk);
    std::stable_sort(walks.begin(), walks.end(),
                     [&](int left, int right) { return diagnosis.walks[left].layer < diagnosis.walks[right].layer; });
    return walks;
}

} // namespace

std::vector<Focus> trailOf(const guide::Diagnosis &diagnosis, const Focus &focus)
{
    std::vector<Focus> trail;
    for (const int walk : walksOf(diagnosis, focus)) {
        const auto steps = diagnosis.walks[walk].steps.size();
        for (size_t step = 0; step < steps; ++step)
            trail.push_back({walk, static_cast<int>(step)});
    }
    return trail;
}

int positionOn(const std::vector<Focus> &trail, const Focus &focus)
{
    int position = -1;
    for (size_t i = 0; i < trail.size(); ++i) {
        if (trail[i].walk == focus.walk && trail[i].step <= focus.step)
            position = static_cast<int>(i);
    }
    return position;
}

Focus resultOf(const guide::Diagnosis &diagnosis)
{
    const auto lit = diagnosis.litWalks();
    if (lit.empty())
        return {};
    const guide::Finding *primary = diagnosis.primary();
    const int walk = primary != nullptr ? primary->walk : static_cast<int>(lit.back() - diagnosis.walks.data());
    const auto steps = diagnosis.walks[walk].steps.size();
    return {walk, std::max(0, static_cast<int>(steps) - 1)};
}

} // namespace faultline::ui::wizard
