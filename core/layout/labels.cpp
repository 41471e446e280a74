#include "core/layout/labels.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace faultline::layout {

namespace {

constexpr qreal kPad = 5; // between a node and a label, and between labels

using SideOfNode = std::tuple<int, bool, bool>; // node, horizontal, forward

struct Wish {
    const Run *run = nullptr;
    QSizeF size;
    qreal side = 0; // of the node
    // As it will be clamped at least: cells are no smaller than their nodes.
    qreal offset() const
    {
        const qreal most = std::max(0.0, (side - along()) / 2);
        return std::clamp(run->track * run->step, -most, most);
    }
    qreal along() const { return run->horizontal ? size.height() : size.width(); }
    qreal across() const { return run->horizontal ? size.width() : size.height(); }
};

bool collide(const Wish &one, const Wish &other)
{
    return std::abs(one.offset() - other.offset()) < (one.along() + other.along()) / 2 + 2;
}

// Labels at one side of a node: those that would touch go to levels farther away. Gives each one's distance.
std::vector<qreal> distances(const std::vector<Wish> &wishes)
{
    std::vector<size_t> level(wishes.size(), 0);
    std::vector<qreal> depth;
    for (size_t i = 0; i < wishes.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (collide(wishes[i], wishes[j])) {
                level[i] = std::max(level[i], level[j] + 1);
            }
        }
        depth.resize(std::max(depth.size(), level[i] + 1), 0);
        depth[level[i]] = std::max(depth[level[i]], wishes[i].across());
    }
    std::vector<qreal> away;
    for (size_t i = 0; i < wishes.size(); ++i) {
        qreal distance = kPad;
        for (size_t below = 0; below < level[i]; ++below) {
            distance += depth[below] + kPad;
        }
        away.push_back(distance);
    }
    return away;
}

qreal sideLength(const NodeIn &node, const Run &run) { return run.horizontal ? node.size.height() : node.size.width(); }

void reserve(const LabelSpot &spot, Channels &columns, Channels &rows)
{
    Channels &along = spot.horizontal ? columns : rows;
    Channels &beside = spot.horizontal ? rows : columns;
    const int cell = spot.horizontal ? spot.cell.column : spot.cell.row;
    const qreal depth = spot.horizontal ? spot.size.width() : spot.size.height();
    along.wantLane(spot.forward ? cell + 1 : cell, spot.forward ? 0 : 1, spot.away + depth + kPad);
    beside.wantCell(spot.horizontal ? spot.cell.row : spot.cell.column,
                    spot.horizontal ? spot.size.height() : spot.size.width());
}

// Keeps a label within its cell: there it meets no neighbour's.
qreal clamped(qreal wished, qreal size, qreal start, qreal end)
{
    return std::clamp(wished - size / 2, start, std::max(start, end - size));
}

} // namespace

std::vector<LabelSpot> reserveLabels(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges,
                                     const Grid &grid, const std::vector<Run> &runs, Channels &columns, Channels &rows)
{
    std::map<SideOfNode, std::vector<Wish>> sides;
    int last = -1;
    for (const Run &run : runs) {
        const EdgeIn &edge = edges[static_cast<size_t>(run.edge)];
        if (run.edge != last && !edge.label.isEmpty()) {
            sides[{edge.from, run.horizontal, run.to > run.from}].push_back(
                {&run, edge.label, sideLength(nodes[static_cast<size_t>(edge.from)], run)});
        }
        last = run.edge;
    }
    std::vector<LabelSpot> spots;
    for (const auto &[side, wishes] : sides) {
        const auto &[node, horizontal, forward] = side;
        const std::vector<qreal> away = distances(wishes);
        for (size_t i = 0; i < wishes.size(); ++i) {
            spots.push_back({wishes[i].run->edge, horizontal, forward, grid.cells[static_cast<size_t>(node)], away[i],
                             wishes[i].size});
            reserve(spots.back(), columns, rows);
        }
    }
    return spots;
}

QRectF labelRect(const LabelSpot &spot, const Run &run, const Channels &columns, const Channels &rows)
{
    const qreal width = spot.size.width();
    const qreal height = spot.size.height();
    const int column = spot.cell.column;
    const int row = spot.cell.row;
    if (spot.horizontal) {
        const qreal x = spot.forward ? columns.end(column) + spot.away : columns.start(column) - spot.away - width;
        return {x, clamped(rows.position(run), height, rows.start(row), rows.end(row)), width, height};
    }
    const qreal y = spot.forward ? rows.end(row) + spot.away : rows.start(row) - spot.away - height;
    return {clamped(columns.position(run), width, columns.start(column), columns.end(column)), y, width, height};
}

} // namespace faultline::layout
