#pragma once

#include <QtCore/QString>

namespace faultline::redact {

/// Makes cluster text harmless to show: ANSI escapes, control, bidi and zero-width characters are replaced by a visible
/// mark (U+FFFD for controls; bidi overrides are dropped). Newlines and tabs stay.
QString harmless(QString text);

/// Masks what looks like a credential in free text (logs, messages, env values): bearer headers, basic auth in URLs,
/// JWTs, AWS and Google keys, PEM blocks, password=/token=/secret= pairs. The same value gets the same mask within one
/// run, "<masked:token#1a2b>", so that lines still correlate.
QString masked(const QString &text);

} // namespace faultline::redact
