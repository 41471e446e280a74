#pragma once

#include "ui/evidence/eventmodel.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace faultline::ui::evidence {

/// The events of the application: folded, timed, filtered; the one that the finding rests on is marked.
class EventsPage : public QWidget
{
    Q_OBJECT

public:
    explicit EventsPage(QWidget *parent = nullptr);

    /// `unseen`: why events could not be looked at, in words; empty when they were.
    void setEvents(std::vector<EventRow> rows, base::Timestamp now, const QString &unseen);
    int count() const { return static_cast<int>(m_rows.size()); }
    /// Selects the event of that reason about an object; false when there is none.
    bool chooseEvent(const model::ObjectRef &object, const QString &reason);

    void setTheme(const Theme &theme) { m_model->setTheme(theme); }
    void retranslate();

    /// Rows that are shown at most; a filter leads to the rest.
    static constexpr size_t kMostRows = 2000;

Q_SIGNALS:
    void objectActivated(const faultline::model::ObjectRef &object);

private:
    void build();
    void refill();
    void showChosen();

    QComboBox *m_order;
    QLineEdit *m_filter;
    QLabel *m_state;
    QTableView *m_table;
    QWidget *m_detailRow;
    QLabel *m_detail;
    QPushButton *m_open;
    QLabel *m_empty;
    EventModel *m_model;
    std::vector<EventRow> m_rows;
    base::Timestamp m_now;
    QString m_unseen;
};

} // namespace faultline::ui::evidence
