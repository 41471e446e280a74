#include "ui/common/stylesheet.h"

#include <QtCore/QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

// A word behind @ is a colour of the theme.
constexpr auto kBase = R"(
* { font-size: 13px; }
QWidget { color: @text; }
QMainWindow, QDialog, QStackedWidget, QSplitter { background: @ground; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 6px 8px; }
QFrame[role="panel"] { background: @panel; border: 1px solid @line; border-radius: 6px; }
QFrame[role="bar"] { background: @panel; border: none; border-bottom: 1px solid @line; }
QFrame[role="code"], QPlainTextEdit[role="code"], QTextBrowser[role="code"] {
  background: @code; border: 1px solid @line; border-radius: 6px; }
QLabel { background: transparent; }
QLabel[role="heading"] { color: @dimText; font-size: 10px; font-weight: 600; }
QLabel[role="dim"] { color: @dimText; font-size: 11px; }
QLabel[role="title"] { font-size: 17px; font-weight: 600; }
QLabel[role="link"] { color: @path; }
)";

constexpr auto kControls = R"(
QPushButton, QToolButton { background: @panel; border: 1px solid @line; border-radius: 6px; padding: 5px 12px; }
QToolButton { padding: 4px 8px; }
QPushButton:hover, QToolButton:hover { border-color: @path; }
QPushButton:focus, QToolButton:focus { border: 2px solid @path; padding: 4px 11px; }
QToolButton:focus { padding: 3px 7px; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @pathFill; border-color: @path; }
QPushButton:disabled, QToolButton:disabled { color: @dimText; background: @ground; }
QPushButton[role="primary"] { background: @path; color: @onAccent; border-color: @path; font-weight: 600; }
QPushButton[role="primary"]:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled { background: @code; color: @dimText; border-color: @line; }
QPushButton[role="link"], QToolButton[role="quiet"], QToolButton[role="live"], QPushButton[role="quiet"] {
  background: transparent; border: 1px solid transparent; }
QPushButton[role="link"] { color: @path; font-weight: 600; padding: 2px 6px; }
QPushButton[role="link"]:hover, QToolButton[role="quiet"]:hover, QToolButton[role="live"]:hover, QPushButton[role="quiet"]:hover { background: @code; }
QPushButton[role="link"]:focus, QToolButton[role="quiet"]:focus, QToolButton[role="live"]:focus, QPushButton[role="quiet"]:focus {
  border-color: @path; }
QToolButton[role="segment"] { background: transparent; color: @dimText; border: 1px solid transparent;
  border-radius: 4px; padding: 2px 8px; font-size: 11px; }
QToolButton[role="segment"]:hover { background: @code; }
QToolButton[role="segment"]:checked { background: @pathFill; color: @path; border-color: @path; }
QToolButton[role="segment"]:focus { border-color: @text; }
QLineEdit, QComboBox, QPlainTextEdit, QTextBrowser, QTextEdit, QSpinBox {
  background: @panel; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
  selection-background-color: @path; selection-color: @onAccent; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextBrowser:focus, QTextEdit:focus, QSpinBox:focus {
  border-color: @path; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/faultline/icons/chevron-@scheme.png); width: 12px; height: 12px; }
QToolButton::menu-indicator { image: url(:/faultline/icons/chevron-@scheme.png); width: 12px; height: 12px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QToolButton[popupMode="2"] { padding-right: 20px; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @pathFill; color: @text; }
QMenu::item:disabled { color: @dimText; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenuBar { background: @panel; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: @pathFill; border-radius: 4px; }
)";

constexpr auto kViews = R"(
QAbstractItemView { background: @panel; border: 1px solid @line; border-radius: 6px; outline: none;
  alternate-background-color: @ground; selection-background-color: @pathFill; selection-color: @text; }
QAbstractItemView:focus { border-color: @path; }
QAbstractItemView::item:selected { background: @pathFill; color: @text; }
QTreeView::item { padding: 3px 4px; }
QHeaderView::section { background: @panel; color: @dimText; border: none; border-bottom: 1px solid @line;
  padding: 4px 8px; font-size: 11px; }
QGraphicsView { background: @panel; border: none; }
QTabWidget::pane { background: @panel; border: 1px solid @line; border-top: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @dimText; padding: 7px 14px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @path; font-weight: 600; }
QTabBar::tab:hover { color: @text; }
QTabBar:focus { border: 1px solid @path; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { color: @path; text-decoration: underline; }
QGraphicsView:focus { border: 1px solid @path; }
QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @dimText; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @line; }
QProgressBar { background: @code; border: 1px solid @line; border-radius: 4px; height: 6px; text-align: center; }
QProgressBar::chunk { background: @path; border-radius: 3px; }
QStatusBar { background: @panel; color: @dimText; }
)";

