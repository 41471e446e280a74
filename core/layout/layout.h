#pragma once

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>

#include <vector>

namespace faultline::layout {

/// Boxes and arrows in. Indices name nodes and edges; sizes are in pixels.
struct NodeIn {
    QSizeF size;
    int band = 0;       ///< bands are stacked top to bottom, in number order, and never overlap
    int rank = -1;      ///< a fixed rank within its band, or -1 to be ranked by its edges
    int slot = -1;      ///< a fixed place within its rank; counts only when every node has a rank and a slot
    bool spine = false; ///< kept straight
};

struct EdgeIn {
    int from = 0;
    int to = 0;
    QSizeF label = {};   ///< room for a label; empty = none
    bool strong = false; ///< drawn straight before others (the taken path, the spine)
};

enum class Direction { TopToBottom, LeftToRight };

struct Options {
    Direction direction = Direction::TopToBottom; ///< of the ranks within each band
    qreal nodeGap = 24;
    qreal rankGap = 40;
    qreal bandGap = 32;
    qreal air = 14;     ///< between a node (or label) and the nearest line: room for an arrow head
    qreal maxWidth = 0; ///< wish for the width of a band; 0 = as it comes
};

/// Rectangles and polylines out. Edges are orthogonal, start and end on the border of their nodes, and pass through no
/// other node. Labels sit in a clear spot of their own.
struct EdgeOut {
    std::vector<QPointF> points;
    QRectF label;
};

struct BandOut {
    int band = 0;
    QRectF rect;
};

struct Placement {
    std::vector<QRectF> nodes;
    std::vector<EdgeOut> edges;
    std::vector<BandOut> bands;
    QRectF bounds;
};

/// Layered layout on a grid, deterministic, pure: ranks and orders give each node a cell, edges run in the channels
/// between the cells (or through empty cells), each on a track of its own; connected components are packed. After
/// Sugiyama, Tagawa and Toda (1981); Gansner, Koutsofios, North and Vo (1993) for ranks and orders; each layer's slots
/// are the isotonic fit to its neighbours' slots.
Placement place(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const Options &options = {});

} // namespace faultline::layout
