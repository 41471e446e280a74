#include "ui/common/badge.h"

#include <QtGui/QPainter>

namespace faultline::ui {

void paintBadge(QPainter &painter, const QRectF &box, State state, const Theme &theme)
{
    const Tone &tone = theme.tone(state);
    const StateLook &look = lookOf(state);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tone.foreground, 1.25, look.line));
    painter.setBrush(tone.background);
    painter.drawEllipse(box.adjusted(1, 1, -1, -1));
    const qreal inset = box.width() * 0.32;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tone.foreground, box.width() / 12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(glyphPath(look.glyph, box.adjusted(inset, inset, -inset, -inset)));
    painter.restore();
}

Badge::Badge(int pixels, QWidget *parent) : QWidget(parent) { setFixedSize(pixels, pixels); }

void Badge::setState(State state)
{
    m_state = state;
    update();
}

void Badge::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, QRectF(rect()), m_state, m_theme);
}

} // namespace faultline::ui
