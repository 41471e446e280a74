#pragma once

#include "core/layout/channels.h"

namespace faultline::layout {

/// Where a label lies: at the side of its edge's first node, on a level away from it when neighbours need room.
struct LabelSpot {
    int edge = 0;
    bool horizontal = false; ///< beside the node, else above or below it
    bool forward = false;    ///< right of or below the node
    Cell cell;
    qreal away = 0; ///< pixels from the cell to the label
    QSizeF size;
};

/// Finds a spot for each label and asks the channels for the room.
std::vector<LabelSpot> reserveLabels(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges,
                                     const Grid &grid, const std::vector<Run> &runs, Channels &columns, Channels &rows);

/// The rectangle of a label, when the channels are settled; `run` is the first of its edge.
QRectF labelRect(const LabelSpot &spot, const Run &run, const Channels &columns, const Channels &rows);

} // namespace faultline::layout
