#include "ui/common/diagramview.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

namespace faultline::ui {

void DiagramView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_theme.panel);
    for (size_t i = 0; i < m_picture.bands.size(); ++i) {
        const PictureBand &band = m_picture.bands[i];
        const QRectF wide(rect.left(), band.rect.top(), rect.width(), band.rect.height());
        if (band.tinted) {
            QColor tint = toneOf(band.ink, m_theme).background;
            tint.setAlphaF(0.75F);
            painter->fillRect(wide, tint);
        }
        if (i > 0) {
            painter->setPen(QPen(m_theme.line, 0, Qt::DashLine));
            painter->drawLine(wide.topLeft(), wide.topRight());
        }
    }
    drawFrames(*painter);
}

void DiagramView::drawFrames(QPainter &painter) const
{
    for (const PictureFrame &frame : m_picture.frames) {
        QColor fill = m_theme.code;
        fill.setAlphaF(0.5F);
        painter.setPen(QPen(m_theme.line, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(frame.rect, measure::corner, measure::corner);
        painter.setFont(smallFont());
        const QFontMetricsF metrics(smallFont());
        const QRectF legend(frame.rect.x() + 10, frame.rect.y() - metrics.height() / 2,
                            metrics.horizontalAdvance(frame.title) + 8, metrics.height());
        painter.fillRect(legend, m_theme.panel);
        painter.setPen(m_theme.dimText);
        painter.drawText(legend, Qt::AlignCenter | Qt::TextSingleLine, frame.title);
    }
}

void DiagramView::drawForeground(QPainter *painter, const QRectF &rect)
{
    Q_UNUSED(rect)
    painter->save();
    painter->resetTransform();
    for (const PictureBand &band : m_picture.bands) {
        drawBandTitle(*painter, band);
    }
    if (m_picture.nodes.empty()) {
        painter->setFont(textFont());
        painter->setPen(m_theme.dimText);
        painter->drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                          m_picture.emptyText);
    }
    painter->restore();
}

// A title stays at the border of the view while its band is seen; below it what a tint says.
void DiagramView::drawBandTitle(QPainter &painter, const PictureBand &band) const
{
    const QFontMetricsF metrics(headingFont());
    const Tone tone = toneOf(band.ink, m_theme);
    const QPoint corner = mapFromScene(band.rect.topLeft());
    const qreal x = band.titleRoom > 0 ? std::max(12.0, double(corner.x())) : 12.0;
    // Zoomed out, it moves up rather than on the nodes.
    const qreal room = band.titleRoom * zoom() - metrics.height() - 4;
    const qreal y = corner.y() + (band.titleRoom > 0 ? std::min(6.0, room) : 4.0);
    const QRectF chip(x - 4, y, metrics.horizontalAdvance(band.title) + 10, metrics.height() + 4);
    painter.setFont(headingFont());
    painter.fillRect(chip, band.tinted ? tone.background : m_theme.panel);
    painter.setPen(band.tinted ? tone.foreground : m_theme.dimText);
    painter.drawText(chip.adjusted(4, 0, 4, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, band.title);
    if (band.note.isEmpty()) {
        return;
    }
    const QFont font = smallFont();
    const QFontMetricsF small(font);
    const QRectF note(chip.x() + 4, chip.bottom(), small.horizontalAdvance(band.note) + 18, small.height() + 2);
    painter.fillRect(note.adjusted(-4, 0, 2, 0), tone.background);
    const QRectF glyph(note.x(), note.center().y() - 4, 8, 8);
    painter.setPen(QPen(tone.foreground, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(glyphPath(band.glyph, glyph));
    painter.setFont(font);
    painter.drawText(note.adjusted(13, 0, 8, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, band.note);
}

} // namespace faultline::ui
