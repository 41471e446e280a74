#include "core/layout/grid.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace faultline::layout {

namespace {

size_t at(int index) { return static_cast<size_t>(index); }

// A component with cells of its own; rows count from the top of each node's band.
struct Piece {
    std::vector<int> nodes;
    std::vector<Cell> cells;
    int columns = 1;
    std::map<int, int> rowsInBand;

    void add(int node, int band, const Cell &cell)
    {
        nodes.push_back(node);
        cells.push_back(cell);
        columns = std::max(columns, cell.column + 1);
        rowsInBand[band] = std::max(rowsInBand[band], cell.row + 1);
    }
};

class Pieces
{
public:
    Pieces(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, Direction direction)
        : m_nodes(nodes), m_edges(edges), m_direction(direction), m_rank(ranksOf(nodes, edges))
    {
        for (size_t node = 0; node < nodes.size(); ++node) {
            int &count = m_ranksInBand[nodes[node].band];
            count = std::max(count, m_rank[node] + 1);
        }
    }

    std::vector<Piece> all() const
    {
        if (std::all_of(m_nodes.begin(), m_nodes.end(), [](const NodeIn &n) { return n.rank >= 0 && n.slot >= 0; })) {
            return {given()};
        }
        std::vector<Piece> pieces;
        for (const auto &component : componentsOf(m_nodes.size(), m_edges)) {
            pieces.push_back(m_direction == Direction::TopToBottom ? downward(component) : rightward(component));
        }
        return pieces;
    }

private:
    Cell cell(int rank, int slot) const
    {
        return m_direction == Direction::TopToBottom ? Cell{slot, rank} : Cell{rank, slot};
    }

    Piece given() const
    {
        Piece piece;
        for (size_t node = 0; node < m_nodes.size(); ++node) {
            piece.add(static_cast<int>(node), m_nodes[node].band, cell(m_nodes[node].rank, m_nodes[node].slot));
        }
        return piece;
    }

    // All bands are one stack of layers.
    Piece downward(const std::vector<int> &component) const
    {
        std::map<int, int> start;
        int next = 0;
        for (const auto &[band, count] : m_ranksInBand) {
            start[band] = next;
            next += count;
        }
        std::vector<int> layer(m_nodes.size());
        for (const int node : component) {
            layer[at(node)] = start[m_nodes[at(node)].band] + m_rank[at(node)];
        }
        Piece piece;
        arrange(component, layer, piece);
        return piece;
    }

    // Each band has layers of its own.
    Piece rightward(const std::vector<int> &component) const
    {
        std::map<int, std::vector<int>> byBand;
        for (const int node : component) {
            byBand[m_nodes[at(node)].band].push_back(node);
        }
        Piece piece;
        for (const auto &[band, members] : byBand) {
            arrange(members, m_rank, piece);
        }
        return piece;
    }

    void arrange(const std::vector<int> &members, const std::vector<int> &layer, Piece &piece) const
    {
        Layered graph = layeredOf(m_nodes, m_edges, members, layer);
        orderLayers(graph);
        const std::vector<int> slots = slotsOf(graph);
        for (size_t vertex = 0; vertex < graph.real.size(); ++vertex) {
            const int node = graph.real[vertex];
            if (node >= 0) {
                piece.add(node, m_nodes[at(node)].band, cell(m_rank[at(node)], slots[vertex]));
            }
        }
    }

    const std::vector<NodeIn> &m_nodes;
    const std::vector<EdgeIn> &m_edges;
    Direction m_direction;
    std::vector<int> m_rank;
    std::map<int, int> m_ranksInBand;
};

// Puts pieces side by side in shelves, band by band.
class Shelves
{
public:
    explicit Shelves(int wrap) : m_wrap(wrap) {}

    Cell add(const Piece &piece)
    {
        Cell start;
        for (const auto &[band, rows] : piece.rowsInBand) {
            start.column = std::max(start.column, m_shelf[band].column);
            start.row = std::max(start.row, m_shelf[band].row);
        }
        if (start.column > 0 && start.column + piece.columns > m_wrap && piece.rowsInBand.size() == 1) {
            Shelf &shelf = m_shelf[piece.rowsInBand.begin()->first];
            start = {0, shelf.row + shelf.height};
            shelf.height = 0;
        }
        for (const auto &[band, rows] : piece.rowsInBand) {
            Shelf &shelf = m_shelf[band];
            shelf = {start.column + piece.columns, start.row, std::max(shelf.height, rows)};
        }
        return start;
    }

private:
    struct Shelf {
        int column = 0;
        int row = 0;
        int height = 0;
    };
    int m_wrap;
    std::map<int, Shelf> m_shelf;
};

// Columns after which a shelf is full: by the wished width, else about as wide as high on a screen.
int wrapColumns(const std::vector<NodeIn> &nodes, const std::vector<Piece> &pieces, const Options &options)
{
    qreal widest = 1;
    for (const NodeIn &node : nodes) {
        widest = std::max(widest, node.size.width());
    }
    const qreal gap = options.direction == Direction::TopToBottom ? options.nodeGap : options.rankGap;
    if (options.maxWidth > 0) {
        return std::max(1, static_cast<int>((options.maxWidth + gap) / (widest + gap)));
    }
    double cells = 0;
    for (const Piece &piece : pieces) {
        int rows = 0;
        for (const auto &[band, count] : piece.rowsInBand) {
            rows += count;
        }
        cells += double(piece.columns) * rows;
    }
    return std::max(4, static_cast<int>(std::ceil(std::sqrt(cells))));
}

// Numbers in use -> 0, 1, 2 ...: empty rows and columns are dropped.
std::map<std::pair<int, int>, int> squeezed(const std::set<std::pair<int, int>> &used)
{
    std::map<std::pair<int, int>, int> number;
    for (const auto &key : used) {
        number.emplace(key, static_cast<int>(number.size()));
    }
    return number;
}

} // namespace

Grid gridOf(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const Options &options)
{
    const std::vector<Piece> pieces = Pieces(nodes, edges, options.direction).all();
    Shelves shelves(wrapColumns(nodes, pieces, options));
    Grid grid;
    grid.cells.resize(nodes.size());
    std::set<std::pair<int, int>> columns;
    std::set<std::pair<int, int>> rows;
    for (const Piece &piece : pieces) {
        const Cell start = shelves.add(piece);
        for (size_t i = 0; i < piece.nodes.size(); ++i) {
            Cell &cell = grid.cells[at(piece.nodes[i])];
            cell = {start.column + piece.cells[i].column, start.row + piece.cells[i].row};
            columns.emplace(0, cell.column);
            rows.emplace(nodes[at(piece.nodes[i])].band, cell.row);
        }
    }
    const auto columnNumber = squeezed(columns);
    const auto rowNumber = squeezed(rows);
    for (size_t node = 0; node < nodes.size(); ++node) {
        grid.cells[node] = {columnNumber.at({0, grid.cells[node].column}),
                            rowNumber.at({nodes[node].band, grid.cells[node].row})};
    }
    for (const auto &[band, row] : rows) {
        grid.bandOfRow.push_back(band);
    }
    grid.columns = static_cast<int>(columns.size());
    grid.rows = static_cast<int>(rows.size());
    return grid;
}

} // namespace faultline::layout
