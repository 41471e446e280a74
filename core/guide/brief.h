#pragma once

#include "core/guide/wording.h"

namespace faultline::guide {

/// The letters that a brief text may have; a Chinese one counts twice.
inline constexpr int briefWidth = 28;

/// What is wrong, in so few words that it fits into a line of a list: of a leaf of the built-in guide its entry in
/// resources/brief/leaves.yaml, of other nodes their short text. With gaps.
base::LocalizedText briefOf(const Node &node);

/// The same, filled. Parts in [[...]] are left out where they would make it too long, but never the text itself.
QString fillBrief(const QString &text, const checks::Facts &facts);

/// How wide a text is in letters, a Chinese one counted twice.
int widthInLetters(const QString &text);

} // namespace faultline::guide
