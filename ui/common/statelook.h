#pragma once

#include "core/base/language.h"

#include <QtCore/QRectF>
#include <QtGui/QPainterPath>

namespace faultline::ui {

/// How a thing stands, as the pictures know it (guidestate.h maps the guide's words). `Quiet` is for what the walk did
/// not pass.
enum class State { Fine, Fault, Suspected, Open, Waiting, Intended, Explained, NotTried, NotChecked, Quiet };

enum class Glyph { None, Check, Cross, Exclamation, Question, Dash, ArrowUp, Clock };

/// What marks a state besides its colour, which is Theme::tone().
struct StateLook {
    Glyph glyph = Glyph::None;
    QString sign; ///< the glyph as a character, for plain text
    base::LocalizedText word;
    Qt::PenStyle line = Qt::SolidLine;
    bool hatched = false; ///< for what was not looked at
};

const StateLook &lookOf(State state);

/// The strokes of a glyph inside `box`; to be drawn with a round pen of about an eighth of the box's width.
QPainterPath glyphPath(Glyph glyph, const QRectF &box);

} // namespace faultline::ui