// What high contrast adds: rings and borders that nobody overlooks.
constexpr auto kStrong = R"(
QPushButton:focus, QToolButton:focus { border: 3px solid @text; padding: 3px 10px; }
QToolButton:focus { padding: 2px 6px; }
QPushButton[role="link"]:focus, QToolButton[role="quiet"]:focus, QToolButton[role="live"]:focus,
QPushButton[role="quiet"]:focus, QPushButton[role="pill"]:focus { border: 3px solid @text; }
QPushButton[role="primary"]:focus { border: 3px double @onAccent; }
QToolButton[role="segment"]:focus { border: 3px solid @text; padding: 0 6px; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextBrowser:focus, QTextEdit:focus, QSpinBox:focus,
QAbstractItemView:focus { border: 3px solid @text; padding: 2px 6px; }
QAbstractItemView:focus { padding: 0; }
QAbstractItemView::item:selected, QMenu::item:selected { background: @path; color: @onAccent; }
QToolButton:checked, QToolButton:pressed, QPushButton:checked { border: 2px solid @path; }
QFrame[role="side"] QListView:focus { border: 3px solid @text; }
QTabBar::tab:selected { border-bottom: 4px solid @path; }
QTabBar:focus { border: 2px solid @text; }
QScrollBar::handle { background: @dimText; }
)";

// One block for each tone; % stands for its name.
constexpr auto kTone = R"(
QFrame[role="banner"][state="%"] { background: @%Fill; border: 1px solid @%; border-radius: 6px; }
QLabel[role="chip"][state="%"], QToolButton[role="chip"][state="%"] { background: @%Fill; color: @%;
  border: 1px solid @%; border-radius: 7px; font-size: 11px; font-weight: 600; }
QLabel[role="title"][state="%"], QLabel[role="word"][state="%"], QToolButton[role="live"][state="%"],
QToolButton[role="filter"][state="%"] { color: @%; }
)";

using Named = std::pair<QLatin1StringView, QColor>;

std::vector<Named> coloursOf(const Theme &theme)
{
    // Longer names stand before names they begin with.
    return {{"@onAccent"_L1, theme.onAccent},
            {"@dimText"_L1, theme.dimText},
            {"@text"_L1, theme.text},
            {"@line"_L1, theme.line},
            {"@panel"_L1, theme.panel},
            {"@ground"_L1, theme.ground},
            {"@code"_L1, theme.code},
            {"@fineFill"_L1, theme.fine.background},
            {"@fine"_L1, theme.fine.foreground},
            {"@faultFill"_L1, theme.fault.background},
            {"@fault"_L1, theme.fault.foreground},
            {"@suspectedFill"_L1, theme.suspected.background},
            {"@suspected"_L1, theme.suspected.foreground},
            {"@unknownFill"_L1, theme.unknown.background},
            {"@unknown"_L1, theme.unknown.foreground},
            {"@pathFill"_L1, theme.path.background},
            {"@path"_L1, theme.path.foreground}};
}

} // namespace

QString styleSheet(const Theme &theme)
{
    QString sheet = QLatin1StringView(kBase) + QLatin1StringView(kControls) + QLatin1StringView(kViews);
    if (theme.contrast == Contrast::High)
        sheet += QLatin1StringView(kStrong);
    for (const auto name : {"fine"_L1, "fault"_L1, "suspected"_L1, "unknown"_L1, "path"_L1}) {
        sheet += QString(QLatin1StringView(kTone)).replace(u'%', name);
    }
    sheet.replace("@scheme"_L1, theme.scheme == Scheme::Dark ? "dark"_L1 : "light"_L1);
    for (const auto &[name, colour] : coloursOf(theme)) {
        sheet.replace(name, colour.name());
    }
    return withTextScale(sheet);
}

QString withTextScale(const QString &sheet)
{
    static const QRegularExpression size(u"font-size: (\\d+)px"_s);
    QString grown;
    qsizetype from = 0;
    for (auto matches = size.globalMatch(sheet); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        grown.append(QStringView(sheet).sliced(from, match.capturedStart(1) - from));
        grown += QString::number(scaled(match.capturedView(1).toInt()));
        from = match.capturedEnd(1);
    }
    return grown.append(QStringView(sheet).sliced(from));
}

QString stateProperty(State state)
{
    switch (state) {
    case State::Fine:
        return u"fine"_s;
    case State::Fault:
        return u"fault"_s;
    case State::Suspected:
    case State::Open:
        return u"suspected"_s;
    case State::Waiting:
        return u"path"_s;
    default:
        return u"unknown"_s;
    }
}

} // namespace faultline::ui
