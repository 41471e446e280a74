// What the window can do: from the menu, by a shortcut, from the palette.
#include "core/investigation/picture.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/main/commandpalette.h"
#include "ui/main/diagramarea.h"
#include "ui/main/mainwindow.h"
#include "ui/main/paletteentries.h"
#include "ui/main/shortcutsheet.h"
#include "ui/main/topbar.h"
#include "ui/main/workspace.h"
#include "ui/wizard/cardtext.h"
#include "ui/workloads/workloadpanel.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace faultline::ui {

using Id = Action::Id;

void MainWindow::addActions()
{
    for (const Action &wanted : allActions()) {
        auto *action = new QAction(this);
        // Ctrl+F belongs to the panel that has the keyboard; what no panel takes comes to keyPressEvent().
        if (wanted.id != Id::SearchList)
            action->setShortcuts(wanted.keys);
        const Id id = wanted.id;
        QObject::connect(action, &QAction::triggered, this, [this, id] { run(id); });
        addAction(action);
        m_actions.push_back(action);
    }
    m_menu->setObjectName("everything"_L1);
    m_bar->setMenu(m_menu);
    QObject::connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::fillMenu);
    fillMenu();
}

void MainWindow::fillMenu()
{
    const std::vector<Action> all = allActions();
    if (m_actions.size() != all.size())
        return;
    m_menu->clear();
    for (size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && all[i].group != all[i - 1].group)
            m_menu->addSeparator();
        m_actions[i]->setText(all[i].words);
        m_menu->addAction(m_actions[i]);
    }
    for (QAction *action : m_actions)
        action->setEnabled(true); // a disabled one would leave its shortcut to somebody else
    if (QObject::sender() != m_menu)
        return;
    for (size_t i = 0; i < all.size(); ++i)
        m_actions[i]->setEnabled(can(all[i].id));
    QObject::connect(m_menu, &QMenu::aboutToHide, this, &MainWindow::enableActions, Qt::UniqueConnection);
}

void MainWindow::enableActions()
{
    for (QAction *action : m_actions)
        action->setEnabled(true);
}

bool MainWindow::can(Id id) const
{
    const bool hasPicture = !m_investigation.diagnoses().empty();
    switch (id) {
    case Id::Reload:
        return m_investigation.phase() != investigation::Phase::Empty;
    case Id::TogglePause:
        return m_investigation.live().state != source::Live::State::Off;
    case Id::StopTunnels:
        return !m_investigation.forwards().empty();
    case Id::Back:
        return m_history.canGoBack();
    case Id::Forward:
        return m_history.canGoForward();
    case Id::CompareOpened:
        return m_investigation.opened().cluster != nullptr;
    case Id::CompareFile:
    case Id::Export:
    case Id::Snapshot:
    case Id::SearchList:
        return hasPicture;
    case Id::PreviousStep:
    case Id::NextStep:
    case Id::JumpToResult:
    case Id::RestartWalk:
        return m_investigation.diagnosis() != nullptr && !m_isAtStart;
    case Id::Connections:
    case Id::EnlargeTopology:
    case Id::EnlargeGuide:
    case Id::Yaml:
    case Id::Events:
    case Id::Logs:
    case Id::NotChecked:
    case Id::CloseEvidence:
        return hasPicture && !m_isAtStart;
    default:
        return true;
    }
}

void MainWindow::run(Id id)
{
    if (!can(id))
        return;
    if (id <= Id::Snapshot) {
        runOpen(id);
    } else if (id <= Id::RestartWalk) {
        runGo(id);
    } else if (id <= Id::CloseEvidence) {
        runLook(id);
    } else {
        runWindow(id);
    }
}

void MainWindow::runOpen(Id id)
{
    switch (id) {
    case Id::OpenFile:
        return openFileDialog();
    case Id::Reload:
        return m_investigation.reload();
    case Id::TogglePause:
        return m_investigation.isFollowing() ? m_investigation.pause() : m_investigation.follow();
    case Id::StopTunnels:
        return stopAllTunnels();
    case Id::CompareOpened:
        return compareSinceOpened();
    case Id::CompareFile:
        return askWhatToCompareWith();
    case Id::Export:
        return openExport();
    case Id::Snapshot:
        return saveSnapshot();
    default:
        return showStartPage();
    }
}

