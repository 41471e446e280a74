#include "core/layout/grid.h"

namespace faultline::layout {

Placement place(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const Options &options)
{
    if (nodes.empty()) {
        return {};
    }
    const Grid grid = gridOf(nodes, edges, options);
    const auto routes = searchRoutes(nodes, edges, grid, options);
    return placementOf(nodes, edges, grid, tracksOf(routes, nodes, grid), options);
}

} // namespace faultline::layout
