#include "ui/connect/connectpage.h"

#include "ui/common/parts.h"
#include "ui/connect/clusterform.h"
#include "ui/connect/fileform.h"
#include "ui/connect/samplegallery.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

namespace {
constexpr int kSideBySide = 860;
constexpr int kWidest = 1120;
} // namespace

ConnectPage::ConnectPage(QWidget *parent)
    : QWidget(parent),
      m_title(makeLabel("headline"_L1, this)),
      m_promise(makeLabel(""_L1, this)),
      m_back(makeButton("link"_L1, this)),
      m_forms(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_own(new QWidget(this)),
      m_cluster(new ClusterForm(m_own)),
      m_files(new FileForm(m_own)),
      m_samples(new SampleGallery(this))
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_back, 0, Qt::AlignTop);
    auto *own = new QVBoxLayout(m_own);
    own->setContentsMargins(0, 0, 0, 0);
    own->setSpacing(12);
    own->addWidget(m_cluster);
    own->addWidget(m_files);
    own->addStretch(1);
    m_forms->setSpacing(12);
    auto *column = new QWidget(this);
    column->setMaximumWidth(kWidest);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(24, 16, 24, 16);
    lines->setSpacing(4);
    lines->addLayout(head);
    lines->addWidget(m_promise);
    lines->addSpacing(8);
    lines->addLayout(m_forms);
    lines->addStretch(1);
    auto *across = new QWidget(this);
    auto *line = new QHBoxLayout(across);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch(1);
    line->addWidget(column, 1000);
    line->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFocusPolicy(Qt::ClickFocus); // what lies in it scrolls it when it gets the keyboard
    scroll->setWidget(across);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(m_cluster, &ClusterForm::connectRequested, this, &ConnectPage::connectRequested);
    connect(m_cluster, &ClusterForm::loaded, this, &ConnectPage::arrange);
    connect(m_files, &FileForm::filesRequested, this, &ConnectPage::filesRequested);
    connect(m_samples, &SampleGallery::sampleRequested, this, &ConnectPage::sampleRequested);
    connect(m_back, &QPushButton::clicked, this, &ConnectPage::backRequested);
    m_back->hide();
    retranslate();
    arrange();
}

void ConnectPage::loadKubeconfig(const QStringList &paths, const Target &target) { m_cluster->load(paths, target); }

void ConnectPage::setRecent(const QStringList &files) { m_files->setRecent(files); }

void ConnectPage::setLanguage(base::Language language) { m_samples->setLanguage(language); }

void ConnectPage::setTheme(const Theme &theme) { m_cluster->setTheme(theme); }

/// What a person most likely came for stands first, and has more room; the tab order follows.
void ConnectPage::arrange()
{
    const bool hasContexts = m_cluster->hasContexts();
    QWidget *first = hasContexts ? m_own : static_cast<QWidget *>(m_samples);
    QWidget *second = hasContexts ? static_cast<QWidget *>(m_samples) : m_own;
    m_forms->removeWidget(first);
    m_forms->removeWidget(second);
    m_forms->addWidget(first, hasContexts ? 1 : 3, Qt::AlignTop);
    m_forms->addWidget(second, hasContexts ? 1 : 2, Qt::AlignTop);
    m_forms->setDirection(width() < kSideBySide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::setTabOrder(first, second);
}

void ConnectPage::showBack() { m_back->show(); }

void ConnectPage::hideBack() { m_back->hide(); }

void ConnectPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// The keyboard begins with what stands first.
void ConnectPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const QWidget *focus = QApplication::focusWidget();
    if (focus == nullptr || !isAncestorOf(focus))
        m_cluster->hasContexts() ? m_cluster->focusContexts() : m_samples->focusFirst();
}

void ConnectPage::resizeEvent(QResizeEvent *event)
{
    m_forms->setDirection(width() < kSideBySide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

void ConnectPage::retranslate()
{
    m_title->setText(tr("Why does it not answer?"));
    findChild<QScrollArea *>()->setAccessibleName(m_title->text());
    m_promise->setText(tr("Faultline reads a cluster and walks the questions that lead to the fault, from the rollout "
                          "up to the Ingress. It only reads; nothing in the cluster is changed."));
    m_back->setText(tr("Back to what is open"));
}

} // namespace faultline::ui::connect