void MainWindow::runGo(Id id)
{
    switch (id) {
    case Id::SearchList:
        return m_workspace->list()->focusSearch();
    case Id::Back:
        return goTo(m_history.back());
    case Id::Forward:
        return goTo(m_history.forward());
    case Id::PreviousStep:
        return stepAlong(-1);
    case Id::NextStep:
        return stepAlong(1);
    case Id::JumpToResult:
        return stepAlong(kToTheEnd);
    case Id::RestartWalk:
        return stepAlong(-kToTheEnd);
    default:
        return openPalette();
    }
}

void MainWindow::runLook(Id id)
{
    using Tab = evidence::EvidencePanel::Tab;
    using Enlarged = DiagramArea::Enlarged;
    DiagramArea *diagrams = m_workspace->diagrams();
    const auto toggle = [diagrams](Enlarged picture) {
        diagrams->enlarge(diagrams->enlarged() == picture ? Enlarged::None : picture);
    };
    switch (id) {
    case Id::EnlargeTopology:
        return toggle(Enlarged::Topology);
    case Id::EnlargeGuide:
        return toggle(Enlarged::Guide);
    case Id::Yaml:
        return m_workspace->evidence()->open(Tab::Yaml);
    case Id::Events:
        return m_workspace->evidence()->open(Tab::Events);
    case Id::Logs:
        return m_workspace->evidence()->open(Tab::Logs);
    case Id::NotChecked:
        return m_workspace->evidence()->open(Tab::NotChecked);
    case Id::CloseEvidence:
        return m_workspace->evidence()->close();
    default:
        return diagrams->toggleConnections();
    }
}

void MainWindow::runWindow(Id id)
{
    switch (id) {
    case Id::English:
    case Id::Chinese:
        m_settings.setLanguage(id == Id::Chinese ? base::Language::Chinese : base::Language::English);
        return m_appearance.setLanguage(m_settings.language());
    case Id::LargerText:
        return setTextScale(m_appearance.nextTextScale(1));
    case Id::SmallerText:
        return setTextScale(m_appearance.nextTextScale(-1));
    case Id::UsualText:
        return setTextScale(0);
    case Id::ResetLayout:
        return resetLayout();
    case Id::Shortcuts:
        return showShortcuts();
    default:
        m_settings.setScheme(static_cast<SchemeChoice>(static_cast<int>(id) - static_cast<int>(Id::ThemeSystem)));
        return m_appearance.setScheme(m_settings.scheme());
    }
}

void MainWindow::setTextScale(int percent)
{
    m_settings.setTextScale(percent);
    m_appearance.setTextScale(percent);
    applyLanguage(); // pictures are laid out anew by the size of their words
}

void MainWindow::openFileDialog()
{
    auto *dialog = new QFileDialog(this, tr("Open files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, this,
                     [this](const QStringList &paths) { openFiles(paths, QString()); });
    dialog->open();
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(allActions(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::openPalette()
{
    PaletteInput input{m_investigation, m_appearance.language(), {}};
    for (const Action &action : allActions()) {
        if (action.id != Id::Palette && can(action.id))
            input.actions.push_back(action);
    }
    m_found = paletteOf(input);
    m_palette->open(m_found.entries);
}

void MainWindow::choose(const PaletteEntry &entry)
{
    const auto at = static_cast<size_t>(entry.index);
    if (entry.kind == PaletteEntry::Kind::Action)
        return run(static_cast<Id>(entry.index));
    m_isAtStart = false;
    showPhase();
    switch (entry.kind) {
    case PaletteEntry::Kind::Application:
        return m_investigation.select(m_found.applications[at]);
    case PaletteEntry::Kind::Question:
        return m_investigation.setFocus(m_found.steps[at].walk, m_found.steps[at].step);
    default:
        m_workspace->evidence()->setObject(m_found.objects[at]);
        return m_workspace->evidence()->open(evidence::EvidencePanel::Tab::Yaml);
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        return run(Id::SearchList);
    QMainWindow::keyPressEvent(event);
}

} // namespace faultline::ui
