#include "ui/main/actions.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

using Id = Action::Id;
using Group = Action::Group;

std::vector<Action> openActions()
{
    return {{Id::OpenStart, Group::Open, Words::tr("Open a cluster or a sample"), {Qt::CTRL | Qt::Key_O}},
            {Id::OpenFile, Group::Open, Words::tr("Open files…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O}},
            {Id::Reload, Group::Open, Words::tr("Reload"), {Qt::CTRL | Qt::Key_R, Qt::Key_F5}},
            {Id::TogglePause, Group::Open, Words::tr("Pause or resume live updates"), {Qt::CTRL | Qt::Key_P}},
            {Id::StopTunnels, Group::Open, Words::tr("Stop all tunnels"), {}},
            {Id::CompareOpened, Group::Open, Words::tr("What changed since it was opened"), {Qt::CTRL | Qt::Key_D}},
            {Id::CompareFile, Group::Open, Words::tr("Compare with a snapshot…"), {}},
            {Id::Snapshot, Group::Open, Words::tr("Save snapshot…"), {QKeySequence(QKeySequence::Save)}},
            {Id::Export, Group::Open, Words::tr("Export report…"), {Qt::CTRL | Qt::Key_E}}};
}

std::vector<Action> goActions()
{
    return {{Id::Palette, Group::Go, Words::tr("Search everything"), {Qt::CTRL | Qt::Key_K}},
            {Id::SearchList, Group::Go, Words::tr("Search in the panel with the keyboard"), {Qt::CTRL | Qt::Key_F}},
            {Id::Back, Group::Go, Words::tr("Back to what was shown before"), {Qt::CTRL | Qt::Key_BracketLeft}},
            {Id::Forward, Group::Go, Words::tr("Forward again"), {Qt::CTRL | Qt::Key_BracketRight}},
            {Id::PreviousStep, Group::Go, Words::tr("Previous question"), {Qt::ALT | Qt::Key_Left}},
            {Id::NextStep, Group::Go, Words::tr("Next question"), {Qt::ALT | Qt::Key_Right}},
            {Id::JumpToResult, Group::Go, Words::tr("Jump to the result"), {Qt::ALT | Qt::Key_End}},
            {Id::RestartWalk, Group::Go, Words::tr("Restart at the first question"), {Qt::ALT | Qt::Key_Home}}};
}

std::vector<Action> lookActions()
{
    return {{Id::Connections, Group::Look, Words::tr("What must match, or the topology"), {Qt::CTRL | Qt::Key_M}},
            {Id::EnlargeTopology, Group::Look, Words::tr("Enlarge or restore the topology"), {Qt::CTRL | Qt::Key_T}},
            {Id::EnlargeGuide, Group::Look, Words::tr("Enlarge or restore the guide"), {Qt::CTRL | Qt::Key_G}},
            {Id::Yaml, Group::Look, Words::tr("Evidence: YAML"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Y}},
            {Id::Events, Group::Look, Words::tr("Evidence: events"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E}},
            {Id::Logs, Group::Look, Words::tr("Evidence: logs"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}},
            {Id::NotChecked, Group::Look, Words::tr("Evidence: not checked"), {Qt::CTRL | Qt::SHIFT | Qt::Key_N}},
            {Id::CloseEvidence, Group::Look, Words::tr("Close the evidence"), {}}};
}

std::vector<Action> windowActions()
{
    return {{Id::ThemeSystem, Group::Window, Words::tr("Theme: as the system"), {}},
            {Id::ThemeLight, Group::Window, Words::tr("Theme: light"), {}},
            {Id::ThemeDark, Group::Window, Words::tr("Theme: dark"), {}},
            {Id::ThemeHighContrast, Group::Window, Words::tr("Theme: high contrast"), {}},
            {Id::English, Group::Window, u"English"_s, {}},
            {Id::Chinese, Group::Window, u"简体中文"_s, {}},
            {Id::LargerText,
             Group::Window,
             Words::tr("Larger text"),
             {Qt::CTRL | Qt::SHIFT | Qt::Key_Equal, Qt::CTRL | Qt::SHIFT | Qt::Key_Plus}},
            {Id::SmallerText,
             Group::Window,
             Words::tr("Smaller text"),
             {Qt::CTRL | Qt::SHIFT | Qt::Key_Minus, Qt::CTRL | Qt::SHIFT | Qt::Key_Underscore}},
            {Id::UsualText, Group::Window, Words::tr("Text as large as the desktop's"), {}},
            {Id::ResetLayout, Group::Window, Words::tr("Reset the window's layout"), {}},
            {Id::Shortcuts, Group::Window, Words::tr("Keyboard shortcuts"), {Qt::Key_F1, QKeySequence(u"?"_s)}}};
}

} // namespace

std::vector<Action> allActions()
{
    std::vector<Action> all = openActions();
    for (const auto &more : {goActions(), lookActions(), windowActions()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

QString groupWords(Action::Group group)
{
    switch (group) {
    case Group::Open:
        return Words::tr("Open and keep");
    case Group::Go:
        return Words::tr("Go");
    case Group::Look:
        return Words::tr("Look at");
    case Group::Window:
        return Words::tr("Window");
    }
    return {};
}

QString shownKeys(const Action &action)
{
    return action.keys.isEmpty() ? QString() : action.keys.first().toString(QKeySequence::NativeText);
}

} // namespace faultline::ui
