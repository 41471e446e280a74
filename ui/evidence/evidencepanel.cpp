#include "ui/evidence/evidencepanel.h"

#include "core/guide/rolerule.h"
#include "ui/common/parts.h"
#include "ui/evidence/commandspage.h"
#include "ui/evidence/describepage.h"
#include "ui/evidence/eventspage.h"
#include "ui/evidence/logview.h"
#include "ui/evidence/notcheckedpage.h"
#include "ui/evidence/related.h"
#include "ui/evidence/rolloutpage.h"
#include "ui/evidence/yamlpage.h"

#include <QtCore/QEvent>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

/// Why a kind could not be looked at; empty when it was.
QString unseenWords(const model::Cluster &cluster, model::Kind kind, base::Language language)
{
    const model::Unseen *unseen = cluster.unseen(kind);
    if (unseen == nullptr)
        return {};
    using Reason = model::Unseen::Reason;
    const QString what = unseen->reason == Reason::Forbidden   ? u"forbidden:"_s
                         : unseen->reason == Reason::NotServed ? u"notServed:"_s
                         : unseen->reason == Reason::NotAsked  ? u"notAsked:"_s
                         : unseen->reason == Reason::Failed    ? u"failed:"_s
                                                               : u"notInInput:"_s;
    return guide::reasonText(what + model::resourceName(kind), language);
}

} // namespace

EvidencePanel::EvidencePanel(QWidget *parent)
    : QFrame(parent),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)),
      m_yaml(new YamlPage(this)),
      m_describe(new DescribePage(this)),
      m_events(new EventsPage(this)),
      m_logView(new LogView(this)),
      m_rollout(new RolloutPage(this)),
      m_commands(new CommandsPage(this)),
      m_notChecked(new NotCheckedPage(this))
{
    setProperty("role", u"panel"_s);
    for (QWidget *page :
         {static_cast<QWidget *>(m_yaml), static_cast<QWidget *>(m_describe), static_cast<QWidget *>(m_events),
          static_cast<QWidget *>(m_logView), static_cast<QWidget *>(m_rollout), static_cast<QWidget *>(m_commands),
          static_cast<QWidget *>(m_notChecked)}) {
        m_pages->addWidget(page);
        m_tabs->addTab(QString());
    }
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setStyleSheet(u"QTabBar::tab { padding-left: 10px; padding-right: 10px; }"_s);
    m_pages->setStyleSheet(u"QStackedWidget { background: transparent; }"_s); // the panel's own ground
    m_pages->hide();
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(1, 1, 1, 1);
    lines->setSpacing(0);
    lines->addWidget(m_tabs);
    lines->addWidget(m_pages, 1);
    connectPages();
    retranslate();
}

void EvidencePanel::connectPages()
{
    connect(m_tabs, &QTabBar::tabBarClicked, this, &EvidencePanel::tabClicked);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &EvidencePanel::askForRaw);
    connect(m_events, &EventsPage::objectActivated, this, &EvidencePanel::openObject);
    connect(m_rollout, &RolloutPage::objectActivated, this, &EvidencePanel::openObject);
    connect(m_rollout, &RolloutPage::wantedChanged, this, &EvidencePanel::askForRaw);
}

void EvidencePanel::showDiagnosis(const guide::Guide &guide, const model::ClusterPtr &cluster,
                                  const guide::Diagnosis &diagnosis)
{
    m_cluster = cluster;
    m_proof = proofOf(diagnosis);
    m_keys = guiltyKeys(diagnosis);
    const guide::Finding *primary = diagnosis.primary();
    const bool isProven = primary == nullptr || primary->certainty == guide::Certainty::Proven;
    m_state = isProven ? State::Fault : State::Suspected;
    const auto objects = cluster ? relatedObjects(*cluster, diagnosis) : std::set<model::ObjectRef>();
    auto keys = cluster ? logKeys(*cluster, objects) : std::vector<model::LogKey>();
    m_logCount = static_cast<qsizetype>(keys.size());
    m_logView->setLogs(cluster, std::move(keys));
    m_notChecked->setRows(notCheckedRows(guide, diagnosis, m_remarks, m_language),
                          cluster ? guide::missingRights(*cluster, diagnosis.subject.nameSpace) : QString());
    if (cluster) {
        m_events->setEvents(eventRowsOf(*cluster, diagnosis, objects), cluster->now(),
                            unseenWords(*cluster, model::Kind::Event, m_language));
        m_rollout->setHistory(topology::rolloutHistoryOf(*cluster, diagnosis.subject), cluster->now());
    }
    m_commands->setObject(cluster, m_object);
    markProof();
    if (m_cluster && !m_raw.isEmpty() && isShown(Tab::Describe))
        m_describe->setRaw(m_cluster, m_raw, m_rawProblem); // its ages and events go on
    setCounts();
    askForRaw(); // the picture is new: the object may have changed with it
}

void EvidencePanel::clear()
{
    m_cluster.reset();
    m_proof.clear();
    m_asked.clear();
    m_logCount = 0;
    m_logView->setLogs({}, {});
    m_events->setEvents({}, {}, {});
    m_rollout->setHistory({}, {});
    m_notChecked->setRows({}, {});
    m_offeredFor = {};
    m_offered = {};
    setObject({});
    m_commands->setObject({}, {});
    setCounts();
}

void EvidencePanel::setLanguage(base::Language language)
{
    m_language = language;
    m_commands->setLanguage(language);
}

void EvidencePanel::setCommands(const guide::CommandContext &context)
{
    m_commands->setContext(context);
    m_rollout->setContext(context);
}

void EvidencePanel::setTheme(const Theme &theme)
{
    m_yaml->setTheme(theme);
    m_logView->setTheme(theme);
    m_events->setTheme(theme);
    m_rollout->setTheme(theme);
    m_commands->setTheme(theme);
}

bool EvidencePanel::isShown(Tab tab) const { return isOpen() && m_tabs->currentIndex() == static_cast<int>(tab); }

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
    m_tabs->setAccessibleName(tr("Evidence"));
    m_yaml->retranslate();
    m_describe->retranslate();
    m_events->retranslate();
    m_logView->retranslate();
    m_rollout->retranslate();
    m_commands->retranslate();
    m_notChecked->retranslate();
    setCounts();
}

void EvidencePanel::setCounts()
{
    m_tabs->setTabText(static_cast<int>(Tab::Yaml), tr("YAML"));
    m_tabs->setTabText(static_cast<int>(Tab::Describe), tr("Describe"));
    m_tabs->setTabText(static_cast<int>(Tab::Events), tr("Events %1").arg(m_events->count()));
    m_tabs->setTabText(static_cast<int>(Tab::Logs), tr("Logs %1").arg(m_logCount));
    m_tabs->setTabText(static_cast<int>(Tab::Rollout), tr("Rollout"));
    m_tabs->setTabText(static_cast<int>(Tab::Commands), tr("Commands"));
    m_tabs->setTabText(static_cast<int>(Tab::NotChecked), tr("Not checked %1").arg(m_notChecked->count()));
}

} // namespace faultline::ui::evidence
