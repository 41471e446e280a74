#include "ui/common/diagramcontrols.h"
#include "ui/common/diagramfindbar.h"
#include "ui/common/diagramitems.h"
#include "ui/common/diagramoverview.h"
#include "ui/common/diagramview.h"
#include "ui/common/diagramwalk.h"

#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace faultline::ui {

namespace {

constexpr int kGap = measure::grid;
constexpr int kBesideTitles = 84;
constexpr qreal kForbidden = 1e9;
constexpr int kRoomForControls = 72;
constexpr int kRoomForOverview = 200; // a narrower view is all needed for the picture

} // namespace

void DiagramView::placeCorners()
{
    // All is in view and stays so: nothing to zoom for, and nothing to lie on. A slit of a view is all for the picture.
    const bool isSlit = viewport()->height() < kRoomForControls;
    m_controls->setVisible(!isSlit && (!m_keepsFit || !isAllInView()));
    m_controls->adjustSize();
    m_controls->move(viewport()->width() - m_controls->width() - kGap,
                     viewport()->height() - m_controls->height() - kGap);
    m_findBar->adjustSize();
    m_findBar->move(viewport()->width() - m_findBar->width() - kGap, kGap);
    placeOverview();
}

// Where it hides least of what matters; on neither the controls, the search, nor the node in focus. It stays where it
// is while that is no worse.
void DiagramView::placeOverview()
{
    const bool hasRoom = viewport()->width() >= kRoomForOverview && viewport()->height() >= kRoomForOverview / 2;
    const bool wished = m_overviewWish == Overview::Shown && hasRoom && !m_picture.nodes.empty() && !isAllInView();
    m_overview->setVisible(wished);
    if (!wished) {
        return;
    }
    QRect best = m_overview->geometry();
    const std::vector<QRect> corners = overviewCorners();
    const bool isAtHome = std::find(corners.begin(), corners.end(), best) != corners.end();
    qreal least = isAtHome ? harmOf(best) : 2 * kForbidden * static_cast<qreal>(m_picture.nodes.size() + 1);
    for (const QRect &corner : corners) {
        if (const qreal harm = harmOf(corner); harm < least) {
            best = corner;
            least = harm;
        }
    }
    m_overview->setGeometry(best);
    m_overview->setVisible(least < kForbidden);
    m_overview->showVisible(mapToScene(viewport()->rect()).boundingRect());
    m_overview->raise();
}

std::vector<QRect> DiagramView::overviewCorners() const
{
    const QSize size = m_overview->wishedSize(viewport()->size());
    const int right = viewport()->width() - size.width() - kGap;
    const int bottom = viewport()->height() - size.height() - kGap;
    const int top = m_findBar->isHidden() ? kGap : m_findBar->geometry().bottom() + kGap;
    const int aboveControls = m_controls->isHidden() ? bottom : m_controls->y() - size.height() - kGap / 2;
    std::vector<QRect> corners;
    for (const QPoint &corner : {QPoint(right, aboveControls), QPoint(right, top), QPoint(kGap, bottom),
                                 QPoint(kBesideTitles, kGap), QPoint(kBesideTitles, bottom)}) {
        corners.emplace_back(corner, size);
    }
    return corners;
}

// How much it would hide there; kForbidden and more: what must be seen.
qreal DiagramView::harmOf(const QRect &corner) const
{
    const auto hides = [&](const QWidget *widget) {
        return !widget->isHidden() && widget->geometry().intersects(corner);
    };
    qreal harm = hides(m_controls) || hides(m_findBar) ? kForbidden : 0;
    const QRectF area = mapToScene(corner).boundingRect();
    for (const PictureNode &node : m_picture.nodes) {
        const QRectF hidden = node.rect & area;
        if (hidden.isEmpty()) {
            continue;
        }
        const bool isForbidden =
            node.id == m_focusNode || node.id == m_match || (hasFocus() && node.id == m_keyboardNode);
        const qreal weight = node.look.ink == Ink::Quiet ? 1 : node.look.ink == Ink::Fault ? 20 : 5;
        harm += isForbidden ? kForbidden : weight * hidden.width() * hidden.height();
    }
    return harm;
}

void DiagramView::find(const QString &words)
{
    const bool wasHidden = m_findBar->isHidden();
    m_findBar->show();
    m_findBar->raise();
    m_findBar->field()->setText(words);
    m_findBar->field()->selectAll();
    m_findBar->field()->setFocus(Qt::ShortcutFocusReason);
    if (wasHidden) {
        lookFor(words);
    }
    placeCorners();
}

void DiagramView::endFind()
{
    const bool hadKeyboard = m_findBar->isAncestorOf(focusWidget()) || m_findBar->field()->hasFocus();
    m_findBar->hide();
    m_matches.clear();
    m_match.clear();
    mark();
    placeCorners();
    if (hadKeyboard) {
        setFocus(Qt::OtherFocusReason);
    }
}

void DiagramView::lookFor(const QString &words)
{
    m_matches = matchesIn(m_picture, words);
    if (std::find(m_matches.begin(), m_matches.end(), m_match) == m_matches.end()) {
        m_match = m_matches.empty() ? QString() : m_matches.front();
    }
    goToMatch(0);
}

void DiagramView::goToMatch(int by)
{
    const auto count = static_cast<int>(m_matches.size());
    const auto found = std::find(m_matches.begin(), m_matches.end(), m_match);
    if (count == 0 || found == m_matches.end()) {
        m_findBar->showCount(-1, 0);
        return mark();
    }
    const int index = (static_cast<int>(found - m_matches.begin()) + by + count) % count;
    m_match = m_matches[static_cast<size_t>(index)];
    m_findBar->showCount(index, count);
    m_keyboardNode = m_match;
    m_keyboardEdge.clear();
    mark();
    showNode(m_match);
    placeCorners(); // the count may be wider
}

} // namespace faultline::ui
