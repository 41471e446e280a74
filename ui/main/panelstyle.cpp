#include "ui/main/panelstyle.h"

#include "ui/common/stylesheet.h"
#include "ui/main/cardstyle.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

constexpr auto kSheet = R"(
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="question"] { font-size: 15px; font-weight: 600; }
QLabel[role="headline"] { font-size: 20px; font-weight: 600; }
QLabel[role="brand"] { font-size: 15px; font-weight: 700; }
QFrame[role="banner"] QLabel { background: transparent; }
QFrame[role="side"] { background: @panel; border: none; border-right: 1px solid @line; }
QFrame[role="side"] QListView { border: none; background: transparent; }
QListView[role="plain"] { border: none; background: transparent; }
QFrame[role="footer"] { background: transparent; border: none; border-top: 1px solid @line; }
QFrame[role="panel"] QTableView { border: none; }
QTableView::item { padding: 0 8px; }
QHeaderView { background: transparent; }
QPlainTextEdit[role="code"] { font-size: 12px; }
QPushButton[role="pill"] { background: @code; border: 1px solid @line; border-radius: 12px; padding: 4px 14px;
  color: @dimText; text-align: left; }
QPushButton[role="pill"]:hover, QPushButton[role="pill"]:focus { border: 1px solid @path; }
QListWidget[role="choices"] { border: 1px solid @line; }
QListWidget[role="choices"]::item { padding: 7px 8px; }
QListWidget[role="choices"]::item:hover { background: @code; }
QPushButton:checked { background: @fill; border-color: @path; color: @path; font-weight: 600; }
QTabBar[closed="yes"]::tab:selected { color: @dimText; border-bottom-color: transparent; font-weight: 400; }
QCheckBox { spacing: 8px; }
QScrollArea > QWidget > QWidget { background: transparent; }
)";

} // namespace

QString panelStyleSheet(const Theme &theme)
{
    QString sheet = QLatin1StringView(kSheet) + cardStyleSheet();
    sheet.replace("@panel"_L1, theme.panel.name());
    sheet.replace("@line"_L1, theme.line.name());
    sheet.replace("@code"_L1, theme.code.name());
    sheet.replace("@dimText"_L1, theme.dimText.name());
    sheet.replace("@path"_L1, theme.path.foreground.name());
    sheet.replace("@fill"_L1, theme.path.background.name());
    return withTextScale(sheet);
}

} // namespace faultline::ui
