#pragma once

#include <QtWidgets/QTableView>

#include <initializer_list>

namespace faultline::ui::evidence {

/// A table without frame and grid, whose rows are chosen whole.
QTableView *makeTable(QAbstractItemModel *model, QWidget *parent);

/// Of all columns but the last, which takes the rest.
void setWidths(QTableView *table, std::initializer_list<int> widths);

} // namespace faultline::ui::evidence
