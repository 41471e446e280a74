#pragma once

#include "core/guide/diagnosis.h"

#include <QtWidgets/QWidget>

class QLabel;
class QTableView;

namespace faultline::ui {
class CopyButton;
class CommandRow;
} // namespace faultline::ui

namespace faultline::ui::evidence {

class TableModel;

/// What could not be answered, why, and the line of a Role that would allow it.
struct NotCheckedRow {
    QString question;
    QString why;
    QString check;
    QString rule; ///< empty when no right is missing
};
/// `remarks`: on the source as a whole, harmless.
std::vector<NotCheckedRow> notCheckedRows(const guide::Guide &guide, const guide::Diagnosis &diagnosis,
                                          const QStringList &remarks, base::Language language);

/// Those rows, wrapped to be read; below them the Role rule of the chosen one, and the whole Role, to copy.
class NotCheckedPage : public QWidget
{
    Q_OBJECT

public:
    explicit NotCheckedPage(QWidget *parent = nullptr);

    /// `role`: all that was denied, as YAML to apply; empty when nothing was.
    void setRows(std::vector<NotCheckedRow> rows, const QString &role);
    int count() const { return static_cast<int>(m_rows.size()); }
    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showChosen();
    void fitRows();

    TableModel *m_model;
    QTableView *m_table;
    QLabel *m_empty;
    QWidget *m_foot;
    QLabel *m_rule;
    CopyButton *m_copyRule;
    QLabel *m_roleLabel;
    CopyButton *m_copyRole;
    std::vector<NotCheckedRow> m_rows;
    QString m_role;
};

} // namespace faultline::ui::evidence
