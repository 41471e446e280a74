#include "tests/support/chartfixture.h"
#include "ui/flowchart/chartcells.h"
#include "ui/flowchart/chartpicture.h"

#include <QtTest/QtTest>

#include <set>

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

guide::Node question(const QString &id, const QString &yes, const QString &no, const QString &unknown,
                     const QStringList &origin = {u"v1"_s})
{
    guide::Node node;
    node.id = id;
    node.origin = origin;
    node.layer = guide::Layer::Pods;
    node.text = {id, id + u"吗？"_s};
    const auto edge = [](const QString &to) {
        guide::Edge made;
        made.to = to;
        made.ask = to.isEmpty();
        return made;
    };
    node.yes = edge(yes);
    node.no = edge(no);
    node.unknown = edge(unknown);
    return node;
}

guide::Node leaf(const QString &id, const QStringList &origin = {u"v1"_s})
{
    guide::Node node;
    node.id = id;
    node.origin = origin;
    node.layer = guide::Layer::Pods;
    node.type = guide::NodeType::Resolution;
    node.text = {id, id};
    return node;
}

QString answersOf(const ui::ChartEdge &edge)
{
    QStringList words;
    for (const checks::Answer answer : edge.answers) {
        words += answer == checks::Answer::Yes ? u"yes"_s : answer == checks::Answer::No ? u"no"_s : u"unknown"_s;
    }
    return words.join(u'/');
}

QStringList linesOf(const ui::ChartGraph &graph)
{
    QStringList lines;
    for (const ui::ChartEdge &edge : graph.edges) {
        lines += u"%1 -%2-> %3 folded %4"_s
                     .arg(graph.nodes[size_t(edge.from)].id, answersOf(edge), graph.nodes[size_t(edge.to)].id)
                     .arg(edge.folded);
    }
    return lines;
}

std::vector<guide::Node> smallGuide()
{
    const QStringList ext{u"ext"_s};
    return {question(u"a"_s, u"x"_s, u"leafA"_s, {}),
            question(u"x"_s, u"leafX"_s, u"y"_s, u"y"_s, ext),
            question(u"y"_s, u"leafY"_s, u"b"_s, u"b"_s, ext),
            question(u"b"_s, u"leafB"_s, u"leafA"_s, u"leafA"_s),
            leaf(u"leafA"_s),
            leaf(u"leafB"_s),
            leaf(u"leafX"_s, ext),
            leaf(u"leafY"_s)};
}

} // namespace

class TestChartGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerLeadsPastFoldedChecks()
    {
        const auto nodes = smallGuide();
        const ui::ChartGraph graph = ui::chartGraph(nodes, ui::originalNodes(nodes));
        QCOMPARE(graph.folded, 3);
        QCOMPARE(linesOf(graph),
                 QStringList({u"a -yes-> b folded 2"_s, u"a -no-> leafA folded 0"_s, u"b -yes-> leafB folded 0"_s,
                              u"b -no-> leafA folded 0"_s, u"a -yes-> leafY folded 2"_s}));
    }

    void everyCheckIsShownOnDemand()
    {
        const auto nodes = smallGuide();
        QSet<QString> all;
        for (const guide::Node &node : nodes) {
            all.insert(node.id);
        }
        const ui::ChartGraph graph = ui::chartGraph(nodes, all);
        QCOMPARE(graph.folded, 0);
        QVERIFY(linesOf(graph).contains(u"x -no-> y folded 0"_s));
        QVERIFY(linesOf(graph).contains(u"a -yes-> x folded 0"_s));
    }

    void aLoopOfFoldedNodesIsNoTrap()
    {
        std::vector<guide::Node> nodes = smallGuide();
        nodes[2] = question(u"y"_s, u"x"_s, u"x"_s, u"b"_s, {u"ext"_s});
        QVERIFY(linesOf(ui::chartGraph(nodes, ui::originalNodes(nodes))).contains(u"a -yes-> b folded 2"_s));
    }

    void aBranchGoesDownAndItsLeafStandsRight()
    {
        auto nodes = smallGuide();
        nodes[0].spine = true;
        const ui::ChartGraph graph = ui::chartGraph(nodes, ui::originalNodes(nodes));
        const auto cells = ui::chartCells(graph);
        const auto cell = [&](const QString &id) { return cells[size_t(graph.indexOf(id))]; };
        QCOMPARE(cell(u"a"_s), (ui::ChartCell{0, 0}));
        QCOMPARE(cell(u"b"_s), (ui::ChartCell{0, 1}));
        QCOMPARE(cell(u"leafB"_s).column, 1);
        std::set<std::pair<int, int>> taken;
        for (const ui::ChartCell &one : cells) {
            QVERIFY(taken.emplace(one.column, one.row).second);
        }
    }

    void theLitPathSaysWhoAnsweredWhat()
    {
        const auto nodes = smallGuide();
        guide::Diagnosis diagnosis;
        diagnosis.walks.push_back(test::walkOf(
            {guide::Layer::Pods,
             {{u"a"_s, u"yes"_s}, {u"x"_s, u"notTried"_s}, {u"y"_s, u"unknown"_s}, {u"b"_s, u"person yes"_s}},
             guide::Walk::End::Leaf,
             u"leafB"_s}));
        const ui::ChartLight light = ui::chartLight(diagnosis, {0, 3});
        QCOMPARE(light.focus, u"b"_s);
        const ui::Picture picture = ui::chartPicture({nodes, {}, light}).picture;
        const auto detail = [&](const QString &id) { return picture.find(id)->look.detail; };
        QCOMPARE(detail(u"a"_s), u"cluster: yes"_s);
        QCOMPARE(detail(u"x"_s), u"not tried yet"_s);
        QCOMPARE(detail(u"y"_s), u"could not be checked"_s);
        QCOMPARE(detail(u"b"_s), u"you: yes"_s);
        QVERIFY(picture.find(u"x"_s)->look.dashed);
        QVERIFY(picture.find(u"y"_s)->look.hatched);
        QCOMPARE(picture.find(u"leafB"_s)->look.ink, ui::Ink::Fault);
        QCOMPARE(picture.find(u"leafB"_s)->look.glyph, ui::Glyph::Cross);
        QVERIFY(picture.find(u"leafA"_s)->look.ink == ui::Ink::Quiet);
        QVERIFY(picture.find(u"leafX"_s) == nullptr); // a check of ours that was not on the way
    }

    void aSuspicionIsNoProof()
    {
        guide::Node node = leaf(u"l"_s);
        ui::LitNode lit;
        lit.role = ui::LitNode::Role::Leaf;
        lit.certainty = guide::Certainty::Suspected;
        QCOMPARE(ui::chartNodeLook(node, &lit, base::Language::English).ink, ui::Ink::Suspected);
        lit.certainty = guide::Certainty::Proven;
        node.verdict = guide::LeafVerdict::Done;
        QCOMPARE(ui::chartNodeLook(node, &lit, base::Language::English).ink, ui::Ink::Fine);
        lit.isSure = false;
        QCOMPARE(ui::chartNodeLook(node, &lit, base::Language::English).ink, ui::Ink::Unknown);
        QCOMPARE(ui::chartNodeLook(node, &lit, base::Language::English).detail, u"not tried yet"_s);
        node.verdict = guide::LeafVerdict::Intended;
        QCOMPARE(ui::chartNodeLook(node, &lit, base::Language::English).glyph, ui::Glyph::Dash);
    }
};

QTEST_MAIN(TestChartGraph)
#include "tst_chartgraph.moc"
