#pragma once

#include "core/guide/wording.h"
#include "core/investigation/investigation.h"
#include "core/kube/connection.h"
#include "ui/connect/target.h"
#include "ui/main/actions.h"
#include "ui/main/appearance.h"
#include "ui/main/history.h"
#include "ui/main/paletteentries.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

class QAction;
class QMenu;
class QStackedWidget;

namespace faultline::source {
class NamespaceList;
}

namespace faultline::ui {

class CommandPalette;
class Comparer;
class Diagrams;
class NewsLine;
class TunnelStrip;
class StatePanel;
class TopBar;
class Workspace;

namespace comparing {
class ComparisonDialog;
}

namespace connect {
class ConnectPage;
}

/// The window: places the panels, hands each its data from the Investigation, and carries back what the person does.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(guide::Guide guide, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What is wrong with a person's own guide files, a line each: told above every picture.
    void setGuideComplaints(const QStringList &complaints);

    void showStartPage();
    /// The start page's kubeconfig: these files, or kubectl's own when there are none.
    void loadKubeconfig(const QStringList &paths, const connect::Target &target);

    void openSource(std::unique_ptr<source::Source> source);
    void openConnection(const kube::Connection &connection, const QString &nameSpace);
    void openFiles(const QStringList &paths, const QString &nameSpace);
    void openSample(const QString &id);
    void openExport();
    void saveSnapshot();
    void writeSnapshot(const QString &path);

    /// Does one thing of the menu; nothing where it cannot be done now.
    void run(Action::Id id);
    bool can(Action::Id id) const;
    void openPalette();

    /// Shows what changed since that snapshot, dump or folder.
    void compareWithFile(const QString &path);

    investigation::Investigation &investigation() { return m_investigation; }
    Appearance &appearance() { return m_appearance; }
    Workspace *workspace() const { return m_workspace; }
    connect::ConnectPage *startPage() const { return m_start; }
    StatePanel *statePage() const { return m_state; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectBar();
    void connectStart();
    void connectPanels();
    void connectInvestigation();
    void connectLive();
    void connectHistory();
    void addActions();
    void fillMenu();
    void enableActions();
    void runOpen(Action::Id id);
    void runGo(Action::Id id);
    void runLook(Action::Id id);
    void runWindow(Action::Id id);
    void choose(const PaletteEntry &entry);
    void openFileDialog();
    void showShortcuts();
    void setTextScale(int percent);
    void recordVisit();
    void goTo(const std::optional<Visit> &visit);
    void showHistory();
    void keepPlaces();
    void restorePlaces();
    void resetLayout();

    void showPhase();
    void showStrip();
    void showAll();
    void showOthers();
    void showList();
    void showDiagnosis();
    const QStringList &remarks();
    void showStep();
    std::vector<model::TrialKey> triesOfStep() const;
    std::optional<model::TrialKey> browsableOfStep(std::vector<model::TrialKey> keys) const;
    void connectTunnels();
    void openInBrowser();
    void stopAllTunnels();
    void compareSinceOpened();
    void askWhatToCompareWith();
    void showComparison(comparing::ComparisonDialog *dialog);
    void showLive();
    void tellTurn(const investigation::Turn &turn);
    static constexpr int kToTheEnd = 100'000; ///< further than any way is long
    void stepAlong(int by);
    void listNamespaces();
    void showNamespaces();
    void switchNamespace(const QString &nameSpace);
    void applyTheme(const Theme &theme);
    void applyLanguage();
    guide::CommandContext commands() const;

    Settings m_settings;
    Appearance m_appearance;
    investigation::Investigation m_investigation;
    using RemarksOf = std::tuple<QStringList, model::ServerVersion, base::Language>;
    RemarksOf m_remarksOf;
    QStringList m_remarks;
    QStringList m_guideComplaints;
    QString m_trying; ///< what is being tried right now
    bool m_isAtStart = true;
    std::optional<kube::Connection> m_connection; ///< of what is open, while it is a cluster
    std::unique_ptr<source::NamespaceList> m_nameSpaceList;
    QStringList m_nameSpaces; ///< that the cluster has, as far as they may be listed
    QStackedWidget *m_pages;
    TopBar *m_bar;
    connect::ConnectPage *m_start;
    StatePanel *m_state;
    Diagrams *m_diagrams;
    Workspace *m_workspace;
    TunnelStrip *m_tunnels;
    Comparer *m_comparer;
    NewsLine *m_news;
    CommandPalette *m_palette;
    QMenu *m_menu;
    std::vector<QAction *> m_actions; ///< by Action::Id
    PaletteContent m_found;           ///< what the palette offers while it is open
    History m_history;
    QTimer m_visit;             ///< selection and question change one after the other: one visit
    bool m_isSameVisit = false; ///< what changes next comes from the cluster, not from a person
};

} // namespace faultline::ui
