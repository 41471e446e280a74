#pragma once

#include "core/layout/layout.h"

#include <utility>

namespace faultline::layout {

/// The stages of place(), in order. Everything here is internal to core/layout.

struct Cell {
    int column = 0;
    int row = 0;
    bool operator==(const Cell &) const = default;
};

/// Where each node sits. Bands own ranges of rows.
struct Grid {
    std::vector<Cell> cells;
    int columns = 0;
    int rows = 0;
    std::vector<int> bandOfRow;
};

/// rank.cpp: a rank within its band for each node; fixed ones are kept, cycles are cut at back edges.
std::vector<int> ranksOf(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges);

/// components.cpp: the nodes of each connected component, by least index.
std::vector<std::vector<int>> componentsOf(size_t nodeCount, const std::vector<EdgeIn> &edges);

/// A layered graph: vertices 0..n-1 are `real`, the rest stand for long edges where they pass a layer.
struct Layered {
    std::vector<int> real;                ///< node of a vertex, or -1
    std::vector<int> layerOf;             ///< of each vertex
    std::vector<bool> spine;              ///< of each vertex
    std::vector<std::vector<int>> layers; ///< vertices in their order
    std::vector<std::vector<int>> before; ///< neighbours in the layer before, of each vertex
    std::vector<std::vector<int>> after;
    std::vector<std::pair<int, int>> flat;   ///< edges within a layer
    std::vector<std::pair<int, int>> direct; ///< real edges between layers, lower layer first
};

/// layered.cpp: from the chosen nodes; `layer` gives a layer to each node of the whole graph.
Layered layeredOf(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const std::vector<int> &chosen,
                  const std::vector<int> &layer);

/// order.cpp: reduces crossings; the spine stays first, flat edges point forward.
void orderLayers(Layered &graph);

/// slots.cpp: a place on the grid for each vertex of the ordered layers, so that edges run straight where they can.
std::vector<int> slotsOf(const Layered &graph);

/// grid.cpp: all of the above, and components packed.
Grid gridOf(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const Options &options);

/// Lines of the routing mesh: line 2i is the channel before row or column i, line 2i+1 its centre.
struct Spot {
    int x = 0;
    int y = 0;
    bool operator==(const Spot &) const = default;
};

/// search.cpp: for each edge the spots where it starts, turns and ends.
std::vector<std::vector<Spot>> searchRoutes(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges,
                                            const Grid &grid, const Options &options);

/// A straight piece of an edge on one line.
struct Run {
    int edge = 0;
    bool horizontal = false;
    int line = 0;
    int from = 0; ///< perpendicular lines, in the edge's own direction
    int to = 0;
    int leadIn = 0;  ///< -1, 0, 1: where the piece before comes from (0: the start)
    int leadOut = 0; ///< where the piece after goes to (0: the end)
    bool startsAtNode = false;
    bool endsAtNode = false;
    int track = 0;  ///< on a channel: from 0; on a centre line: 0, 1, -1, 2 ... steps off the centre
    qreal step = 0; ///< on a centre line: pixels of one step

    int low() const { return from < to ? from : to; }
    int high() const { return from < to ? to : from; }
    /// Half lines, for what touches what: an end at a node's border does not reach the node's centre line, so that what
    /// comes in on one side and goes out on the other keeps apart.
    int lowHalf() const { return 2 * low() + ((from < to ? startsAtNode : endsAtNode) ? 1 : 0); }
    int highHalf() const { return 2 * high() - ((from < to ? endsAtNode : startsAtNode) ? 1 : 0); }
    bool onChannel() const { return line % 2 == 0; }
};

/// tracks.cpp: cuts routes into runs (in order, edge by edge) and gives each its track: no two overlap on a line.
std::vector<Run> tracksOf(const std::vector<std::vector<Spot>> &routes, const std::vector<NodeIn> &nodes,
                          const Grid &grid);

/// geometry.cpp: pixels.
Placement placementOf(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const Grid &grid,
                      const std::vector<Run> &runs, const Options &options);

} // namespace faultline::layout
