#pragma once

#include "ui/common/statelook.h"

#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QPalette>

namespace faultline::ui {

enum class Scheme { Light, Dark };

/// High: AAA for all writing (7:1), strong borders, a thick focus ring.
enum class Contrast { Ordinary, High };

/// Writing and line colour of one meaning, and the fill under it. The writing keeps AA contrast on its own fill, on
/// `panel` and on `ground`.
struct Tone {
    QColor foreground;
    QColor background;

    bool operator==(const Tone &) const = default;
};

/// All colours and fonts of the program, as plain values. Handed to views by setTheme(); nobody keeps a global one.
struct Theme {
    Scheme scheme = Scheme::Light;
    Contrast contrast = Contrast::Ordinary;
    Tone fine, fault, suspected, unknown, intended, path;
    QColor text;     ///< ordinary writing
    QColor dimText;  ///< second line, captions
    QColor line;     ///< borders and rules
    QColor panel;    ///< cards, lists, the canvas of a diagram
    QColor ground;   ///< what lies between the panels
    QColor code;     ///< behind what a machine says; also the fill of things at rest
    QColor onAccent; ///< writing on a button filled with path.foreground

    bool operator==(const Theme &) const = default;

    static Theme light();
    static Theme dark();
    static Theme highContrastLight();
    static Theme highContrastDark();
    static Theme forScheme(Scheme scheme, Contrast contrast = Contrast::Ordinary);

    /// Colours of a state. Never the only mark of it: see lookOf() for its glyph, word and line.
    const Tone &tone(State state) const;

    QPalette palette() const;
};

/// The scheme that the desktop's own palette suggests: dark when its window is darker than its text.
Scheme schemeOf(const QPalette &desktop);

/// How large writing is, in percent of the sizes below: 100 to 200. One for the whole program; set before the fonts are
/// asked for.
int textScale();
void setTextScale(int percent);
/// A size that grows with the writing in it.
int scaled(int pixels);

/// Sizes in pixels at a text scale of 100. 8 px grid; fonts keep the family of the desktop.
namespace measure {
inline constexpr int grid = 8;
inline constexpr int corner = 6;
inline constexpr int topBar = 44;
inline constexpr int list = 232;
inline constexpr int card = 360;
inline constexpr int textPixels = 13;
inline constexpr int smallPixels = 11;
inline constexpr int headingPixels = 10;
inline constexpr int titlePixels = 17;
inline constexpr int motionMs = 150; ///< ease-out; 0 where the desktop asks for less motion, see motionMs()
} // namespace measure

QFont textFont();
QFont boldFont();
QFont smallFont();
QFont titleFont();
QFont headingFont(); ///< capitals of a part's heading
QFont codeFont();    ///< what a machine says

/// Duration of a move: measure::motionMs, or 0 when the desktop's style asks for no animation.
int motionMs();

} // namespace faultline::ui
