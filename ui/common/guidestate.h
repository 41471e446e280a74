#pragma once

#include "core/guide/diagnosis.h"
#include "ui/common/diagrampicture.h"
#include "ui/common/statelook.h"

namespace faultline::ui {

/// The guide's words for a layer as those of the pictures.
State stateOf(guide::LayerState state);

/// The mark of a whole diagnosis: the primary finding decides between fault and suspected, fine and intended.
State stateOf(const guide::Diagnosis &diagnosis);

/// The mark of a leaf the walk ended at.
State stateOf(guide::LeafVerdict verdict, guide::Certainty certainty);

/// The line colour of a state in a diagram; quiet meanings share Ink::Unknown.
Ink inkOf(State state);

} // namespace faultline::ui
