#pragma once

#include "core/report/report.h"

namespace faultline::ui::exporting {

/// The report as PDF, A4: pictures as vectors, letters embedded, a bookmark for each subject and heading. Light, as on
/// paper. Pure; may run on any thread of a program that has fonts. Empty when it could not be made.
QByteArray toPdf(const report::Input &input, const report::MeasureText &measure);

} // namespace faultline::ui::exporting
