#include "ui/evidence/evidencepanel.h"

#include "core/redact/redact.h"
#include "ui/common/copybutton.h"
#include "ui/common/parts.h"
#include "ui/evidence/logview.h"
#include "ui/evidence/related.h"
#include "ui/evidence/tablemodel.h"
#include "ui/evidence/textview.h"
#include "ui/evidence/yamltext.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

QTableView *makeTable(TableModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

/// Of all columns but the last, which takes the rest.
void setWidths(QTableView *table, std::initializer_list<int> widths)
{
    int column = 0;
    for (const int width : widths)
        table->setColumnWidth(column++, width);
    table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

} // namespace

EvidencePanel::EvidencePanel(QWidget *parent)
    : QFrame(parent),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)),
      m_events(new TableModel(this)),
      m_logView(new LogView(this)),
      m_notChecked(new TableModel(this))
{
    setProperty("role", u"panel"_s);
    m_events->setHeadings(QStringList(5));
    m_notChecked->setHeadings(QStringList(4));
    for (QWidget *page : {buildYaml(), buildEvents(), static_cast<QWidget *>(m_logView), buildNotChecked()}) {
        m_pages->addWidget(page);
        m_tabs->addTab(QString());
    }
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_pages->hide();
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(1, 1, 1, 1);
    lines->setSpacing(0);
    lines->addWidget(m_tabs);
    lines->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::tabBarClicked, this, &EvidencePanel::tabClicked);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &EvidencePanel::askForRaw);
    retranslate();
}

QWidget *EvidencePanel::buildYaml()
{
    auto *page = new QWidget(this);
    m_objectName = makeLabel("dim"_L1, page);
    m_copy = new CopyButton(page);
    m_yaml = new TextView(page);
    m_yaml->setObjectName(u"yaml"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_objectName, 1);
    head->addWidget(m_copy);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(12, 4, 12, 12);
    lines->addLayout(head);
    lines->addWidget(m_yaml, 1);
    return page;
}

QWidget *EvidencePanel::buildEvents()
{
    QTableView *table = makeTable(m_events, this);
    setWidths(table, {112, 64, 120, 150});
    return table;
}

QWidget *EvidencePanel::buildNotChecked()
{
    QTableView *table = makeTable(m_notChecked, this);
    setWidths(table, {290, 200, 170});
    return table;
}

void EvidencePanel::showDiagnosis(const guide::Guide &guide, const model::ClusterPtr &cluster,
                                  const guide::Diagnosis &diagnosis)
{
    m_cluster = cluster;
    m_events->setRows(cluster ? eventRows(*cluster, diagnosis) : std::vector<QStringList>());
    auto keys = cluster ? logKeys(*cluster, diagnosis) : std::vector<model::LogKey>();
    m_logCount = static_cast<qsizetype>(keys.size());
    m_logView->setLogs(cluster, std::move(keys));
    m_notChecked->setRows(notCheckedRows(guide, diagnosis, m_language));
    setCounts();
    m_asked = {}; // the picture is new: the object may have changed with it
    askForRaw();
}

void EvidencePanel::clear()
{
    m_cluster.reset();
    m_logCount = 0;
    m_logView->setLogs({}, {});
    m_object = {};
    m_events->setRows({});
    m_notChecked->setRows({});
    m_yaml->setText(QString());
    m_objectName->clear();
    setCounts();
}

void EvidencePanel::setObject(const model::ObjectRef &object)
{
    if (object == m_object)
        return;
    m_object = object;
    m_objectName->setText(redact::harmless(object.isNull() ? QString() : object.toString()));
    m_yaml->setText(QString());
    m_copy->setCopyText(QString());
    askForRaw();
}

void EvidencePanel::askForRaw()
{
    const bool shown = isOpen() && m_tabs->currentIndex() == static_cast<int>(Tab::Yaml);
    if (!shown || m_object.isNull() || m_asked == m_object)
        return;
    m_asked = m_object;
    Q_EMIT rawRequested(m_object);
}

void EvidencePanel::setRaw(const model::ObjectRef &object, const QByteArray &json, const QString &problem)
{
    if (object != m_object)
        return; // an answer to an older question
    const QString yaml = redact::masked(redact::harmless(yamlText(json)));
    m_yaml->setText(problem.isEmpty() ? yaml : tr("This object cannot be shown: %1").arg(redact::harmless(problem)));
    m_copy->setCopyText(problem.isEmpty() ? yaml : QString());
}

void EvidencePanel::open(Tab tab)
{
    const bool wasOpen = isOpen();
    m_pages->show();
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    setLook(m_tabs, "closed", u"no"_s);
    askForRaw();
    if (!wasOpen)
        Q_EMIT openChanged();
}

void EvidencePanel::close()
{
    if (!isOpen())
        return;
    m_pages->hide();
    setLook(m_tabs, "closed", u"yes"_s);
    Q_EMIT openChanged();
}

bool EvidencePanel::isOpen() const { return !m_pages->isHidden(); }

void EvidencePanel::tabClicked(int index)
{
    if (index < 0)
        return;
    if (isOpen() && index == m_tabs->currentIndex()) {
        close();
    } else {
        open(static_cast<Tab>(index));
    }
}

void EvidencePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void EvidencePanel::retranslate()
{
    m_events->setHeadings({tr("Last seen (UTC)"), tr("Type"), tr("Reason"), tr("Object"), tr("Message")});
    m_notChecked->setHeadings({tr("Question"), tr("Why it was not answered"), tr("Check"), tr("What would allow it")});
    m_tabs->setAccessibleName(tr("Evidence"));
    for (QTableView *table : m_pages->findChildren<QTableView *>())
        table->setAccessibleName(tr("Evidence"));
    m_yaml->setAccessibleName(tr("The object as YAML"));
    m_copy->setSubject(tr("YAML"));
    m_logView->retranslate();
    setCounts();
}

void EvidencePanel::setCounts()
{
    m_tabs->setTabText(static_cast<int>(Tab::Yaml), tr("YAML"));
    m_tabs->setTabText(static_cast<int>(Tab::Events), tr("Events %1").arg(m_events->rowCount()));
    m_tabs->setTabText(static_cast<int>(Tab::Logs), tr("Logs %1").arg(m_logCount));
    m_tabs->setTabText(static_cast<int>(Tab::NotChecked), tr("Not checked %1").arg(m_notChecked->rowCount()));
}

} // namespace faultline::ui::evidence
