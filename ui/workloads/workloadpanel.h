#pragma once

#include "ui/common/theme.h"
#include "ui/workloads/namespaces.h"
#include "ui/workloads/workloadrow.h"

#include <QtWidgets/QFrame>

#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QTimer;

namespace faultline::ui::workloads {

class ChoiceBar;
class WorkloadDelegate;
class WorkloadFilter;
class WorkloadModel;

/// The list of applications, worst first, with a search box, filters and how many are well. While the pointer or the
/// keyboard is in the list its order stays, for ten seconds at most: nobody clicks on what has just moved away.
class WorkloadPanel : public QFrame
{
    Q_OBJECT

public:
    explicit WorkloadPanel(QWidget *parent = nullptr);

    void setRows(std::vector<WorkloadRow> rows);
    void setNamespaces(const Namespaces &namespaces);
    /// Marks a row without telling anybody; a subject that is not here takes the mark away.
    void setSelection(const model::ObjectRef &subject);
    void setFilter(const QString &text);
    void clearFilters();
    void focusSearch();
    void setLanguage(base::Language language);
    void setTheme(const Theme &theme);

    /// The subjects that search and filters leave, in order.
    std::vector<model::ObjectRef> shown() const;

Q_SIGNALS:
    void selected(const faultline::model::ObjectRef &subject);
    void opened();                                     ///< Enter on a row: the person wants to go on with it
    void nameSpaceRequested(const QString &nameSpace); ///< to be read; empty = all

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    bool isLookedAt() const;
    void put(std::vector<WorkloadRow> rows);
    void putWaiting();
    void tellSelection(const QModelIndex &index);
    void applyChoice();
    void showCounts();
    bool searchKey(int key);
    bool listKey(const QKeyEvent &event);
    void retranslate();

    WorkloadModel *m_model;
    WorkloadFilter *m_filtered;
    WorkloadDelegate *m_delegate;
    QLabel *m_heading;
    QLabel *m_counts;
    ChoiceBar *m_choice;
    QListView *m_list;
    QWidget *m_empty;
    QLabel *m_nothing;
    QPushButton *m_clear;
    QTimer *m_patience; ///< runs while the order is kept
    model::ObjectRef m_selection;
    std::optional<std::vector<WorkloadRow>> m_waiting; ///< the rows in their true order
    bool m_isPointerIn = false;
    bool m_isFiltering = false;
};

} // namespace faultline::ui::workloads
