#pragma once

#include <QtCore/QString>

namespace faultline::describe {

/// Text in which a column of cells, each ended by a tab, is as wide as its widest cell and two blanks: what Go's
/// text/tabwriter makes for kubectl (minimum width 0, padding 2). A column ends at the first line that has no such
/// cell.
QString aligned(const QString &text);

} // namespace faultline::describe
