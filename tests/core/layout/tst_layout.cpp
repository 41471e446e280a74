#include "core/layout/layout.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QtTest>

#include <cmath>
#include <optional>

using namespace faultline::layout;
using namespace Qt::StringLiterals;

namespace {

struct Graph {
    std::vector<NodeIn> nodes;
    std::vector<EdgeIn> edges;
};

constexpr QSizeF kBox(120, 40);
constexpr QSizeF kLabel(34, 16);

NodeIn box(int band = 0) { return {kBox, band}; }

// A small generator of its own, the same on every machine.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_state(seed) {}
    int roll(int sides)
    {
        m_state = m_state * 1664525u + 1013904223u;
        return static_cast<int>((m_state >> 8) % static_cast<quint32>(sides));
    }

private:
    quint32 m_state;
};

Graph random(int nodes, int edges, int bands, quint32 seed)
{
    Dice dice(seed);
    Graph graph;
    for (int i = 0; i < nodes; ++i) {
        NodeIn node{QSizeF(60 + 10 * dice.roll(10), 30 + 6 * dice.roll(5)), dice.roll(bands)};
        node.spine = dice.roll(8) == 0;
        graph.nodes.push_back(node);
    }
    for (int i = 0; i < edges; ++i) {
        const int from = dice.roll(nodes);
        const int to = std::min(nodes - 1, std::max(0, from - 2 + dice.roll(12)));
        graph.edges.push_back({from, to, dice.roll(3) == 0 ? kLabel : QSizeF(), dice.roll(9) == 0});
    }
    return graph;
}

Options towards(Direction direction)
{
    Options options;
    options.direction = direction;
    return options;
}

bool isOnBorder(const QPointF &point, const QRectF &rect)
{
    const bool inside = rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point);
    return inside && !rect.adjusted(0.01, 0.01, -0.01, -0.01).contains(point);
}

QRectF lineRect(const QPointF &a, const QPointF &b) { return QRectF(a, b).normalized().adjusted(-0.1, -0.1, 0.1, 0.1); }

QString nodesOverlap(const Placement &placement)
{
    for (size_t a = 0; a < placement.nodes.size(); ++a) {
        for (size_t b = a + 1; b < placement.nodes.size(); ++b) {
            if (placement.nodes[a].intersects(placement.nodes[b])) {
                return u"nodes %1 and %2 overlap"_s.arg(a).arg(b);
            }
        }
    }
    return {};
}

QString edgeProblem(const Graph &graph, const Placement &placement, size_t index)
{
    const EdgeIn &in = graph.edges[index];
    const auto &points = placement.edges[index].points;
    if (points.size() < 2 || !isOnBorder(points.front(), placement.nodes[size_t(in.from)]) ||
        !isOnBorder(points.back(), placement.nodes[size_t(in.to)])) {
        return u"edge %1 does not start and end on its nodes' borders"_s.arg(index);
    }
    for (size_t i = 0; i + 1 < points.size(); ++i) {
        if (std::abs(points[i].x() - points[i + 1].x()) > 0.01 && std::abs(points[i].y() - points[i + 1].y()) > 0.01) {
            return u"edge %1 is not orthogonal"_s.arg(index);
        }
        for (size_t node = 0; node < placement.nodes.size(); ++node) {
            if (lineRect(points[i], points[i + 1]).intersects(placement.nodes[node].adjusted(0.2, 0.2, -0.2, -0.2))) {
                return u"edge %1 passes through node %2"_s.arg(index).arg(node);
            }
        }
    }
    return {};
}

QString labelProblem(const Graph &graph, const Placement &placement)
{
    for (size_t a = 0; a < placement.edges.size(); ++a) {
        const QRectF label = placement.edges[a].label;
        if (label.size() != (graph.edges[a].label.isEmpty() ? QSizeF(0, 0) : graph.edges[a].label)) {
            return u"label %1 has a wrong size"_s.arg(a);
        }
        for (size_t node = 0; node < placement.nodes.size(); ++node) {
            if (label.intersects(placement.nodes[node])) {
                return u"label %1 overlaps node %2"_s.arg(a).arg(node);
            }
        }
        for (size_t b = a + 1; b < placement.edges.size(); ++b) {
            if (label.intersects(placement.edges[b].label)) {
                return u"labels %1 and %2 overlap"_s.arg(a).arg(b);
            }
        }
    }
    return {};
}

// Two edges on top of each other for more than a crossing.
bool lieOnEachOther(const EdgeOut &one, const EdgeOut &other)
{
    for (size_t i = 0; i + 1 < one.points.size(); ++i) {
        for (size_t j = 0; j + 1 < other.points.size(); ++j) {
            const QRectF common =
                lineRect(one.points[i], one.points[i + 1]).intersected(lineRect(other.points[j], other.points[j + 1]));
            if (!common.isEmpty() && std::max(common.width(), common.height()) > 1) {
                return true;
            }
        }
    }
    return false;
}

