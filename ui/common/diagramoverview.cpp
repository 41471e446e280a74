#include "ui/common/diagramoverview.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace faultline::ui {

namespace {

constexpr int kMargin = 5;
constexpr qreal kMost = 0.3; // of the view's width and height
constexpr int kWidest = 200;
constexpr int kHighest = 140;
constexpr int kLeast = 48;

} // namespace

DiagramOverview::DiagramOverview(const Picture &picture, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_picture(picture), m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus); // the keyboard walks in the diagram itself
}

void DiagramOverview::refresh()
{
    m_cache = QPixmap();
    update();
}

void DiagramOverview::showVisible(const QRectF &scene)
{
    if (m_visible != scene) {
        m_visible = scene;
        update();
    }
}

QSize DiagramOverview::wishedSize(const QSize &room) const
{
    const QSizeF all = m_picture.bounds.size();
    if (all.isEmpty()) {
        return {};
    }
    const qreal width = std::min<qreal>(kWidest, room.width() * kMost) - 2 * kMargin;
    const qreal height = std::min<qreal>(kHighest, room.height() * kMost * 1.3) - 2 * kMargin;
    const QSizeF fitted = all.scaled(width, height, Qt::KeepAspectRatio);
    return QSize(std::max(kLeast, int(fitted.width())), std::max(kLeast / 2, int(fitted.height()))) +
           QSize(2 * kMargin, 2 * kMargin);
}

qreal DiagramOverview::scaleToFit() const
{
    return std::min((width() - 2 * kMargin) / m_picture.bounds.width(),
                    (height() - 2 * kMargin) / m_picture.bounds.height());
}

QPointF DiagramOverview::fromScene(const QPointF &scene) const
{
    return QRectF(rect()).center() + (scene - m_picture.bounds.center()) * scaleToFit();
}

QPointF DiagramOverview::toScene(const QPointF &position) const
{
    return m_picture.bounds.center() + (position - QRectF(rect()).center()) / scaleToFit();
}

// Drawn once for each picture, at the resolution of the screen.
QPixmap DiagramOverview::drawn() const
{
    QPixmap pixmap(size() * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::corner, measure::corner);
    painter.setPen(Qt::NoPen);
    for (const bool quiet : {true, false}) { // what matters lies on top
        for (const PictureNode &node : m_picture.nodes) {
            if ((node.look.ink == Ink::Quiet) == quiet) {
                const QRectF box(fromScene(node.rect.topLeft()), fromScene(node.rect.bottomRight()));
                const QPointF middle = box.center();
                const QSizeF seen = box.size().expandedTo(quiet ? QSizeF(1, 1) : QSizeF(2.5, 2.5));
                const QColor fill = quiet ? m_theme.line : toneOf(node.look.ink, m_theme).foreground;
                painter.fillRect(QRectF(middle - QPointF(seen.width(), seen.height()) / 2, seen), fill);
            }
        }
    }
    return pixmap;
}

void DiagramOverview::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_picture.nodes.empty()) {
        return;
    }
    if (m_cache.size() != size() * devicePixelRatioF()) {
        m_cache = drawn();
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_cache);
    const QRectF inner = QRectF(rect()).adjusted(2, 2, -2, -2);
    const QRectF frame = QRectF(fromScene(m_visible.topLeft()), fromScene(m_visible.bottomRight())) & inner;
    QColor fill = m_theme.path.foreground;
    fill.setAlphaF(0.12F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.path.foreground, 1.5));
    painter.setBrush(fill);
    painter.drawRoundedRect(frame, 2, 2);
}

void DiagramOverview::mousePressEvent(QMouseEvent *event) { Q_EMIT centreAsked(toScene(event->position())); }

void DiagramOverview::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        Q_EMIT centreAsked(toScene(event->position()));
    }
}

void DiagramOverview::mouseReleaseEvent(QMouseEvent *event) { event->accept(); }

void DiagramOverview::wheelEvent(QWheelEvent *event) { event->ignore(); }

} // namespace faultline::ui
