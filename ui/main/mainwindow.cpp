#include "ui/main/mainwindow.h"
#include "core/redact/redact.h"
#include "core/trial/trials.h"

#include "core/kube/kubeconfig.h"
#include "core/source/filesource.h"
#include "core/source/livesource.h"
#include "core/source/namespacelist.h"
#include "ui/common/statepanel.h"
#include "ui/connect/connectpage.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/evidence/logview.h"
#include "ui/export/exportdialog.h"
#include "ui/main/commandpalette.h"
#include "ui/main/comparer.h"
#include "ui/main/diagrams.h"
#include "ui/main/headline.h"
#include "ui/main/newsline.h"
#include "ui/main/sourcewords.h"
#include "ui/main/topbar.h"
#include "ui/main/tunnelstrip.h"
#include "ui/main/workspace.h"
#include "ui/wizard/wizardcard.h"
#include "ui/workloads/workloadpanel.h"

#include <QtGui/QCloseEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr QSize kFirstSize(1280, 800);
constexpr QSize kLeastSize(720, 560);
} // namespace

MainWindow::MainWindow(guide::Guide guide, QWidget *parent)
    : QMainWindow(parent),
      m_investigation(std::move(guide)),
      m_pages(new QStackedWidget(this)),
      m_bar(new TopBar(this)),
      m_start(new connect::ConnectPage(m_pages)),
      m_state(new StatePanel(StatePanel::Form::Page, m_pages)),
      m_diagrams(new Diagrams(m_investigation.guide(), this)),
      m_workspace(new Workspace(m_diagrams->views(), m_pages)),
      m_tunnels(new TunnelStrip(this)),
      m_comparer(new Comparer(m_investigation, this)),
      m_news(new NewsLine(m_pages)),
      m_palette(new CommandPalette(this)),
      m_menu(new QMenu(this))
{
    setWindowTitle(u"Faultline"_s);
    setMinimumSize(kLeastSize);
    setAcceptDrops(true);
    for (QWidget *page :
         {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_workspace)})
        m_pages->addWidget(page);
    auto *central = new QWidget(this);
    auto *lines = new QVBoxLayout(central);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_bar);
    lines->addWidget(m_tunnels);
    lines->addWidget(m_pages, 1);
    setCentralWidget(central);
    if (!restoreGeometry(m_settings.geometry()))
        resize(kFirstSize);
    connectBar();
    connectStart();
    connectPanels();
    connectInvestigation();
    connectLive();
    connectTunnels();
    connectHistory();
    addActions();
    restorePlaces();
    m_appearance.start(m_settings.scheme(), m_settings.textScale());
    m_appearance.setLanguage(m_settings.language());
    m_start->setRecent(m_settings.recentFiles());
    showPhase();
}

MainWindow::~MainWindow()
{
    // What it still says on its way out finds no panel any more.
    m_investigation.disconnect(this);
}

void MainWindow::connectBar()
{
    QObject::connect(&m_appearance, &Appearance::themeChanged, this, &MainWindow::applyTheme);
    QObject::connect(&m_appearance, &Appearance::languageChanged, this, &MainWindow::applyLanguage);
    QObject::connect(m_bar, &TopBar::sourceRequested, this, &MainWindow::showStartPage);
    QObject::connect(m_bar, &TopBar::remarksRequested, this, [this] { run(Action::Id::NotChecked); });
    QObject::connect(m_bar, &TopBar::reloadRequested, &m_investigation, &investigation::Investigation::reload);
    QObject::connect(m_bar, &TopBar::exportRequested, this, &MainWindow::openExport);
    QObject::connect(m_bar, &TopBar::searchRequested, this, &MainWindow::openPalette);
    QObject::connect(m_bar, &TopBar::backRequested, this, [this] { run(Action::Id::Back); });
    QObject::connect(m_bar, &TopBar::forwardRequested, this, [this] { run(Action::Id::Forward); });
    QObject::connect(m_palette, &CommandPalette::chosen, this, &MainWindow::choose);
    QObject::connect(m_bar, &TopBar::languageRequested, this, [this](base::Language language) {
        m_settings.setLanguage(language);
        m_appearance.setLanguage(language);
    });
}

