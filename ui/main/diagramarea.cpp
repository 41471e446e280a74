#include "ui/main/diagramarea.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui {

DiagramArea::DiagramArea(const Views &views, QWidget *parent)
    : QWidget(parent),
      m_topologyHeading(makeLabel("heading"_L1, this)),
      m_guideHeading(makeLabel("heading"_L1, this)),
      m_switch(new QToolButton(this)),
      m_enlargeTopology(enlargeButton(Enlarged::Topology)),
      m_enlargeGuide(enlargeButton(Enlarged::Guide)),
      m_pages(buildPages(views.topology, views.connections)),
      m_topology(frameFor(m_pages, m_topologyHeading, m_switch, m_enlargeTopology)),
      m_guide(frameFor(views.guide, m_guideHeading, views.guideScope, m_enlargeGuide)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_tabs(new QTabWidget(this))
{
    m_splitter->setHandleWidth(measure::grid);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_topology);
    m_splitter->addWidget(m_guide);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_tabs->hide();
    m_tabs->setDocumentMode(true);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
    all->addWidget(m_tabs);
    retranslate();
}

QStackedWidget *DiagramArea::buildPages(QWidget *topology, QWidget *connections)
{
    auto *pages = new QStackedWidget(this);
    pages->addWidget(topology);
    pages->addWidget(connections);
    m_switch->setProperty("role", u"segment"_s);
    m_switch->setObjectName("connectionsSwitch"_L1);
    m_switch->setCheckable(true);
    m_switch->setFocusPolicy(Qt::StrongFocus);
    connect(m_switch, &QToolButton::toggled, this, [this, pages](bool connectionsShown) {
        pages->setCurrentIndex(connectionsShown ? 1 : 0);
        retranslate();
    });
    return pages;
}

QToolButton *DiagramArea::enlargeButton(Enlarged picture)
{
    auto *button = new QToolButton(this);
    button->setProperty("role", u"segment"_s);
    button->setObjectName(picture == Enlarged::Guide ? "enlargeGuide"_L1 : "enlargeTopology"_L1);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::toggled, this, [this, picture](bool on) { enlarge(on ? picture : Enlarged::None); });
    return button;
}

void DiagramArea::enlarge(Enlarged picture)
{
    if (picture == m_enlarged)
        return;
    m_enlarged = picture;
    m_enlargeTopology->setChecked(picture == Enlarged::Topology);
    m_enlargeGuide->setChecked(picture == Enlarged::Guide);
    m_topology->setVisible(picture != Enlarged::Guide);
    m_guide->setVisible(picture != Enlarged::Topology);
    retranslate();
}

QFrame *DiagramArea::frameFor(QWidget *view, QLabel *heading, QWidget *button, QToolButton *enlarge)
{
    QFrame *frame = makeFrame("panel"_L1, this);
    auto *lines = new QVBoxLayout(frame);
    lines->setContentsMargins(1, 8, 1, 1);
    lines->setSpacing(2);
    heading->setContentsMargins(14, 0, 14, 0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 10, 0);
    head->addWidget(heading, 1);
    head->addWidget(button);
    button->show();
    head->addWidget(enlarge);
    lines->addLayout(head);
    lines->addWidget(view, 1);
    frame->setMinimumHeight(96);
    return frame;
}

void DiagramArea::setArrangement(Arrangement arrangement)
{
    m_wanted = arrangement;
    arrange();
}

void DiagramArea::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &DiagramArea::arrange, Qt::QueuedConnection); // not amid a layout
}

void DiagramArea::arrange()
{
    constexpr int kBothReadable = 320; // pixels of height
    const bool isLow =
        m_wanted == Arrangement::Stacked && height() < kBothReadable && m_enlarged == Enlarged::None && isVisible();
    const Arrangement arrangement = isLow ? Arrangement::Tabs : m_wanted;
    if (arrangement == m_arrangement)
        return;
    m_arrangement = arrangement;
    enlarge(Enlarged::None);
    const bool tabbed = arrangement == Arrangement::Tabs;
    if (tabbed) {
        m_tabs->addTab(m_topology, QString());
        m_tabs->addTab(m_guide, QString());
    } else {
        m_splitter->addWidget(m_topology);
        m_splitter->addWidget(m_guide);
        m_splitter->setOrientation(arrangement == Arrangement::Beside ? Qt::Horizontal : Qt::Vertical);
        m_topology->show();
        m_guide->show();
    }
    m_enlargeTopology->setVisible(!tabbed);
    m_enlargeGuide->setVisible(!tabbed);
    m_tabs->setVisible(tabbed);
    m_splitter->setVisible(!tabbed);
    // The tab says it already.
    m_topologyHeading->setVisible(!tabbed);
    m_guideHeading->setVisible(!tabbed);
    retranslate();
}

void DiagramArea::toggleConnections() { m_switch->toggle(); }

void DiagramArea::setOddConnections(int count)
{
    m_oddConnections = count;
    retranslate();
}

void DiagramArea::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DiagramArea::retranslate()
{
    const bool connectionsShown = m_switch->isChecked();
    m_topologyHeading->setText(connectionsShown ? tr("Connections") : tr("Topology"));
    m_switch->setText(connectionsShown        ? tr("Show the topology")
                      : m_oddConnections == 0 ? tr("What must match")
                                              : tr("What must match: %1 wrong").arg(m_oddConnections));
    m_guideHeading->setText(tr("Guide"));
    for (QToolButton *button : {m_enlargeTopology, m_enlargeGuide})
        button->setText(button->isChecked() ? tr("Restore") : tr("Enlarge"));
    if (m_tabs->count() == 2) {
        m_tabs->setTabText(0, tr("Topology"));
        m_tabs->setTabText(1, tr("Guide"));
    }
}

} // namespace faultline::ui
