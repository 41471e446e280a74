#pragma once

#include "core/investigation/investigation.h"
#include "ui/main/actions.h"
#include "ui/main/palettemodel.h"

namespace faultline::ui {

/// What the palette offers, and what its entries' indices mean. An action's index is its id.
struct PaletteContent {
    std::vector<PaletteEntry> entries;
    std::vector<model::ObjectRef> applications;
    std::vector<model::ObjectRef> objects;
    std::vector<investigation::Investigation::Focus> steps;
};

struct PaletteInput {
    const investigation::Investigation &investigation;
    base::Language language;
    std::vector<Action> actions; ///< those that can be done now
};

PaletteContent paletteOf(const PaletteInput &input);

} // namespace faultline::ui
