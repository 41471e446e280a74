#include "ui/common/wrapbutton.h"

#include "ui/common/parts.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace faultline::ui {

WrapButton::WrapButton(QLatin1StringView role, QWidget *parent) : QPushButton(parent), m_lines(new QVBoxLayout(this))
{
    setProperty("role", QString(role));
    setAutoDefault(false);
    m_lines->setContentsMargins(2, 2, 2, 2);
    m_lines->setSpacing(2);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QLabel *WrapButton::addLine(QLatin1StringView role, const QString &text)
{
    QLabel *label = makeLabel(role, this);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    label->setText(breakable(text));
    m_lines->addWidget(label);
    return label;
}

void WrapButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QPushButton::keyPressEvent(event);
}

int WrapButton::heightForWidth(int width) const { return m_lines->totalHeightForWidth(width); }

QSize WrapButton::sizeHint() const { return m_lines->totalSizeHint(); }

QSize WrapButton::minimumSizeHint() const { return m_lines->totalMinimumSize(); }

} // namespace faultline::ui
