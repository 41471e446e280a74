#include "ui/wizard/wayview.h"

#include "ui/common/diagrampicture.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {
constexpr int kHeight = 14;
constexpr qreal kLine = 4;
constexpr qreal kGap = 4;
constexpr qreal kDot = 10;
constexpr qreal kLeast = 14; ///< of a piece, so that a layer with one step can be hit
} // namespace

WayView::WayView(QWidget *parent) : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractSlider::valueChanged, this, [this](int value) {
        if (!m_isTelling)
            Q_EMIT stepRequested(value);
    });
}

void WayView::show(const std::vector<WayPart> &way, int position)
{
    m_way = way;
    int count = 0;
    for (const WayPart &part : way)
        count += part.count;
    m_isTelling = true;
    setRange(std::min(1, count), count);
    setPageStep(std::max(1, count / 5));
    setValue(position);
    m_isTelling = false;
    update();
}

void WayView::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

QSize WayView::sizeHint() const { return {120, kHeight}; }

/// Pieces are as long as they have steps, but never too short to hit.
QRectF WayView::place(size_t part) const
{
    int steps = 0;
    for (const WayPart &each : m_way)
        steps += each.count;
    const auto parts = static_cast<qreal>(m_way.size());
    const qreal room = width() - kGap * (parts - 1) - kLeast * parts;
    qreal x = 0;
    for (size_t i = 0; i < part; ++i)
        x += kLeast + room * m_way[i].count / steps + kGap;
    return {x, (height() - kLine) / 2, kLeast + room * m_way[part].count / steps, kLine};
}

int WayView::positionAt(qreal x) const
{
    int before = 0;
    for (size_t i = 0; i < m_way.size(); ++i) {
        const QRectF box = place(i);
        if (x <= box.right() + kGap / 2 || i + 1 == m_way.size()) {
            const qreal within = std::clamp((x - box.x()) / box.width(), 0.0, 0.999);
            return before + 1 + static_cast<int>(within * m_way[i].count);
        }
        before += m_way[i].count;
    }
    return 0;
}

bool WayView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_way.empty())
        return QAbstractSlider::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int position = positionAt(help->pos().x());
    int before = 0;
    for (const WayPart &part : m_way) {
        if (position <= before + part.count) {
            QToolTip::showText(help->globalPos(), plainTip(tr("%1, step %2").arg(part.layer).arg(position)), this);
            break;
        }
        before += part.count;
    }
    return true;
}

void WayView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_way.empty())
        setValue(positionAt(event->position().x()));
}

// The card scrolls, not the way.
void WayView::wheelEvent(QWheelEvent *event) { event->ignore(); }

void WayView::focusInEvent(QFocusEvent *event)
{
    QAbstractSlider::focusInEvent(event);
    update();
}

void WayView::focusOutEvent(QFocusEvent *event)
{
    QAbstractSlider::focusOutEvent(event);
    update();
}

void WayView::paintPart(QPainter &painter, size_t part) const
{
    int before = 0;
    for (size_t i = 0; i < part; ++i)
        before += m_way[i].count;
    const QRectF box = place(part);
    painter.setBrush(m_theme.line);
    painter.drawRoundedRect(box, kLine / 2, kLine / 2);
    const int walked = std::clamp(value() - before, 0, m_way[part].count);
    if (walked == 0)
        return;
    painter.setBrush(m_theme.path.foreground);
    const bool isHere = value() > before && value() <= before + m_way[part].count;
    const qreal filled = isHere ? box.width() * (walked - 0.5) / m_way[part].count : box.width();
    painter.drawRoundedRect(QRectF(box.x(), box.y(), filled, box.height()), kLine / 2, kLine / 2);
    if (!isHere)
        return;
    const QPointF centre(box.x() + filled, box.center().y());
    painter.setPen(QPen(hasFocus() ? m_theme.text : m_theme.panel, 2));
    painter.drawEllipse(centre, kDot / 2, kDot / 2);
    painter.setPen(Qt::NoPen);
}

void WayView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (size_t i = 0; i < m_way.size(); ++i)
        paintPart(painter, i);
}

} // namespace faultline::ui::wizard
