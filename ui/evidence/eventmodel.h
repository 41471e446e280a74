#pragma once

#include "ui/common/theme.h"
#include "ui/evidence/eventlist.h"

#include <QtCore/QAbstractTableModel>

namespace faultline::ui::evidence {

/// Events as a table: when, type, reason and how often, object, message.
class EventModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Age, Type, Reason, Object, Message, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Ages count up to `now`. The same events with other ages keep the view as it is.
    void setRows(std::vector<EventRow> rows, base::Timestamp now);
    void setTheme(const Theme &theme);
    void retranslate();
    const EventRow *row(int index) const;
    /// The one that the finding rests on, else the first; -1 when there is none.
    int rowOf(const model::ObjectRef &object, const QString &reason) const;
    int rowOf(const EventRow &event) const; ///< the same event, whatever its age and count now

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const EventRow &row, int column) const;
    QString tip(const EventRow &row, int column) const;
    QVariant sign(const EventRow &row) const;

    std::vector<EventRow> m_rows;
    base::Timestamp m_now;
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::evidence
