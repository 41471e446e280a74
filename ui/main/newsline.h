#pragma once

#include "core/model/objectref.h"
#include "ui/common/statelook.h"

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace faultline::ui {

/// A line of news that floats above the foot of its parent for some seconds: nothing below it moves or is lost.
class NewsLine : public QFrame
{
    Q_OBJECT

public:
    explicit NewsLine(QWidget *parent);

    /// While earlier news still stand there, their number is told, too.
    void tell(const QString &text, State state, const model::ObjectRef &subject);
    QString text() const;

Q_SIGNALS:
    void activated(const faultline::model::ObjectRef &subject);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();
    void retranslate();

    QLabel *m_sign;
    QLabel *m_text;
    QPushButton *m_show;
    QPushButton *m_close;
    QTimer m_leave;
    model::ObjectRef m_subject;
    int m_told = 0; ///< since it was hidden last
};

} // namespace faultline::ui
