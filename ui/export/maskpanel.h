#pragma once

#include "core/redact/redactor.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace faultline::ui::exporting {

/// What is masked in a document: what a person adds to it, and each thing that is, with its rule and how often. Values
/// themselves are never shown, only the marks that stand for them.
class MaskPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MaskPanel(QWidget *parent = nullptr);

    redact::Choice choice() const;
    void setTally(const std::vector<redact::Masked> &tally, base::Language language);

    /// What is selected in the document; "Mask the selection" offers to mask it.
    void setSelection(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void addSelection();

    QCheckBox *m_addresses;
    QCheckBox *m_mail;
    QLineEdit *m_words; ///< separated by commas
    QPushButton *m_add;
    QLabel *m_summary;
    QTreeWidget *m_tally;
    QString m_selection;
};

} // namespace faultline::ui::exporting
