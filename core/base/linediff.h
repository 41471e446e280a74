#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace faultline::base {

/// One line of a unified diff.
struct DiffLine {
    enum class Kind { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    QString text; ///< without its sign; empty for a gap

    bool operator==(const DiffLine &) const = default;
};

/// What turns `before` into `after`, with that many unchanged lines around each change; a Gap stands where unchanged
/// lines between two of them were left out. Empty when nothing differs. A text too large to compare is told as removed
/// and added as a whole.
std::vector<DiffLine> lineDiff(const QStringList &before, const QStringList &after, int context = 3);

/// The lines with their signs, as `diff -u` writes them; "⋯" for a gap.
QString diffText(const std::vector<DiffLine> &lines);

} // namespace faultline::base