void MainWindow::connectStart()
{
    QObject::connect(m_start, &connect::ConnectPage::connectRequested, this, &MainWindow::openConnection);
    QObject::connect(m_start, &connect::ConnectPage::sampleRequested, this, &MainWindow::openSample);
    QObject::connect(m_start, &connect::ConnectPage::filesRequested, this,
                     [this](const QStringList &paths) { openFiles(paths, QString()); });
    QObject::connect(m_start, &connect::ConnectPage::backRequested, this, [this] {
        m_isAtStart = false;
        showPhase();
    });
}

void MainWindow::connectPanels()
{
    using investigation::Investigation;
    QObject::connect(m_workspace->list(), &workloads::WorkloadPanel::selected, &m_investigation,
                     &Investigation::select);
    QObject::connect(m_workspace->list(), &workloads::WorkloadPanel::opened, m_workspace->card(),
                     &wizard::WizardCard::focusQuestion);
    QObject::connect(m_workspace->list(), &workloads::WorkloadPanel::nameSpaceRequested, this,
                     &MainWindow::switchNamespace);
    QObject::connect(m_workspace->card(), &wizard::WizardCard::answered, &m_investigation, &Investigation::answer);
    QObject::connect(m_workspace->card(), &wizard::WizardCard::withdrawn, &m_investigation, &Investigation::withdraw);
    QObject::connect(m_workspace->card(), &wizard::WizardCard::backRequested, this, [this] { stepAlong(-1); });
    QObject::connect(m_workspace->card(), &wizard::WizardCard::nextRequested, this, [this] { stepAlong(1); });
    QObject::connect(m_workspace->card(), &wizard::WizardCard::stepRequested, &m_investigation,
                     &Investigation::setFocus);
    QObject::connect(m_workspace->card(), &wizard::WizardCard::placeActivated, m_workspace->evidence(),
                     &evidence::EvidencePanel::showPlace);
    QObject::connect(m_workspace->card(), &wizard::WizardCard::tryRequested, this,
                     [this] { m_investigation.tryConnections(triesOfStep()); });
    QObject::connect(m_workspace->card(), &wizard::WizardCard::tryCancelled, &m_investigation,
                     &Investigation::cancelTrials);
    QObject::connect(&m_investigation, &Investigation::triedChanged, this, &MainWindow::showStep);
    QObject::connect(&m_investigation, &Investigation::trying, this,
                     [this](const model::TrialKey &key, int number, int of) {
                         const QString what = redact::clean(trial::contactText(key));
                         m_trying = tr("%1 of %2, %3").arg(number).arg(of).arg(what);
                         showStep();
                     });
    QObject::connect(m_workspace->evidence(), &evidence::EvidencePanel::rawRequested, &m_investigation,
                     &Investigation::fetchRaw);
    const evidence::LogView *logs = m_workspace->evidence()->logs();
    QObject::connect(logs, &evidence::LogView::logRequested, &m_investigation, &Investigation::fetchLog);
    QObject::connect(logs, &evidence::LogView::followRequested, &m_investigation, &Investigation::followLog);
    QObject::connect(logs, &evidence::LogView::followStopped, &m_investigation, &Investigation::stopFollowing);
    QObject::connect(&m_investigation, &Investigation::logArrived, logs, &evidence::LogView::takeArrived);
    QObject::connect(&m_investigation, &Investigation::logEnded, logs, &evidence::LogView::takeEnd);
    QObject::connect(m_diagrams, &Diagrams::stepActivated, &m_investigation, &Investigation::setFocus);
    QObject::connect(m_diagrams, &Diagrams::objectActivated, this, [this](const model::ObjectRef &object) {
        m_workspace->evidence()->setObject(object);
        m_workspace->evidence()->open(evidence::EvidencePanel::Tab::Yaml);
    });
    QObject::connect(m_diagrams, &Diagrams::placeActivated, m_workspace->evidence(),
                     &evidence::EvidencePanel::showPlace);
    for (StatePanel *panel : {m_state, m_workspace->strip()}) {
        QObject::connect(panel, &StatePanel::cancelRequested, &m_investigation, &Investigation::cancel);
        QObject::connect(panel, &StatePanel::retryRequested, &m_investigation, &Investigation::reload);
        QObject::connect(panel, &StatePanel::openRequested, this, &MainWindow::showStartPage);
    }
}

