#pragma once

class QLayout;

namespace faultline::ui {

/// Takes everything out of a layout; its widgets are hidden at once and deleted soon.
void emptyLayout(QLayout &layout);

} // namespace faultline::ui
