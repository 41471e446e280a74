#pragma once

#include "ui/common/theme.h"

#include <vector>

namespace faultline::ui {

/// What colours a line or a box; see toneOf().
enum class Ink { Quiet, Path, Fine, Fault, Suspected, Unknown };

/// One box, as values: what DiagramNode draws. Texts are shown as they are, never as rich text.
struct NodeLook {
    enum class Shape { Box, Pill, Step }; ///< a thing or leaf; a question; something to do
    Shape shape = Shape::Box;
    Ink ink = Ink::Quiet;
    QString title;
    QString detail; ///< one dim line below, elided
    QString tip;
    Glyph glyph = Glyph::None;
    bool strong = false;  ///< bold title, thick border
    bool hatched = false; ///< not looked at
    bool dashed = false;  ///< not tried, or not there
    bool plain = false;   ///< border in the ink, fill of the panel
    bool wraps = false;   ///< title over several lines, else one line with elision
    bool compact = false; ///< less room around the text
    QString said;         ///< how it stands, in words: for a screen reader, not shown
    QString keywords;     ///< what else a search finds it by, not shown

    bool operator==(const NodeLook &) const = default;
};

struct EdgeLook {
    Ink ink = Ink::Quiet;
    bool thick = false;
    bool dashed = false;
    Glyph glyph = Glyph::None; ///< a badge in the label, or half-way without one
    QString label;
    QString tip;
    QString said; ///< the whole edge as a sentence, for a screen reader; empty: made from its ends and label

    bool operator==(const EdgeLook &) const = default;
};

struct PictureNode {
    QString id;
    QRectF rect;
    NodeLook look;

    bool operator==(const PictureNode &) const = default;
};

struct PictureEdge {
    QString id; ///< "from>to"
    std::vector<QPointF> points;
    QRectF label;
    EdgeLook look;
    QString from = {}; ///< ids of its ends; empty: as `id` has them
    QString to = {};

    bool operator==(const PictureEdge &) const = default;
};

struct PictureBand {
    QRectF rect;
    QString title;
    bool tinted = false;  ///< the layer that fails
    qreal titleRoom = 0;  ///< free height for the title above the nodes; 0: the title stands left of them
    QString note = {};    ///< of a tinted band: what its tint says, in words
    Ink ink = Ink::Fault; ///< of a tinted band
    Glyph glyph = Glyph::None;

    bool operator==(const PictureBand &) const = default;
};

/// A line round some nodes that belong together, with a word at its corner.
struct PictureFrame {
    QRectF rect;
    QString title;

    bool operator==(const PictureFrame &) const = default;
};

/// A whole diagram, placed. Coordinates are scene pixels.
struct Picture {
    std::vector<PictureNode> nodes;
    std::vector<PictureEdge> edges;
    std::vector<PictureBand> bands;
    QRectF bounds;
    QString emptyText; ///< shown when there are no nodes
    qreal slack = 240; ///< how far one can move beyond the bounds, so that a node at the border can come to the middle
    std::vector<PictureFrame> frames; ///< behind the nodes
    std::vector<QString> path;        ///< ids of nodes in the order of the way; empty: see wayOf()

    bool operator==(const Picture &) const = default;
    const PictureNode *find(const QString &id) const;
};

/// Line and fill of an ink.
Tone toneOf(Ink ink, const Theme &theme);

/// Room a node needs when it is `width` pixels wide; with `wraps` as high as its text, else one or two lines.
QSizeF nodeSize(const NodeLook &look, qreal width);

/// The width that shows a node's one-line texts whole, at most `most`.
qreal nodeWidth(const NodeLook &look, qreal most);

/// Room of an edge's label chip; empty without a label.
QSizeF labelSize(const QString &label);

inline constexpr qreal labelGlyphRoom = 15;

/// The same with the edge's glyph in it, which stands half-way only on an edge without a label.
QSizeF labelSize(const EdgeLook &look);

/// Where the title, the detail and the glyph of a node lie; shared by measuring and drawing.
struct NodeRooms {
    QRectF title;
    QRectF detail;
    QRectF glyph;
};
NodeRooms nodeRooms(const NodeLook &look, const QRectF &rect);
QFont titleFontOf(const NodeLook &look);

/// A tool tip that shows `text` as it is: Qt takes for rich text what looks so, and the cluster must not write markup.
QString plainTip(const QString &text);

} // namespace faultline::ui
