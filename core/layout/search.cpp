#include "core/layout/grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

namespace faultline::layout {

namespace {

// Costs in pixels of detour that one would walk to avoid each.
constexpr double kBend = 40;
constexpr double kCrossing = 12;
constexpr double kCompany = 3;     // another edge in the same channel
constexpr double kSharedCell = 60; // another edge through the same empty cell
constexpr double kSameSide = 16;   // another edge at the same side of a node
constexpr int kMostThroughCell = 3;
constexpr int kMostCompany = 4;  // more than so many cost no more: a crowded picture must not take for ever
constexpr int kMostLooks = 3000; // spots looked at for one edge; after them it takes the plain way

enum Side { Right, Down, Left, Up };
constexpr std::array<Spot, 4> kMove{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

size_t at(int index) { return static_cast<size_t>(index); }

struct Costs {
    std::array<double, 4> leave;
    std::array<double, 4> arrive; // by the direction of the last move
};

Costs costsOf(Direction direction)
{
    if (direction == Direction::LeftToRight) {
        return {{0, 10, 60, 40}, {0, 10, 60, 40}};
    }
    return {{20, 0, 20, 60}, {30, 0, 30, 60}};
}

// The shortest way with few bends on the mesh of channels and empty cells: A*, one edge after the other.
class Search
{
public:
    Search(const std::vector<NodeIn> &nodes, const Grid &grid, const Options &options)
        : m_grid(grid),
          m_costs(costsOf(options.direction)),
          m_width(2 * grid.columns + 1),
          m_height(2 * grid.rows + 1),
          m_taken(at(m_width * m_height), 0),
          m_sideUse(nodes.size() * 4, 0)
    {
        for (auto &use : m_use) {
            use.assign(m_taken.size(), 0);
        }
        m_best.resize(m_taken.size() * 2);
        m_from.resize(m_best.size());
        m_round.resize(m_best.size(), 0);
        measure(nodes, options);
        for (const Cell &cell : grid.cells) {
            m_taken[at(index({2 * cell.column + 1, 2 * cell.row + 1}))] = 1;
        }
    }

    std::vector<Spot> route(int from, int to)
    {
        const Spot start = spotOf(from);
        if (from == to) {
            const Spot corner{start.x + 1, start.y - 1};
            return {start, {corner.x, start.y}, corner, {start.x, corner.y}, start};
        }
        std::vector<Spot> way = find(from, to);
        record(way, from, to);
        return turnsOf(way);
    }

private:
    struct Open {
        double guess = 0;
        int state = 0;
        bool operator>(const Open &other) const
        {
            return guess > other.guess || (guess == other.guess && state > other.state);
        }
    };

    void measure(const std::vector<NodeIn> &nodes, const Options &options)
    {
        std::vector<double> widths(at(m_grid.columns), 0);
        std::vector<double> heights(at(m_grid.rows), 0);
        for (size_t node = 0; node < nodes.size(); ++node) {
            double &width = widths[at(m_grid.cells[node].column)];
            double &height = heights[at(m_grid.cells[node].row)];
            width = std::max(width, nodes[node].size.width());
            height = std::max(height, nodes[node].size.height());
        }
        const bool downward = options.direction == Direction::TopToBottom;
        m_x = lines(widths, downward ? options.nodeGap : options.rankGap);
        m_y = lines(heights, downward ? options.rankGap : options.nodeGap);
    }

    static std::vector<double> lines(const std::vector<double> &sizes, double gap)
    {
        std::vector<double> result(1, 0.0);
        for (const double size : sizes) {
            result.push_back(result.back() + (gap + size) / 2);
            result.push_back(result.back() + (gap + size) / 2);
        }
        return result;
    }

    int index(const Spot &spot) const { return spot.y * m_width + spot.x; }
    Spot spotAt(int vertex) const { return {vertex % m_width, vertex / m_width}; }
    Spot spotOf(int node) const { return {2 * m_grid.cells[at(node)].column + 1, 2 * m_grid.cells[at(node)].row + 1}; }
    bool isInside(const Spot &spot) const
    {
        return spot.x >= 0 && spot.y >= 0 && spot.x < m_width && spot.y < m_height;
    }
    double distance(const Spot &a, const Spot &b) const
    {
        return std::abs(m_x[at(a.x)] - m_x[at(b.x)]) + std::abs(m_y[at(a.y)] - m_y[at(b.y)]);
    }

    // State: where, and whether one came there vertically.
    std::vector<Spot> find(int from, int to)
    {
        ++m_now;
        const Spot start = spotOf(from);
        const Spot goal = spotOf(to);
        std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
        for (int side = Right; side <= Up; ++side) {
            const double cost = m_costs.leave[at(side)] + kSameSide * m_sideUse[at(from * 4 + side)];
            step(open, {start, goal, to, -1, cost}, side);
        }
        for (int looks = 0; !open.empty() && looks < kMostLooks; ++looks) {
            const Open next = open.top();
            open.pop();
            const Spot here = spotAt(next.state / 2);
            if (here == goal) {
                return trace(next.state, start);
            }
            const double cost = m_best[at(next.state)];
            if (next.guess > cost + distance(here, goal) + 1e-6) {
                continue;
            }
            for (int side = Right; side <= Up; ++side) {
                step(open, {here, goal, to, next.state, cost}, side);
            }
        }
        return plainWay(start, goal);
    }

    // Out at the right, along the channels, in from the left: free of nodes wherever they are.
    static std::vector<Spot> plainWay(const Spot &start, const Spot &goal)
    {
        const int out = start.x + 1;
        const int in = goal.x - 1;
        const int across = start.y <= goal.y ? goal.y - 1 : goal.y + 1;
        std::vector<Spot> way{start};
        for (const Spot &spot : {Spot{out, start.y}, Spot{out, across}, Spot{in, across}, Spot{in, goal.y}, goal}) {
            if (!(spot == way.back())) {
                way.push_back(spot);
            }
        }
        return way;
    }

    struct Here {
        Spot spot;
        Spot goal;
        int target = 0;
        int state = -1;
        double cost = 0;
    };

    template <typename Queue> void step(Queue &open, const Here &here, int side)
    {
        const Spot next{here.spot.x + kMove[at(side)].x, here.spot.y + kMove[at(side)].y};
        const int vertical = side % 2;
        if (!isInside(next) || (m_taken[at(index(next))] != 0 && !(next == here.goal))) {
            return;
        }
        double cost = here.cost + distance(here.spot, next);
        if (here.state >= 0) {
            cost += leaving(here, vertical);
        }
        if (next == here.goal) {
            cost += m_costs.arrive[at(side)] + kSameSide / 2 * m_sideUse[at(here.target * 4 + (side + 2) % 4)];
        }
        const int state = index(next) * 2 + vertical;
        if (m_round[at(state)] == m_now && m_best[at(state)] <= cost) {
            return;
        }
        m_round[at(state)] = m_now;
        m_best[at(state)] = cost;
        m_from[at(state)] = here.state;
        open.push({cost + distance(next, here.goal), state});
    }

    // What it costs to go on from a spot, straight or round a corner.
    double leaving(const Here &here, int vertical) const
    {
        const auto vertex = at(index(here.spot));
        const bool turns = here.state % 2 != vertical;
        const bool isCell = here.spot.x % 2 == 1 && here.spot.y % 2 == 1;
        double cost = turns ? kBend : kCrossing * company(1 - vertical, vertex);
        const bool centre = vertical == 1 ? here.spot.x % 2 == 1 : here.spot.y % 2 == 1;
        cost += (isCell ? kSharedCell : centre ? kSameSide : kCompany) * company(vertical, vertex);
        const bool full = isCell && m_use[0][vertex] + m_use[1][vertex] >= kMostThroughCell;
        return full ? cost + 1e6 : cost;
    }

    int company(int vertical, size_t vertex) const { return std::min(kMostCompany, m_use[at(vertical)][vertex]); }

    std::vector<Spot> trace(int state, const Spot &start) const
    {
        std::vector<Spot> way;
        for (; state >= 0; state = m_from[at(state)]) {
            way.push_back(spotAt(state / 2));
        }
        way.push_back(start);
        std::reverse(way.begin(), way.end());
        return way;
    }

    static int sideOf(const Spot &from, const Spot &to)
    {
        if (from.y == to.y) {
            return to.x > from.x ? Right : Left;
        }
        return to.y > from.y ? Down : Up;
    }

    void record(const std::vector<Spot> &way, int from, int to)
    {
        for (size_t i = 0; i + 1 < way.size(); ++i) {
            const int vertical = way[i].x == way[i + 1].x ? 1 : 0;
            ++m_use[at(vertical)][at(index(way[i]))];
            ++m_use[at(vertical)][at(index(way[i + 1]))];
        }
        ++m_sideUse[at(from * 4 + sideOf(way[0], way[1]))];
        ++m_sideUse[at(to * 4 + sideOf(way.back(), way[way.size() - 2]))];
    }

    static std::vector<Spot> turnsOf(const std::vector<Spot> &way)
    {
        std::vector<Spot> turns{way.front()};
        for (size_t i = 1; i + 1 < way.size(); ++i) {
            if ((way[i - 1].x == way[i].x) != (way[i].x == way[i + 1].x)) {
                turns.push_back(way[i]);
            }
        }
        turns.push_back(way.back());
        return turns;
    }

    const Grid &m_grid;
    Costs m_costs;
    int m_width;
    int m_height;
    std::vector<char> m_taken;
    std::array<std::vector<int>, 2> m_use; // horizontal, vertical
    std::vector<int> m_sideUse;
    std::vector<double> m_x, m_y;
    std::vector<double> m_best;
    std::vector<int> m_from;
    std::vector<int> m_round;
    int m_now = 0;
};

} // namespace

std::vector<std::vector<Spot>> searchRoutes(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges,
                                            const Grid &grid, const Options &options)
{
    const auto reach = [&](const EdgeIn &edge) {
        const Cell &from = grid.cells[at(edge.from)];
        const Cell &to = grid.cells[at(edge.to)];
        return std::abs(from.column - to.column) + std::abs(from.row - to.row);
    };
    std::vector<size_t> turn(edges.size());
    std::iota(turn.begin(), turn.end(), size_t(0));
    std::stable_sort(turn.begin(), turn.end(), [&](size_t a, size_t b) {
        return std::pair(!edges[a].strong, reach(edges[a])) < std::pair(!edges[b].strong, reach(edges[b]));
    });
    Search search(nodes, grid, options);
    std::vector<std::vector<Spot>> routes(edges.size());
    for (const size_t edge : turn) {
        routes[edge] = search.route(edges[edge].from, edges[edge].to);
    }
    return routes;
}

} // namespace faultline::layout
