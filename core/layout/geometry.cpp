#include "core/layout/labels.h"

#include <algorithm>

namespace faultline::layout {

namespace {

size_t at(int index) { return static_cast<size_t>(index); }

class Geometry
{
public:
    Geometry(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const Grid &grid,
             const std::vector<Run> &runs, const Options &options)
        : m_nodes(nodes),
          m_edges(edges),
          m_grid(grid),
          m_runs(runs),
          m_columns(grid.columns, options.direction == Direction::TopToBottom ? options.nodeGap : options.rankGap,
                    options.air),
          m_rows(grid.rows, options.direction == Direction::TopToBottom ? options.rankGap : options.nodeGap,
                 options.air),
          m_firstRun(edges.size(), 0)
    {
        reserve(options);
        m_labels = reserveLabels(nodes, edges, grid, runs, m_columns, m_rows);
        m_columns.settle();
        m_rows.settle();
    }

    Placement placement()
    {
        Placement result;
        for (size_t node = 0; node < m_nodes.size(); ++node) {
            result.nodes.push_back(rectOf(node));
        }
        result.edges.resize(m_edges.size());
        drawEdges(result);
        for (const LabelSpot &spot : m_labels) {
            result.edges[at(spot.edge)].label = labelRect(spot, m_runs[m_firstRun[at(spot.edge)]], m_columns, m_rows);
        }
        result.bands = bands();
        for (const QRectF &rect : result.nodes) {
            result.bounds |= rect;
        }
        for (const EdgeOut &edge : result.edges) {
            result.bounds |= edge.label;
            for (const QPointF &point : edge.points) {
                result.bounds |= QRectF(point, QSizeF(0.01, 0.01));
            }
        }
        return result;
    }

private:
    void reserve(const Options &options)
    {
        for (size_t node = 0; node < m_nodes.size(); ++node) {
            m_columns.wantCell(m_grid.cells[node].column, m_nodes[node].size.width());
            m_rows.wantCell(m_grid.cells[node].row, m_nodes[node].size.height());
        }
        for (const Run &run : m_runs) {
            if (run.onChannel()) {
                (run.horizontal ? m_rows : m_columns).wantTrack(run.line / 2, run.track);
            }
        }
        for (int row = 1; row < m_grid.rows; ++row) {
            if (m_grid.bandOfRow[at(row)] != m_grid.bandOfRow[at(row - 1)]) {
                m_rows.wantExtra(row, options.bandGap);
            }
        }
    }

    QRectF rectOf(size_t node) const
    {
        const Cell &cell = m_grid.cells[node];
        QRectF rect(QPointF(0, 0), m_nodes[node].size);
        rect.moveCenter({m_columns.centre(cell.column), m_rows.centre(cell.row)});
        return rect;
    }

    QPointF corner(const Run &one, const Run &other) const
    {
        const Run &horizontal = one.horizontal ? one : other;
        const Run &vertical = one.horizontal ? other : one;
        return {m_columns.position(vertical), m_rows.position(horizontal)};
    }

    // On the border of `rect`, where the run leaves it towards lower or higher lines.
    QPointF port(const QRectF &rect, const Run &run, bool higher) const
    {
        if (run.horizontal) {
            return {higher ? rect.right() : rect.left(), m_rows.position(run)};
        }
        return {m_columns.position(run), higher ? rect.bottom() : rect.top()};
    }

    void drawEdges(Placement &result)
    {
        size_t first = 0;
        while (first < m_runs.size()) {
            size_t end = first + 1;
            while (end < m_runs.size() && m_runs[end].edge == m_runs[first].edge) {
                ++end;
            }
            const int edge = m_runs[first].edge;
            auto &points = result.edges[at(edge)].points;
            const Run &last = m_runs[end - 1];
            points.push_back(
                port(result.nodes[at(m_edges[at(edge)].from)], m_runs[first], m_runs[first].to > m_runs[first].from));
            for (size_t i = first; i + 1 < end; ++i) {
                points.push_back(corner(m_runs[i], m_runs[i + 1]));
            }
            points.push_back(port(result.nodes[at(m_edges[at(edge)].to)], last, last.from > last.to));
            m_firstRun[at(edge)] = first;
            first = end;
        }
    }

    std::vector<BandOut> bands() const
    {
        std::vector<BandOut> result;
        for (int row = 0; row < m_grid.rows; ++row) {
            const int band = m_grid.bandOfRow[at(row)];
            const QRectF rect(0, m_rows.start(row), m_columns.length(), m_rows.size(row));
            if (result.empty() || result.back().band != band) {
                result.push_back({band, rect});
            }
            result.back().rect |= rect;
        }
        return result;
    }

    const std::vector<NodeIn> &m_nodes;
    const std::vector<EdgeIn> &m_edges;
    const Grid &m_grid;
    const std::vector<Run> &m_runs;
    Channels m_columns;
    Channels m_rows;
    std::vector<LabelSpot> m_labels;
    std::vector<size_t> m_firstRun;
};

} // namespace

Placement placementOf(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const Grid &grid,
                      const std::vector<Run> &runs, const Options &options)
{
    return Geometry(nodes, edges, grid, runs, options).placement();
}

} // namespace faultline::layout
