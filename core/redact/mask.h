#pragma once

#include "core/redact/rules.h"

#include <optional>

namespace faultline::redact {

/// "<masked:token#1a2b>": what stands where a value was. The same value gets the same mark within one run of the
/// program and another one in the next, so that nobody can try short passwords against the marks of a report.
QString mark(const QString &id, QStringView value);

/// Finds marks in a text; what is one already is never masked again.
const QRegularExpression &anyMark();

/// The text with what the rule finds masked; empty when the pattern gave up on it.
std::optional<QString> maskedBy(const Rule &rule, const QString &text);

} // namespace faultline::redact
