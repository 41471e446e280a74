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
            QColor tint = m_theme.fault.background;
            tint.setAlphaF(0.75F);
            painter->fillRect(wide, tint);
        }
        if (i > 0) {
            painter->setPen(QPen(m_theme.line, 0, Qt::DashLine));
            painter->drawLine(wide.topLeft(), wide.topRight());
        }
    }
}

void DiagramView::drawForeground(QPainter *painter, const QRectF &rect)
{
    Q_UNUSED(rect)
    painter->save();
    painter->resetTransform();
    painter->setFont(headingFont());
    const QFontMetricsF metrics(headingFont());
    for (const PictureBand &band : m_picture.bands) {
        const QPoint corner = mapFromScene(band.rect.topLeft());
        // A title stays at the border of the view while its band is seen.
        const qreal x = std::max(12.0, double(corner.x()));
        // Zoomed out, it moves up rather than on the nodes.
        const qreal room = band.titleRoom * zoom() - metrics.height() - 4;
        const qreal y = corner.y() + (band.titleRoom > 0 ? std::min(6.0, room) : 6.0);
        const QRectF chip(x - 4, y, metrics.horizontalAdvance(band.title) + 10, metrics.height() + 4);
        QColor ground = band.tinted ? m_theme.fault.background : m_theme.panel;
        painter->fillRect(chip, ground);
        painter->setPen(band.tinted ? m_theme.fault.foreground : m_theme.dimText);
        painter->drawText(chip.adjusted(4, 0, 4, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, band.title);
    }
    if (m_picture.nodes.empty()) {
        painter->setFont(textFont());
        painter->setPen(m_theme.dimText);
        painter->drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                          m_picture.emptyText);
    }
    painter->restore();
}

} // namespace faultline::ui
