#pragma once

#include "ui/common/theme.h"
#include "ui/connections/connectionmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QTableView;

namespace faultline::ui::connections {

class ConnectionDelegate;

/// The guide's matching rules as one small table: both values, how they match, where they stand. A row that is
/// activated leads to the object that is to be changed.
class ConnectionsView : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsView(QWidget *parent = nullptr);

    void setRows(std::vector<topology::Connection> rows);
    void setTheme(const Theme &theme);
    void setLanguage(base::Language language);

    /// How many rows are Wrong or Suspected.
    int oddRows() const;

Q_SIGNALS:
    void objectActivated(const faultline::model::ObjectRef &object);

protected:
    void changeEvent(QEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void retranslate();

    ConnectionModel *m_model;
    ConnectionDelegate *m_delegate;
    QTableView *m_table;
    QLabel *m_empty;
};

} // namespace faultline::ui::connections
