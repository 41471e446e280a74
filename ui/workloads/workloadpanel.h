#pragma once

#include "ui/common/theme.h"
#include "ui/workloads/workloadrow.h"

#include <QtWidgets/QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace faultline::ui::workloads {

class WorkloadDelegate;
class WorkloadModel;

/// The list of applications, worst first, with a search box and how many are well.
class WorkloadPanel : public QFrame
{
    Q_OBJECT

public:
    explicit WorkloadPanel(QWidget *parent = nullptr);

    void setRows(std::vector<WorkloadRow> rows);
    /// Marks a row without telling anybody; a subject that is not here takes the mark away.
    void setSelection(const model::ObjectRef &subject);
    void setFilter(const QString &text);
    void focusSearch();
    void setLanguage(base::Language language);
    void setTheme(const Theme &theme);

    /// The subjects that the search leaves, in order.
    std::vector<model::ObjectRef> shown() const;

Q_SIGNALS:
    void selected(const faultline::model::ObjectRef &subject);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellSelection(const QModelIndex &index);
    void showCounts();
    void retranslate();

    WorkloadModel *m_model;
    QSortFilterProxyModel *m_filtered;
    WorkloadDelegate *m_delegate;
    QLabel *m_heading;
    QLabel *m_counts;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_nothing;
    model::ObjectRef m_selection;
    bool m_isFiltering = false;
};

} // namespace faultline::ui::workloads
