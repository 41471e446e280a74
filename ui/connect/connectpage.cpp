#include "ui/connect/connectpage.h"

#include "ui/common/parts.h"
#include "ui/connect/clusterform.h"
#include "ui/connect/fileform.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

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
      m_cluster(new ClusterForm(this)),
      m_files(new FileForm(this))
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_back, 0, Qt::AlignTop);
    m_forms->setSpacing(16);
    m_forms->addWidget(m_cluster, 3);
    m_forms->addWidget(m_files, 2);
    auto *column = new QWidget(this);
    column->setMaximumWidth(kWidest);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(24, 24, 24, 24);
    lines->setSpacing(8);
    lines->addLayout(head);
    lines->addWidget(m_promise);
    lines->addSpacing(12);
    lines->addLayout(m_forms, 1);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->addStretch(1);
    across->addWidget(column, 1000);
    across->addStretch(1);
    connect(m_cluster, &ClusterForm::connectRequested, this, &ConnectPage::connectRequested);
    connect(m_files, &FileForm::filesRequested, this, &ConnectPage::filesRequested);
    connect(m_files, &FileForm::sampleRequested, this, &ConnectPage::sampleRequested);
    connect(m_back, &QPushButton::clicked, this, &ConnectPage::backRequested);
    m_back->hide();
    retranslate();
}

void ConnectPage::loadKubeconfig(const QStringList &paths, const Target &target) { m_cluster->load(paths, target); }

void ConnectPage::setRecent(const QStringList &files) { m_files->setRecent(files); }

void ConnectPage::setLanguage(base::Language language) { m_files->setLanguage(language); }

void ConnectPage::showBack() { m_back->show(); }

void ConnectPage::hideBack() { m_back->hide(); }

void ConnectPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectPage::resizeEvent(QResizeEvent *event)
{
    m_forms->setDirection(width() < kSideBySide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

void ConnectPage::retranslate()
{
    m_title->setText(tr("Why does it not answer?"));
    m_promise->setText(tr("Faultline reads a cluster and walks the questions that lead to the fault, from the rollout "
                          "up to the Ingress. It only reads; nothing in the cluster is changed."));
    m_back->setText(tr("Back to what is open"));
}

} // namespace faultline::ui::connect
