#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

namespace faultline::base {

/// Trimmed, lower case, `_` as `-`, look-alike letters (Cyrillic, full-width) folded and zero-width ones removed:
/// what two names have in common when only their spelling differs.
QString normalizedName(QStringView text);

/// Optimal string alignment distance (Damerau-Levenshtein without moved substrings), in edits.
int editDistance(QStringView left, QStringView right);

/// True for a spelling slip: at most 1 edit up to 4 letters, 2 up to 10, 3 above, or a similarity of 0.75 and more.
bool looksAlike(QStringView left, QStringView right);

/// The candidate closest to `name` that looksAlike() it, or an empty string. Ties go to the first in sorted order.
QString closest(QStringView name, const QStringList &candidates);

} // namespace faultline::base
