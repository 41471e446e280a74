#pragma once

#include <QtCore/QString>

namespace faultline::redact {

/// The text without the sequences that set colour and weight (SGR, ECMA-48 8.3.117), as coloured logs are full of.
QString withoutColours(QString text);

/// Makes cluster text harmless to show: ANSI escapes, control, bidi and zero-width characters are replaced by a visible
/// mark (U+FFFD for controls; bidi overrides and colours are dropped). Newlines and tabs stay.
QString harmless(QString text);

/// Masks what looks like a credential in free text (logs, messages, env values): bearer headers, basic auth in URLs,
/// JWTs, AWS and Google keys, PEM blocks, password=/token=/secret= pairs. The same value gets the same mask within one
/// run, "<masked:token#1a2b>", so that lines still correlate. Colours are dropped: a pattern could not see through
/// them.
QString masked(const QString &text);

/// Masked and harmless: for any text of the cluster's that a person gets to see, in the window, a terminal or a report.
QString clean(const QString &text);

} // namespace faultline::redact
