#include "ui/connect/clusterform.h"

#include "core/base/background.h"
#include "core/kube/plugintrust.h"
#include "core/redact/redact.h"
#include "ui/common/parts.h"
#include "ui/connect/configwatch.h"
#include "ui/connect/contextdelegate.h"
#include "ui/connect/contextmodel.h"
#include "ui/connect/pluginconsent.h"
#include "ui/connect/problembox.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QProcessEnvironment>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

ClusterForm::ClusterForm(QWidget *parent)
    : QFrame(parent),
      m_watch(new ConfigWatch(this)),
      m_model(new ContextModel(this)),
      m_heading(makeLabel("strong"_L1, this)),
      m_files(makeLabel("dim"_L1, this)),
      m_choose(makeButton(""_L1, this)),
      m_problem(new ProblemBox(this)),
      m_delegate(new ContextDelegate(this)),
      m_list(new QListView(this)),
      m_nothing(makeLabel(""_L1, this)),
      m_insecure(makeLabel("word"_L1, this)),
      m_promise(makeLabel("dim"_L1, this)),
      m_nameSpaceLabel(makeLabel(""_L1, this)),
      m_nameSpace(new QLineEdit(this)),
      m_all(new QCheckBox(this)),
      m_connect(makeButton("primary"_L1, this))
{
    setProperty("role", u"panel"_s);
    buildList();
    buildLines();
    m_connect->setObjectName("connectButton"_L1);
    m_nameSpace->setObjectName("nameSpace"_L1);
    m_nameSpaceLabel->setBuddy(m_nameSpace);
    m_nameSpaceLabel->setWordWrap(false);
    connect(m_choose, &QPushButton::clicked, this, &ClusterForm::chooseFile);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClusterForm::contextChosen);
    connect(m_list, &QListView::doubleClicked, this, &ClusterForm::connectToContext);
    connect(m_nameSpace, &QLineEdit::returnPressed, this, &ClusterForm::connectToContext);
    connect(m_connect, &QPushButton::clicked, this, &ClusterForm::connectToContext);
    connect(m_watch, &ConfigWatch::changed, this, &ClusterForm::readAgain);
    connect(m_all, &QCheckBox::toggled, m_nameSpace, &QLineEdit::setDisabled);
    retranslate();
    contextChosen();
}

void ClusterForm::buildList()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setObjectName("contexts"_L1);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    setLookOfState(m_insecure, State::Fault);
}

void ClusterForm::buildLines()
{
    auto *files = new QHBoxLayout;
    files->addWidget(m_files, 1);
    files->addWidget(m_choose);
    auto *target = new QHBoxLayout;
    target->setSpacing(8);
    target->addWidget(m_nameSpaceLabel);
    target->addWidget(m_nameSpace, 1);
    target->addWidget(m_all);
    auto *last = new QHBoxLayout;
    last->setSpacing(12);
    last->addWidget(m_promise, 1);
    last->addWidget(m_connect);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(16, 12, 16, 14);
    lines->setSpacing(8);
    lines->addWidget(m_heading);
    lines->addLayout(files);
    lines->addWidget(m_problem);
    lines->addWidget(m_nothing);
    lines->addWidget(m_list);
    lines->addWidget(m_insecure);
    lines->addLayout(target);
    lines->addLayout(last);
}

void ClusterForm::load(const QStringList &paths, const Target &target)
{
    m_paths = paths;
    m_target = target;
    const int generation = ++m_generation;
    m_isReading = true;
    m_watch->setFiles(paths);
    showFiles();
    const auto work = [paths] { return kube::Kubeconfig::load(paths); };
    base::inBackground(this, work, [this, generation](const base::Result<kube::Kubeconfig> &config) {
        if (generation == m_generation)
            take(config);
    });
}

/// The file has changed: a new login, another context. A person's choice outlives it.
void ClusterForm::readAgain()
{
    const kube::ContextInfo *chosen = m_model->at(m_list->currentIndex().row());
    const Target kept{chosen == nullptr ? QString() : chosen->name, m_nameSpace->text(), m_all->isChecked(), false};
    load(m_paths, m_isReading ? m_target : kept);
}

void ClusterForm::take(const base::Result<kube::Kubeconfig> &config)
{
    m_isReading = false;
    m_config = config ? *config : kube::Kubeconfig();
    m_model->setConfig(m_config);
    if (config) {
        m_problem->clear();
    } else {
        m_problem->showProblem(config.error(), tr("Mend the file, or choose another kubeconfig."));
    }
    showWhatIsThere();
    m_nothing->setVisible(config && m_config.isEmpty());
    if (config)
        chooseTarget();
    showFiles();
    Q_EMIT loaded();
}

/// Without a context there is nothing to fill in: what is left is the way to another file.
void ClusterForm::showWhatIsThere()
{
    const bool hasContexts = !m_config.isEmpty();
    for (QWidget *part :
         {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_nameSpaceLabel), static_cast<QWidget *>(m_nameSpace),
          static_cast<QWidget *>(m_all), static_cast<QWidget *>(m_promise), static_cast<QWidget *>(m_connect)})
        part->setVisible(hasContexts);
    constexpr int kMostRows = 7;
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + 4);
    contextChosen();
}

