#include "ui/evidence/tablemodel.h"

namespace faultline::ui::evidence {

void TableModel::setHeadings(const QStringList &headings)
{
    beginResetModel();
    if (headings.size() != m_headings.size())
        m_rows.clear();
    m_headings = headings;
    endResetModel();
}

void TableModel::setRows(std::vector<QStringList> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString text = m_rows[static_cast<size_t>(index.row())].value(index.column());
    if (role == Qt::DisplayRole)
        return text;
    // A tool tip would take cluster text for markup.
    return role == Qt::ToolTipRole ? QVariant(text.toHtmlEscaped()) : QVariant();
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headings.value(section);
}

} // namespace faultline::ui::evidence
