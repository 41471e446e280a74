#pragma once

#include "ui/workloads/workloadrow.h"

#include <QtCore/QSet>
#include <QtCore/QSortFilterProxyModel>

#include <array>

namespace faultline::ui::workloads {

class WorkloadModel;

/// What is chosen above the list. Nothing chosen = everything is shown.
struct Choice {
    QString text;
    QSet<Group> groups;
    QString nameSpace;
    model::Kind kind = model::Kind::Unknown;

    bool isEmpty() const
    {
        return text.isEmpty() && groups.isEmpty() && nameSpace.isEmpty() && kind == model::Kind::Unknown;
    }
    bool operator==(const Choice &) const = default;
};

/// Leaves the rows that were chosen, in the order of the model.
class WorkloadFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit WorkloadFilter(WorkloadModel *rows, QObject *parent = nullptr);

    void choose(const Choice &choice);
    const Choice &choice() const { return m_choice; }

    /// How many rows of each group there are under the rest of the choice.
    std::array<int, groupCount> counts() const;
    std::array<int, groupCount> totals() const; ///< whatever is chosen

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool isChosen(int row) const; ///< by all but its group

    WorkloadModel *m_rows;
    Choice m_choice;
};

} // namespace faultline::ui::workloads