void ClusterForm::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void ClusterForm::focusContexts() { m_list->setFocus(Qt::OtherFocusReason); }

/// Enter connects, as a double click does.
bool ClusterForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            connectToContext();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ClusterForm::chooseTarget()
{
    const int current = std::max(0, m_model->rowOf(m_config.currentContext()));
    const int wanted = m_target.context.isEmpty() ? current : m_model->rowOf(m_target.context);
    m_list->setCurrentIndex(m_model->index(std::max(0, wanted)));
    m_nameSpace->setText(m_target.nameSpace);
    m_all->setChecked(m_target.allNamespaces);
    contextChosen();
    if (wanted < 0) {
        m_problem->showProblem({base::Error::Kind::Usage, tr("There is no context %1 here").arg(m_target.context),
                                m_config.files().join(u", "_s)},
                               tr("Choose one of the list, or another kubeconfig."));
    } else if (m_target.connectAtOnce) {
        connectToContext();
    }
}

void ClusterForm::contextChosen()
{
    const kube::ContextInfo *info = m_model->at(m_list->currentIndex().row());
    m_connect->setEnabled(info != nullptr);
    m_insecure->setVisible(info != nullptr && info->skipsTlsVerification);
    m_nameSpace->setPlaceholderText(info == nullptr || info->nameSpace.isEmpty() ? u"default"_s : info->nameSpace);
}

void ClusterForm::connectToContext()
{
    const kube::ContextInfo *info = m_model->at(m_list->currentIndex().row());
    if (info == nullptr)
        return;
    const base::Result<kube::Connection> connection = m_config.connection(info->name);
    if (!connection) {
        m_problem->showProblem(connection.error(), tr("Choose another context, or mend this one in its file."));
        return;
    }
    m_problem->clear();
    const QString typed = m_nameSpace->text().trimmed();
    const QString nameSpace = m_all->isChecked() ? QString() : typed.isEmpty() ? connection->nameSpace : typed;
    if (connection->logsInByPlugin()) {
        askForPlugin(*connection, nameSpace);
    } else {
        Q_EMIT connectRequested(*connection, nameSpace);
    }
}

/// A program that a file names runs only after a person has seen its command line.
void ClusterForm::askForPlugin(kube::Connection connection, const QString &nameSpace)
{
    const kube::PluginTrust known;
    const bool isKnown = known.isTrusted(connection.plugin);
    connection.isPluginAllowed = true;
    if (isKnown) {
        Q_EMIT connectRequested(connection, nameSpace);
        return;
    }
    auto *consent = new PluginConsent(connection, this);
    consent->setAttribute(Qt::WA_DeleteOnClose);
    connect(consent, &QDialog::accepted, this, [this, known, connection, nameSpace] {
        // One that cannot be remembered is asked about again next time.
        [[maybe_unused]] const auto remembered = known.trust(connection.plugin);
        Q_EMIT connectRequested(connection, nameSpace);
    });
    consent->open();
}

void ClusterForm::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a kubeconfig"), QDir::homePath() + u"/.kube"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::Hidden | QDir::AllDirs);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { load({file}); });
    dialog->open();
}

void ClusterForm::showFiles()
{
    const QStringList files = m_config.files().isEmpty() ? m_paths : m_config.files();
    const bool isFound = !files.isEmpty();
    const auto searched = kube::Kubeconfig::searchedPaths(QProcessEnvironment::systemEnvironment());
    QStringList shown;
    for (const QString &path : isFound ? files : searched)
        shown += QDir::toNativeSeparators(path);
    const QString text = redact::clean(shown.join(u'\n'));
    m_files->setText(breakable(isFound ? text : tr("Looked for, not found: %1").arg(text)));
}

void ClusterForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ClusterForm::retranslate()
{
    m_heading->setText(tr("Look at a cluster"));
    m_insecure->setText(
        lookOf(State::Fault).sign + u' ' +
        tr("This context does not verify its server: whoever is in between could answer for it, and read "
           "the credentials."));
    m_promise->setText(tr("Only reads: lists and watches, never writes. Secrets come without their values."));
    m_choose->setText(tr("Other kubeconfig…"));
    m_nothing->setText(
        tr("No cluster to choose yet. kubectl and Faultline look at the files named in KUBECONFIG, else at "
           "~/.kube/config; choose a file that has a context."));
    m_nameSpaceLabel->setText(tr("&Namespace"));
    m_nameSpaceLabel->setTextFormat(Qt::AutoText); // a buddy's mnemonic is not drawn in plain text mode
    m_all->setText(tr("All namespaces"));
    m_connect->setText(tr("Connect"));
    m_list->setAccessibleName(tr("Contexts"));
    m_model->retranslate();
    showFiles();
}

} // namespace faultline::ui::connect
