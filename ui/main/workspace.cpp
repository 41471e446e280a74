#include "ui/main/workspace.h"

#include "ui/common/statepanel.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/main/headline.h"
#include "ui/wizard/wizardcard.h"
#include "ui/workloads/workloadpanel.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace faultline::ui {

namespace {
constexpr int kWide = 1100;
constexpr int kNarrow = 800;
constexpr int kNarrowList = 184;
constexpr int kTabsHeight = 36;
constexpr int kOpenEvidence = 220; ///< at least; else a good part of what there is

/// The list grows with its writing, but leaves room for the rest.
int halfScaled(int pixels) { return (pixels + scaled(pixels)) / 2; }
} // namespace

Workspace::Workspace(const DiagramArea::Views &views, QWidget *parent)
    : QWidget(parent),
      m_list(new workloads::WorkloadPanel(this)),
      m_body(new QSplitter(Qt::Horizontal, this)),
      m_middle(new QWidget(m_body)),
      m_headline(new HeadlineBanner(m_middle)),
      m_strip(new StatePanel(StatePanel::Form::Strip, m_middle)),
      m_stack(new QSplitter(Qt::Vertical, m_middle)),
      m_diagrams(new DiagramArea(views, m_stack)),
      m_evidence(new evidence::EvidencePanel(m_stack)),
      m_card(new wizard::WizardCard(m_body))
{
    buildMiddle();
    m_strip->hide();
    m_body->addWidget(m_middle);
    m_body->addWidget(m_card);
    m_body->setHandleWidth(16);
    m_body->setChildrenCollapsible(false);
    m_body->setStretchFactor(0, 1);
    m_body->setStretchFactor(1, 0);
    m_card->setMinimumWidth(300);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(16, 12, 16, 16);
    right->addWidget(m_body);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_list);
    across->addLayout(right, 1);
    connect(m_evidence, &evidence::EvidencePanel::openChanged, this, &Workspace::giveEvidenceRoom);
    giveEvidenceRoom();
    arrange(Width::Wide);
}

void Workspace::buildMiddle()
{
    m_stack->setHandleWidth(measure::grid);
    m_stack->setChildrenCollapsible(false);
    m_stack->addWidget(m_diagrams);
    m_stack->addWidget(m_evidence);
    m_stack->setStretchFactor(0, 1);
    m_stack->setStretchFactor(1, 0);
    auto *lines = new QVBoxLayout(m_middle);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(measure::grid);
    lines->addWidget(m_strip);
    lines->addWidget(m_headline);
    lines->addWidget(m_stack, 1);
}

void Workspace::giveEvidenceRoom()
{
    const bool open = m_evidence->isOpen();
    m_evidence->setMaximumHeight(open ? QWIDGETSIZE_MAX : scaled(kTabsHeight));
    m_evidence->setMinimumHeight(open ? kOpenEvidence / 2 : scaled(kTabsHeight));
    const int all = m_stack->height();
    const int wanted = std::max(kOpenEvidence, all / 2);
    m_stack->setSizes(open ? QList<int>{all - wanted, wanted}
                           : QList<int>{all - scaled(kTabsHeight), scaled(kTabsHeight)});
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    if (wantedWidth() != m_width)
        arrange(wantedWidth());
    QWidget::resizeEvent(event);
}

/// By how much text goes into the window, not by pixels alone.
Workspace::Width Workspace::wantedWidth() const
{
    return width() >= scaled(kWide) ? Width::Wide : width() >= scaled(kNarrow) ? Width::Medium : Width::Narrow;
}

void Workspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange && m_scale != textScale()) {
        m_scale = textScale();
        // Later: Qt walks over a list of all widgets just now, and parts that move make and delete some.
        QTimer::singleShot(0, this, [this] {
            giveEvidenceRoom();
            arrange(wantedWidth());
        });
    }
    QWidget::changeEvent(event);
}

void Workspace::arrange(Width width)
{
    m_width = width;
    const bool wide = width == Width::Wide;
    m_list->setFixedWidth(halfScaled(width == Width::Narrow ? kNarrowList : measure::list));
    m_body->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    m_body->setHandleWidth(wide ? 16 : measure::grid);
    m_body->setSizes(wide ? QList<int>{10'000, measure::card} : QList<int>{3, 2});
    m_body->setStretchFactor(1, wide ? 0 : 1);
    m_card->setArrangement(wide ? wizard::WizardCard::Arrangement::Tall : wizard::WizardCard::Arrangement::Wide);
    m_diagrams->setArrangement(wide                     ? DiagramArea::Arrangement::Stacked
                               : width == Width::Medium ? DiagramArea::Arrangement::Beside
                                                        : DiagramArea::Arrangement::Tabs);
    applyPlaces();
}

} // namespace faultline::ui
