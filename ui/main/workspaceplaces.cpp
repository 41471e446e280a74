// How the parts of the workspace stand, kept between runs.
#include "ui/evidence/evidencepanel.h"
#include "ui/main/workspace.h"

#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabBar>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
const QString kBody = u"body."_s;
const QString kPictures = u"pictures."_s;
const QString kEvidenceTab = u"evidenceTab"_s;
const QString kEvidenceHeight = u"evidenceHeight"_s;
} // namespace

/// Sizes of one width make no sense in another.
QString Workspace::widthWord() const
{
    return m_width == Width::Wide ? u"wide"_s : m_width == Width::Medium ? u"medium"_s : u"narrow"_s;
}

QVariantMap Workspace::places() const
{
    QVariantMap places = m_places;
    places[kBody + widthWord()] = m_body->saveState();
    places[kPictures + widthWord()] = m_diagrams->splitter()->saveState();
    const auto *tabs = m_evidence->findChild<QTabBar *>();
    places[kEvidenceTab] = m_evidence->isOpen() && tabs != nullptr ? tabs->currentIndex() : -1;
    if (m_evidence->isOpen())
        places[kEvidenceHeight] = m_stack->sizes().value(1);
    return places;
}

void Workspace::setPlaces(const QVariantMap &places)
{
    m_places = places;
    if (places.isEmpty()) {
        m_diagrams->enlarge(DiagramArea::Enlarged::None);
        m_diagrams->splitter()->setSizes({1, 1});
        m_evidence->close();
        arrange(m_width);
        return;
    }
    const auto *tabs = m_evidence->findChild<QTabBar *>();
    const int tab = places.value(kEvidenceTab, -1).toInt();
    if (tab >= 0 && tabs != nullptr && tab < tabs->count())
        m_evidence->open(static_cast<evidence::EvidencePanel::Tab>(tab));
    applyPlaces();
}

/// What was kept of this width. A splitter shrinks what does not fit any more by itself.
void Workspace::applyPlaces()
{
    const QByteArray body = m_places.value(kBody + widthWord()).toByteArray();
    const QByteArray pictures = m_places.value(kPictures + widthWord()).toByteArray();
    if (!body.isEmpty())
        m_body->restoreState(body);
    if (!pictures.isEmpty())
        m_diagrams->splitter()->restoreState(pictures);
    const int kept = m_places.value(kEvidenceHeight).toInt();
    const int all = m_stack->height();
    if (m_evidence->isOpen() && kept > 0 && all > 2 * kept)
        m_stack->setSizes({all - kept, kept});
}

} // namespace faultline::ui
