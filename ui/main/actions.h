#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QKeySequence>

#include <vector>

namespace faultline::ui {

/// One thing that the window can do. The menu, the palette and the sheet of shortcuts are all made from these.
struct Action {
    enum class Id {
        OpenStart,
        OpenFile,
        Reload,
        TogglePause,
        StopTunnels,
        CompareOpened,
        CompareFile,
        Export,
        Snapshot,
        Palette,
        SearchList,
        Back,
        Forward,
        PreviousStep,
        NextStep,
        JumpToResult,
        RestartWalk,
        Connections,
        EnlargeTopology,
        EnlargeGuide,
        Yaml,
        Events,
        Logs,
        NotChecked,
        CloseEvidence,
        ThemeSystem,
        ThemeLight,
        ThemeDark,
        ThemeHighContrast,
        English,
        Chinese,
        LargerText,
        SmallerText,
        UsualText,
        ResetLayout,
        Shortcuts
    };
    enum class Group { Open, Go, Look, Window };

    Id id = Id::OpenStart;
    Group group = Group::Open;
    QString words;
    QList<QKeySequence> keys; ///< the first one is shown
};

/// All of them, in the order of the menu, in the language of the program.
std::vector<Action> allActions();

QString groupWords(Action::Group group);

/// "Ctrl+R", as the desktop writes it; empty without a shortcut.
QString shownKeys(const Action &action);

} // namespace faultline::ui
