#include "ui/main/cardstyle.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

constexpr auto kSheet = R"(
QLabel[role="question"] { border: 1px solid transparent; border-radius: 4px; }
QLabel[role="question"]:focus { border-color: @path; }
QLabel[small="yes"] { font-size: 11px; }
QPushButton[role="place"] { background: transparent; border: 1px solid transparent; border-radius: 3px; padding: 0 1px;
  color: @path; font-size: 11px; text-align: left; }
QPushButton[role="place"]:hover { text-decoration: underline; }
QPushButton[role="place"]:focus { border: 1px solid @path; padding: 0 1px; }
QPushButton[role="jump"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 0; }
QPushButton[role="jump"]:hover { background: @code; }
QPushButton[role="jump"]:focus { border: 1px solid @path; padding: 0; }
QPushButton[role="link"]:checked { background: @fill; border-color: transparent; }
QPushButton[role="link"]:disabled { background: transparent; color: @dimText; font-weight: 400; }
QToolButton[role="filter"] { background: transparent; border: 1px solid @line; border-radius: 9px; padding: 1px 5px;
  font-size: 11px; }
QToolButton[role="filter"]:hover { border-color: @path; }
QToolButton[role="filter"]:focus { border: 1px solid @path; background: @code; padding: 1px 5px; }
QToolButton[role="filter"]:checked { background: @fill; border-color: @path; color: @path; font-weight: 600; }
QToolButton[role="filter"]:disabled { color: @dimText; background: transparent; border-color: transparent; }
QComboBox[role="narrow"] { padding: 2px 6px; font-size: 12px; }
QPushButton[role="card"] { background: @panel; border: 1px solid @line; border-radius: 6px; padding: 0; text-align: left; }
QPushButton[role="card"][first="yes"] { background: @fill; border-color: @path; }
QPushButton[role="card"]:hover { border-color: @path; background: @code; }
QPushButton[role="card"]:focus { border: 2px solid @path; padding: 0; }
QFrame[role="drop"] { background: transparent; border: 1px dashed @dimText; border-radius: 6px; }
QFrame[role="aside"] { background: @fill; border: none; border-left: 3px solid @path; }
)";

} // namespace

QString cardStyleSheet() { return QLatin1StringView(kSheet); }

} // namespace faultline::ui
