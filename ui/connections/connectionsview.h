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
    /// The files that the objects were read from: the lines of the values are looked up in them, behind the scenes.
    /// Empty: they came from elsewhere.
    void setFiles(const QStringList &paths);
    void setTheme(const Theme &theme);
    void setLanguage(base::Language language);

    /// How many rows are Wrong or Suspected.
    int oddRows() const;

Q_SIGNALS:
    /// A value: the object and the field that it stands in.
    void placeActivated(const faultline::model::ObjectRef &object, const QString &field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void lookUpLines();
    void retranslate();

    ConnectionModel *m_model;
    ConnectionDelegate *m_delegate;
    QTableView *m_table;
    QLabel *m_empty;
    QStringList m_files;
    int m_lookUp = 0; ///< number of the last one; earlier ones come too late
};

} // namespace faultline::ui::connections
