#pragma once

#include <QtCore/QString>

namespace faultline::ui {

/// The part of panelStyleSheet() about the wizard's card, the list and the start page; words behind @ are its colours.
QString cardStyleSheet();

} // namespace faultline::ui
