#include "ui/connect/clusterform.h"

#include "core/base/background.h"
#include "core/kube/plugintrust.h"
#include "core/redact/redact.h"
#include "ui/common/parts.h"
#include "ui/connect/configwatch.h"
#include "ui/connect/contextmodel.h"
#include "ui/connect/pluginconsent.h"
#include "ui/connect/problembox.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

ClusterForm::ClusterForm(QWidget *parent)
    : QFrame(parent),
      m_watch(new ConfigWatch(this)),
      m_model(new ContextModel(this)),
      m_heading(makeLabel("heading"_L1, this)),
      m_files(makeLabel("dim"_L1, this)),
      m_choose(makeButton(""_L1, this)),
      m_problem(new ProblemBox(this)),
      m_table(new QTableView(this)),
      m_nothing(makeLabel("dim"_L1, this)),
      m_nameSpaceLabel(makeLabel(""_L1, this)),
      m_nameSpace(new QLineEdit(this)),
      m_all(new QCheckBox(this)),
      m_connect(makeButton("primary"_L1, this))
{
    setProperty("role", u"panel"_s);
    buildTable();
    buildLines();
    m_connect->setObjectName("connectButton"_L1);
    m_nameSpace->setObjectName("nameSpace"_L1);
    m_nameSpaceLabel->setBuddy(m_nameSpace);
    m_nameSpaceLabel->setWordWrap(false);
    connect(m_choose, &QPushButton::clicked, this, &ClusterForm::chooseFile);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClusterForm::contextChosen);
    connect(m_table, &QTableView::doubleClicked, this, &ClusterForm::connectToContext);
    connect(m_nameSpace, &QLineEdit::returnPressed, this, &ClusterForm::connectToContext);
    connect(m_connect, &QPushButton::clicked, this, &ClusterForm::connectToContext);
    connect(m_watch, &ConfigWatch::changed, this, &ClusterForm::readAgain);
    connect(m_all, &QCheckBox::toggled, m_nameSpace, &QLineEdit::setDisabled);
    retranslate();
    contextChosen();
}

void ClusterForm::buildTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(120);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void ClusterForm::buildLines()
{
    auto *files = new QHBoxLayout;
    files->addWidget(m_files, 1);
    files->addWidget(m_choose);
    auto *target = new QHBoxLayout;
    target->setSpacing(12);
    target->addWidget(m_nameSpaceLabel);
    target->addWidget(m_nameSpace, 1);
    target->addWidget(m_all);
    target->addWidget(m_connect);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(16, 14, 16, 16);
    lines->setSpacing(12);
    lines->addWidget(m_heading);
    lines->addLayout(files);
    lines->addWidget(m_problem);
    lines->addWidget(m_nothing);
    lines->addWidget(m_table, 1);
    lines->addStretch(0); // takes the room when there is no table to show
    lines->addLayout(target);
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
    const kube::ContextInfo *chosen = m_model->at(m_table->currentIndex().row());
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
    m_nothing->setVisible(config && m_config.isEmpty());
    m_table->setVisible(!m_config.isEmpty());
    if (config)
        chooseTarget();
    showFiles();
    Q_EMIT loaded();
}

void ClusterForm::chooseTarget()
{
    const int current = std::max(0, m_model->rowOf(m_config.currentContext()));
    const int wanted = m_target.context.isEmpty() ? current : m_model->rowOf(m_target.context);
    m_table->selectRow(std::max(0, wanted));
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
    const kube::ContextInfo *info = m_model->at(m_table->currentIndex().row());
    m_connect->setEnabled(info != nullptr);
    m_nameSpace->setPlaceholderText(info == nullptr || info->nameSpace.isEmpty() ? u"default"_s : info->nameSpace);
}

void ClusterForm::connectToContext()
{
    const kube::ContextInfo *info = m_model->at(m_table->currentIndex().row());
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
    QStringList shown;
    for (const QString &path : m_config.files().isEmpty() ? m_paths : m_config.files())
        shown += QDir::toNativeSeparators(path);
    m_files->setText(shown.isEmpty() ? tr("No kubeconfig was found.") : breakable(redact::harmless(shown.join(u'\n'))));
}

void ClusterForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ClusterForm::retranslate()
{
    m_heading->setText(tr("A cluster"));
    m_choose->setText(tr("Other kubeconfig…"));
    m_nothing->setText(tr("There is no context here. kubectl looks at the files named in KUBECONFIG, else at "
                          "~/.kube/config; choose a file that has one."));
    m_nameSpaceLabel->setText(tr("&Namespace"));
    m_nameSpaceLabel->setTextFormat(Qt::AutoText); // a buddy's mnemonic is not drawn in plain text mode
    m_all->setText(tr("All namespaces"));
    m_connect->setText(tr("Connect"));
    m_table->setAccessibleName(tr("Contexts"));
    m_model->retranslate();
    showFiles();
}

} // namespace faultline::ui::connect
