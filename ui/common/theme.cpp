#include "ui/common/theme.h"

#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

// The colour-blind safe set of Okabe and Ito, moved until writing has AA contrast on its fill.
Theme Theme::light()
{
    Theme theme;
    theme.scheme = Scheme::Light;
    theme.fine = {QColor(0x0B7A55), QColor(0xE4F4EE)};
    theme.fault = {QColor(0xB8400A), QColor(0xFCEBE3)};
    theme.suspected = {QColor(0x8A5A00), QColor(0xFFF3D9)};
    theme.unknown = {QColor(0x5E6B7A), QColor(0xEEF1F4)};
    theme.intended = theme.unknown;
    theme.path = {QColor(0x0B63B0), QColor(0xE6F0FA)};
    theme.text = QColor(0x1C2430);
    theme.dimText = QColor(0x5E6B7A);
    theme.line = QColor(0xD9DEE5);
    theme.panel = QColor(0xFFFFFF);
    theme.ground = QColor(0xF6F7F9);
    theme.code = QColor(0xF0F3F6);
    theme.onAccent = QColor(0xFFFFFF);
    return theme;
}

Theme Theme::dark()
{
    Theme theme;
    theme.scheme = Scheme::Dark;
    theme.fine = {QColor(0x58C79E), QColor(0x163229)};
    theme.fault = {QColor(0xFF8A57), QColor(0x3D2117)};
    theme.suspected = {QColor(0xF0BE55), QColor(0x362B13)};
    theme.unknown = {QColor(0x9AA7B5), QColor(0x242C36)};
    theme.intended = theme.unknown;
    theme.path = {QColor(0x6DB3F2), QColor(0x1C3248)};
    theme.text = QColor(0xE7ECF2);
    theme.dimText = QColor(0x9AA7B5);
    theme.line = QColor(0x323B47);
    theme.panel = QColor(0x1B2129);
    theme.ground = QColor(0x14181E);
    theme.code = QColor(0x12161C);
    theme.onAccent = QColor(0x10202F);
    return theme;
}

// Every word at 7:1 or more on whatever it can stand on; borders as strong as writing.
Theme Theme::highContrastLight()
{
    Theme theme;
    theme.scheme = Scheme::Light;
    theme.contrast = Contrast::High;
    theme.fine = {QColor(0x004D33), QColor(0xE2F3EA)};
    theme.fault = {QColor(0x8A2500), QColor(0xFFEDE5)};
    theme.suspected = {QColor(0x5C3B00), QColor(0xFFF3D9)};
    theme.unknown = {QColor(0x37414C), QColor(0xEEF1F4)};
    theme.intended = theme.unknown;
    theme.path = {QColor(0x00427F), QColor(0xE0EEFB)};
    theme.text = QColor(Qt::black);
    theme.dimText = QColor(0x2B3440);
    theme.line = QColor(0x4A5560);
    theme.panel = QColor(0xFFFFFF);
    theme.ground = QColor(0xFFFFFF);
    theme.code = QColor(0xF2F4F6);
    theme.onAccent = QColor(0xFFFFFF);
    return theme;
}

Theme Theme::highContrastDark()
{
    Theme theme;
    theme.scheme = Scheme::Dark;
    theme.contrast = Contrast::High;
    theme.fine = {QColor(0x6FE3B8), QColor(0x06251A)};
    theme.fault = {QColor(0xFFA47A), QColor(0x331207)};
    theme.suspected = {QColor(0xFFD27A), QColor(0x2B2000)};
    theme.unknown = {QColor(0xC9D2DC), QColor(0x1A2027)};
    theme.intended = theme.unknown;
    theme.path = {QColor(0x8CC8FF), QColor(0x0A2338)};
    theme.text = QColor(0xFFFFFF);
    theme.dimText = QColor(0xD5DCE4);
    theme.line = QColor(0xB4BEC9);
    theme.panel = QColor(Qt::black);
    theme.ground = QColor(Qt::black);
    theme.code = QColor(0x0E1216);
    theme.onAccent = QColor(Qt::black);
    return theme;
}

Theme Theme::forScheme(Scheme scheme, Contrast contrast)
{
    if (contrast == Contrast::High)
        return scheme == Scheme::Dark ? highContrastDark() : highContrastLight();
    return scheme == Scheme::Dark ? dark() : light();
}

const Tone &Theme::tone(State state) const
{
    switch (state) {
    case State::Fine:
        return fine;
    case State::Fault:
        return fault;
    case State::Suspected:
    case State::Open:
        return suspected;
    case State::Waiting:
        return path;
    case State::Intended:
        return intended;
    case State::Explained:
    case State::NotTried:
    case State::NotChecked:
    case State::Quiet:
        return unknown;
    }
    return unknown;
}

QPalette Theme::palette() const
{
    QPalette colours;
    colours.setColor(QPalette::Window, ground);
    colours.setColor(QPalette::WindowText, text);
    colours.setColor(QPalette::Base, panel);
    colours.setColor(QPalette::AlternateBase, ground);
    colours.setColor(QPalette::Text, text);
    colours.setColor(QPalette::PlaceholderText, dimText);
    colours.setColor(QPalette::Button, panel);
    colours.setColor(QPalette::ButtonText, text);
    colours.setColor(QPalette::ToolTipBase, panel);
    colours.setColor(QPalette::ToolTipText, text);
    colours.setColor(QPalette::BrightText, fault.foreground);
    colours.setColor(QPalette::Link, path.foreground);
    colours.setColor(QPalette::LinkVisited, path.foreground);
    colours.setColor(QPalette::Highlight, path.foreground);
    colours.setColor(QPalette::HighlightedText, onAccent);
    colours.setColor(QPalette::Light, panel);
    colours.setColor(QPalette::Mid, line);
    colours.setColor(QPalette::Dark, line);
    colours.setColor(QPalette::Disabled, QPalette::WindowText, dimText);
    colours.setColor(QPalette::Disabled, QPalette::Text, dimText);
    colours.setColor(QPalette::Disabled, QPalette::ButtonText, dimText);
    return colours;
}

Scheme schemeOf(const QPalette &desktop)
{
    const bool isDark = desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
    return isDark ? Scheme::Dark : Scheme::Light;
}

namespace {

constexpr int kWhole = 100;
int theTextScale = kWhole;

QFont sized(int pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setPixelSize(scaled(pixels));
    font.setWeight(weight);
    return font;
}

} // namespace

int textScale() { return theTextScale; }

void setTextScale(int percent) { theTextScale = std::clamp(percent, kWhole, 2 * kWhole); }

int scaled(int pixels) { return pixels * theTextScale / kWhole; }

QFont textFont() { return sized(measure::textPixels); }
QFont boldFont() { return sized(measure::textPixels, QFont::DemiBold); }
QFont smallFont() { return sized(measure::smallPixels); }
QFont titleFont() { return sized(measure::titlePixels, QFont::DemiBold); }

QFont headingFont()
{
    QFont font = sized(measure::headingPixels, QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    return font;
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(scaled(measure::textPixels - 1));
    return font;
}

int motionMs()
{
    const QStyle *style = QApplication::style();
    const bool moves = style == nullptr || style->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
    return moves ? measure::motionMs : 0;
}

} // namespace faultline::ui
