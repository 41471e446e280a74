#include "ui/workloads/workloadfilter.h"

#include "ui/workloads/workloadmodel.h"

namespace faultline::ui::workloads {

WorkloadFilter::WorkloadFilter(WorkloadModel *rows, QObject *parent) : QSortFilterProxyModel(parent), m_rows(rows)
{
    setSourceModel(rows);
}

void WorkloadFilter::choose(const Choice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    invalidateFilter();
}

std::array<int, groupCount> WorkloadFilter::counts() const
{
    std::array<int, groupCount> counts{};
    const auto &rows = m_rows->rows();
    for (size_t i = 0; i < rows.size(); ++i) {
        if (isChosen(static_cast<int>(i)))
            ++counts.at(static_cast<size_t>(groupOf(rows[i])));
    }
    return counts;
}

std::array<int, groupCount> WorkloadFilter::totals() const
{
    std::array<int, groupCount> totals{};
    for (const WorkloadRow &row : m_rows->rows())
        ++totals.at(static_cast<size_t>(groupOf(row)));
    return totals;
}

/// The text comes last: it alone has to be written for each row.
bool WorkloadFilter::isChosen(int row) const
{
    const WorkloadRow &each = m_rows->rows()[static_cast<size_t>(row)];
    if (m_choice.kind != model::Kind::Unknown && each.subject.kind != m_choice.kind)
        return false;
    const bool isElsewhere = model::isNamespaced(each.subject.kind) && each.subject.nameSpace != m_choice.nameSpace;
    if (!m_choice.nameSpace.isEmpty() && isElsewhere)
        return false;
    if (m_choice.text.isEmpty())
        return true;
    const QString words = m_rows->index(row).data(WorkloadModel::SearchRole).toString();
    return words.contains(m_choice.text, Qt::CaseInsensitive);
}

bool WorkloadFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const bool isInGroup =
        m_choice.groups.isEmpty() || m_choice.groups.contains(groupOf(m_rows->rows()[static_cast<size_t>(row)]));
    return isInGroup && isChosen(row);
}

} // namespace faultline::ui::workloads