void MainWindow::connectInvestigation()
{
    using investigation::Investigation;
    QObject::connect(&m_investigation, &Investigation::phaseChanged, this, &MainWindow::showPhase);
    QObject::connect(&m_investigation, &Investigation::waitingChanged, this, &MainWindow::showPhase);
    QObject::connect(&m_investigation, &Investigation::changed, this, &MainWindow::showAll);
    QObject::connect(&m_investigation, &Investigation::othersChanged, this, &MainWindow::showOthers);
    QObject::connect(&m_investigation, &Investigation::selectionChanged, this, &MainWindow::showDiagnosis);
    QObject::connect(&m_investigation, &Investigation::focusChanged, this, &MainWindow::showStep);
    QObject::connect(&m_investigation, &Investigation::rawFetched, m_workspace->evidence(),
                     &evidence::EvidencePanel::setRaw);
}

void MainWindow::showStartPage()
{
    m_isAtStart = true;
    showPhase();
}

void MainWindow::loadKubeconfig(const QStringList &paths, const connect::Target &target)
{
    const auto own = kube::Kubeconfig::defaultPaths(QProcessEnvironment::systemEnvironment());
    m_start->loadKubeconfig(paths.isEmpty() ? own : paths, target);
}

void MainWindow::openSource(std::unique_ptr<source::Source> source)
{
    m_isAtStart = false;
    m_history.clear();
    m_connection.reset();
    m_nameSpaceList.reset();
    m_workspace->evidence()->clear();
    m_workspace->list()->clearFilters();
    m_investigation.open(std::move(source));
}

void MainWindow::openConnection(const kube::Connection &connection, const QString &nameSpace)
{
    const bool isSameCluster = m_connection && m_connection->server == connection.server;
    if (!isSameCluster)
        m_nameSpaces.clear();
    openSource(std::make_unique<source::LiveSource>(source::LiveRequest{connection, nameSpace}));
    m_connection = connection;
    listNamespaces();
}

void MainWindow::openFiles(const QStringList &paths, const QString &nameSpace)
{
    for (const QString &path : paths) {
        if (path != u"-"_s) // standard input cannot be read again
            m_settings.addRecentFile(path);
    }
    m_start->setRecent(m_settings.recentFiles());
    openSource(
        std::make_unique<source::FileSource>(source::FileRequest{paths, nameSpace, source::Origin::Type::Files}));
}

void MainWindow::openSample(const QString &id)
{
    openSource(std::make_unique<source::FileSource>(source::sampleRequest(id)));
}

void MainWindow::openExport()
{
    if (m_investigation.diagnoses().empty())
        return;
    exporting::Material material;
    material.guide = std::make_shared<const guide::Guide>(m_investigation.guide());
    material.cluster = m_investigation.cluster();
    material.origin = m_investigation.origin();
    const auto shown = m_workspace->list()->shown();
    for (const guide::Diagnosis &diagnosis : m_investigation.diagnoses()) {
        const bool isSelected = diagnosis.subject == m_investigation.selection();
        if (!isSelected && std::find(shown.begin(), shown.end(), diagnosis.subject) == shown.end())
            continue;
        if (isSelected)
            material.selected = static_cast<int>(material.diagnoses.size());
        material.diagnoses.push_back(diagnosis);
    }
    auto *dialog = new exporting::ExportDialog(std::move(material), m_appearance.language(), this);
    dialog->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showAll();
        fillMenu();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setGeometry(saveGeometry());
    keepPlaces();
    QMainWindow::closeEvent(event);
}

} // namespace faultline::ui
