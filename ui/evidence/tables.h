#pragma once

#include <QtWidgets/QTableView>

#include <initializer_list>

namespace faultline::ui::evidence {

/// A table without frame and grid, whose rows are chosen whole.
QTableView *makeTable(QAbstractItemModel *model, QWidget *parent);

/// Cuts the names of that column in the middle: the end of a Pod's name tells it from its sisters.
void cutInTheMiddle(QTableView *table, int column);

/// Of all columns but the last, which takes the rest.
void setWidths(QTableView *table, std::initializer_list<int> widths);

} // namespace faultline::ui::evidence
