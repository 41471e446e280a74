#include "ui/evidence/tables.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

namespace faultline::ui::evidence {

namespace {

class MiddleCutter : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace

void cutInTheMiddle(QTableView *table, int column) { table->setItemDelegateForColumn(column, new MiddleCutter(table)); }

QTableView *makeTable(QAbstractItemModel *model, QWidget *parent)
{
    constexpr int kRow = 26;
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRow);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

void setWidths(QTableView *table, std::initializer_list<int> widths)
{
    int column = 0;
    for (const int width : widths)
        table->setColumnWidth(column++, width);
    table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

} // namespace faultline::ui::evidence
