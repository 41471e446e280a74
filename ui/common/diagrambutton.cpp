#include "ui/common/diagrambutton.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

constexpr int kSide = 24;

// Strokes in a box of 12 by 12.
QPainterPath strokesOf(DiagramButton::Sign sign)
{
    QPainterPath path;
    const auto line = [&](qreal x1, qreal y1, qreal x2, qreal y2) {
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
    };
    switch (sign) {
    case DiagramButton::Sign::None:
        break;
    case DiagramButton::Sign::Search:
        path.addEllipse(QPointF(5, 5), 3.8, 3.8);
        line(8, 8, 11, 11);
        break;
    case DiagramButton::Sign::Overview:
        path.addRoundedRect(QRectF(0.5, 1.5, 11, 9), 1.5, 1.5);
        path.addRect(QRectF(6, 6, 3.5, 2.5));
        break;
    case DiagramButton::Sign::Follow:
        path.addEllipse(QPointF(6, 6), 3, 3);
        line(6, 0.5, 6, 3);
        line(6, 9, 6, 11.5);
        line(0.5, 6, 3, 6);
        line(9, 6, 11.5, 6);
        break;
    case DiagramButton::Sign::Previous:
        line(2, 8, 6, 4);
        path.lineTo(10, 8);
        break;
    case DiagramButton::Sign::Next:
        line(2, 4, 6, 8);
        path.lineTo(10, 4);
        break;
    case DiagramButton::Sign::Close:
        line(2.5, 2.5, 9.5, 9.5);
        line(9.5, 2.5, 2.5, 9.5);
        break;
    }
    return path;
}

} // namespace

DiagramButton::DiagramButton(Sign sign, QWidget *parent) : QToolButton(parent), m_sign(sign)
{
    setAutoRaise(true);
    setProperty("role", u"quiet"_s);
    setFocusPolicy(Qt::TabFocus);
    setTheme(Theme::light());
}

void DiagramButton::setTheme(const Theme &theme)
{
    m_line = theme.dimText;
    m_checked = theme.path.foreground;
    update();
}

void DiagramButton::setWords(const QString &words)
{
    setToolTip(words);
    setAccessibleName(words);
}

QSize DiagramButton::sizeHint() const
{
    const QSize wished = QToolButton::sizeHint();
    return m_sign == Sign::None ? wished : QSize(kSide + 4, wished.height());
}

void DiagramButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_sign == Sign::None) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect()).center() - QPointF(6, 6));
    painter.setPen(QPen(isChecked() ? m_checked : m_line, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(strokesOf(m_sign));
}

} // namespace faultline::ui
