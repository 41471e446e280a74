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
constexpr int kRoomForOverview = 200; // a narrower view is all needed for the picture

} // namespace

void DiagramView::placeCorners()
{
    // All is in view and stays so: nothing to zoom for, and nothing to lie on.
    m_controls->setVisible(!m_keepsFit || !isAllInView());
    m_controls->adjustSize();
    m_controls->move(viewport()->width() - m_controls->width() - kGap,
                     viewport()->height() - m_controls->height() - kGap);
    m_findBar->adjustSize();
    m_findBar->move(viewport()->width() - m_findBar->width() - kGap, kGap);
    placeOverview();
}

// In the first corner where it lies on neither the node in focus nor the search; it never lies on the controls.
void DiagramView::placeOverview()
{
    const bool hasRoom = viewport()->width() >= kRoomForOverview && viewport()->height() >= kRoomForOverview / 2;
    const bool shown = m_overviewWish == Overview::Shown && hasRoom && !m_picture.nodes.empty() && !isAllInView();
    m_overview->setVisible(shown);
    if (!shown) {
        return;
    }
    const QSize size = m_overview->wishedSize(viewport()->size());
    const int right = viewport()->width() - size.width() - kGap;
    const int top = m_findBar->isHidden() ? kGap : m_findBar->geometry().bottom() + kGap;
    const int aboveControls =
        m_controls->isHidden() ? viewport()->height() - size.height() - kGap : m_controls->y() - size.height() - kGap;
    const int bottom = viewport()->height() - size.height() - kGap;
    const std::vector<QRect> corners{{QPoint(right, aboveControls), size},
                                     {QPoint(right, top), size},
                                     {QPoint(kGap, bottom), size},
                                     {QPoint(kGap, kGap), size}};
    std::vector<QRect> taken;
    for (const QString &id : {m_focusNode, m_keyboardNode, m_match}) {
        if (const PictureNode *node = m_picture.find(id)) {
            taken.push_back(mapFromScene(node->rect).boundingRect());
        }
    }
    if (!m_controls->isHidden()) {
        taken.push_back(m_controls->geometry());
    }
    if (!m_findBar->isHidden()) {
        taken.push_back(m_findBar->geometry());
    }
    const auto isFree = [&](const QRect &corner) {
        return std::none_of(taken.begin(), taken.end(), [&](const QRect &one) { return one.intersects(corner); });
    };
    // It stays where it is while that is no harm.
    const QRect present = m_overview->geometry();
    const bool isAtHome = std::find(corners.begin(), corners.end(), present) != corners.end();
    const auto best = std::find_if(corners.begin(), corners.end(), isFree);
    if (!(isAtHome && isFree(present))) {
        m_overview->setVisible(best != corners.end());
        m_overview->setGeometry(best != corners.end() ? *best : corners.front());
    }
    m_overview->showVisible(mapToScene(viewport()->rect()).boundingRect());
    m_overview->raise();
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
    placeOverview();
}

} // namespace faultline::ui
