#pragma once

#include "ui/evidence/lineview.h"
#include "ui/evidence/yamltext.h"

#include <functional>
#include <set>

namespace faultline::ui::evidence {

/// A YAML text with some of its blocks folded to one line each.
struct FoldedYaml {
    QStringList lines;
    std::vector<int> source;             ///< line of the whole text, from 0, of each line that is shown
    std::map<int, LineView::Fold> folds; ///< shown lines that can be folded or opened
    std::map<int, QString> foldPointers; ///< of those, whose block it is

    /// Where a line of the whole text is shown: itself, or the fold that holds it.
    int shownLine(int sourceLine) const;
    std::vector<int> numbers() const; ///< for a gutter, from 1
};

/// The blocks that are folded at first: managedFields, what `kubectl apply` leaves, and other annotations of many
/// lines.
std::vector<QString> foldableBlocks(const YamlText &yaml, const QJsonObject &object);

/// `lines` are those of `yaml`, ready to show. `foldedWords` makes the end of a folded line out of a number of lines.
FoldedYaml foldYaml(const YamlText &yaml, const QStringList &lines, const std::vector<QString> &blocks,
                    const std::set<QString> &open, const std::function<QString(int)> &foldedWords);

} // namespace faultline::ui::evidence