QString overlappingEdges(const Placement &placement)
{
    for (size_t a = 0; a < placement.edges.size(); ++a) {
        for (size_t b = a + 1; b < placement.edges.size(); ++b) {
            if (lieOnEachOther(placement.edges[a], placement.edges[b])) {
                return u"edges %1 and %2 lie on each other"_s.arg(a).arg(b);
            }
        }
    }
    return {};
}

QString bandProblem(const Graph &graph, const Placement &placement)
{
    for (size_t i = 0; i + 1 < placement.bands.size(); ++i) {
        if (placement.bands[i].band >= placement.bands[i + 1].band ||
            placement.bands[i].rect.bottom() >= placement.bands[i + 1].rect.top()) {
            return u"bands %1 and %2 are not stacked"_s.arg(i).arg(i + 1);
        }
    }
    for (size_t node = 0; node < graph.nodes.size(); ++node) {
        for (const BandOut &band : placement.bands) {
            if (band.rect.contains(placement.nodes[node]) != (band.band == graph.nodes[node].band)) {
                return u"node %1 is in a wrong band"_s.arg(node);
            }
        }
    }
    return {};
}

// Everything that must hold of any placement; empty when it does.
QString problem(const Graph &graph, const Placement &placement)
{
    if (placement.nodes.size() != graph.nodes.size() || placement.edges.size() != graph.edges.size()) {
        return u"something is missing"_s;
    }
    for (size_t edge = 0; edge < graph.edges.size(); ++edge) {
        if (const QString found = edgeProblem(graph, placement, edge); !found.isEmpty()) {
            return found;
        }
    }
    for (const QString &found : {nodesOverlap(placement), labelProblem(graph, placement), overlappingEdges(placement),
                                 bandProblem(graph, placement)}) {
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

Graph chain(int length)
{
    Graph graph;
    for (int i = 0; i < length; ++i) {
        graph.nodes.push_back(box());
        if (i > 0) {
            graph.edges.push_back({i - 1, i});
        }
    }
    return graph;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingInNothingOut()
    {
        const Placement placement = place({}, {});
        QVERIFY(placement.nodes.empty());
        QVERIFY(placement.bounds.isNull());
    }

    void oneNodeStandsAlone()
    {
        const Graph graph{{box()}, {}};
        QCOMPARE(problem(graph, place(graph.nodes, graph.edges)), QString());
        QCOMPARE(place(graph.nodes, {}).nodes.front().size(), kBox);
    }

    void aChainIsALine()
    {
        const Graph graph = chain(5);
        const Placement down = place(graph.nodes, graph.edges);
        const Placement right = place(graph.nodes, graph.edges, towards(Direction::LeftToRight));
        for (size_t i = 1; i < 5; ++i) {
            QCOMPARE(down.nodes[i].center().x(), down.nodes[0].center().x());
            QVERIFY(down.nodes[i].top() > down.nodes[i - 1].bottom());
            QCOMPARE(down.edges[i - 1].points.size(), size_t(2));
            QCOMPARE(right.nodes[i].center().y(), right.nodes[0].center().y());
            QVERIFY(right.nodes[i].left() > right.nodes[i - 1].right());
        }
    }

    void anyGraphKeepsTheRules_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        QTest::addColumn<int>("bands");
        for (const auto &[nodes, edges, bands] :
             {std::tuple(6, 9, 1), std::tuple(12, 20, 2), std::tuple(25, 40, 3), std::tuple(40, 70, 4),
              std::tuple(60, 60, 1), std::tuple(90, 140, 5), std::tuple(30, 0, 2)}) {
            QTest::addRow("%d nodes, %d edges, %d bands", nodes, edges, bands) << nodes << edges << bands;
        }
    }

    void anyGraphKeepsTheRules()
    {
        QFETCH(int, nodes);
        QFETCH(int, edges);
        QFETCH(int, bands);
        for (quint32 seed = 1; seed <= 12; ++seed) {
            const Graph graph = random(nodes, edges, bands, seed);
            for (const Direction direction : {Direction::TopToBottom, Direction::LeftToRight}) {
                const Placement placement = place(graph.nodes, graph.edges, towards(direction));
                const QString found = problem(graph, placement);
                QVERIFY2(found.isEmpty(),
                         qPrintable(u"seed %1, direction %2: %3"_s.arg(seed).arg(int(direction)).arg(found)));
                for (const QRectF &node : placement.nodes) {
                    QVERIFY(placement.bounds.contains(node));
                }
            }
        }
    }

    void theSpineIsStraight()
    {
        Graph graph = chain(6);
        for (NodeIn &node : graph.nodes) {
            node.spine = true;
        }
        for (int i = 0; i < 5; ++i) { // two side branches at each
            graph.nodes.push_back(box());
            graph.edges.push_back({i, static_cast<int>(graph.nodes.size()) - 1});
            graph.nodes.push_back(box());
            graph.edges.push_back({i, static_cast<int>(graph.nodes.size()) - 1});
        }
        const Placement down = place(graph.nodes, graph.edges);
        const Placement right = place(graph.nodes, graph.edges, towards(Direction::LeftToRight));
        for (size_t i = 1; i < 6; ++i) {
            QCOMPARE(down.nodes[i].center().x(), down.nodes[0].center().x());
            QCOMPARE(right.nodes[i].center().y(), right.nodes[0].center().y());
        }
        QCOMPARE(problem(graph, down), QString());
        QCOMPARE(problem(graph, right), QString());
    }

    void theSameComesOutTwice()
    {
        const Graph graph = random(40, 70, 3, 7);
        const Placement one = place(graph.nodes, graph.edges);
        const Placement other = place(graph.nodes, graph.edges);
        QCOMPARE(one.nodes, other.nodes);
        for (size_t i = 0; i < one.edges.size(); ++i) {
            QCOMPARE(one.edges[i].points, other.edges[i].points);
            QCOMPARE(one.edges[i].label, other.edges[i].label);
        }
    }

    void loopsAreDrawn()
    {
        Graph graph = chain(3);
        graph.edges.push_back({2, 0, kLabel});
        graph.edges.push_back({1, 1, kLabel});
        for (const Direction direction : {Direction::TopToBottom, Direction::LeftToRight}) {
            const Placement placement = place(graph.nodes, graph.edges, towards(direction));
            QCOMPARE(problem(graph, placement), QString());
            QVERIFY(placement.edges.back().points.size() >= 4);
        }
    }

    void manyEdgesBetweenTwoNodesStayApart()
    {
        Graph graph = chain(2);
        for (int i = 0; i < 4; ++i) {
            graph.edges.push_back({0, 1, kLabel});
        }
        QCOMPARE(problem(graph, place(graph.nodes, graph.edges)), QString());
    }

    void fixedRanksAndSlotsAreKept()
    {
        Graph graph;
        for (int i = 0; i < 6; ++i) {
            NodeIn node = box();
            node.rank = i % 3;
            node.slot = i / 3;
            graph.nodes.push_back(node);
        }
        graph.edges = {{0, 3}, {3, 4}, {5, 0}};
        const Placement placement = place(graph.nodes, graph.edges, towards(Direction::LeftToRight));
        QCOMPARE(placement.nodes[0].center().x(), placement.nodes[3].center().x());
        QCOMPARE(placement.nodes[0].center().y(), placement.nodes[2].center().y());
        QVERIFY(placement.nodes[1].left() > placement.nodes[0].right());
        QCOMPARE(problem(graph, placement), QString());
    }

    void fixedRanksWithinABandAreColumns()
    {
        Graph graph{{box(0), box(1), box(1), box(1)}, {{0, 3, kLabel}, {1, 2}, {2, 3}}};
        graph.nodes[0].rank = 2;
        const Placement placement = place(graph.nodes, graph.edges, towards(Direction::LeftToRight));
        QCOMPARE(placement.nodes[0].center().x(), placement.nodes[3].center().x());
        QCOMPARE(placement.edges[0].points.size(), size_t(2));
        QCOMPARE(problem(graph, placement), QString());
    }

    void loneNodesArePackedWithinTheWishedWidth()
    {
        Graph graph;
        graph.nodes.assign(30, box());
        Options options;
        options.maxWidth = 700;
        const Placement placement = place(graph.nodes, graph.edges, options);
        QVERIFY(placement.bounds.width() <= 700);
        QVERIFY(placement.bounds.width() > 500);
        QCOMPARE(problem(graph, placement), QString());
    }

    void twoThousandNodesArePlaced()
    {
        const Graph graph = random(2000, 2200, 5, 3);
        QElapsedTimer timer;
        timer.start();
        const Placement placement = place(graph.nodes, graph.edges);
        qInfo("2,000 nodes, 2,200 edges: %lld ms, %.0f x %.0f px", timer.elapsed(), placement.bounds.width(),
              placement.bounds.height());
        QCOMPARE(placement.nodes.size(), size_t(2000));
        QCOMPARE(nodesOverlap(placement), QString());
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
