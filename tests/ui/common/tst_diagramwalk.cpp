#include "ui/common/diagramkeys.h"
#include "ui/common/diagramwalk.h"

#include <QtTest/QtTest>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

PictureNode node(const QString &id, qreal x, qreal y, Ink ink = Ink::Path)
{
    PictureNode made{id, QRectF(x, y, 100, 40), {}};
    made.look.title = u"title of "_s + id;
    made.look.ink = ink;
    return made;
}

PictureEdge edge(const QString &id, Ink ink = Ink::Path)
{
    PictureEdge made{id, {{0, 0}, {10, 0}}, {}, {}};
    made.look.ink = ink;
    return made;
}

// a -> b -> c to the right, d below b and nearer than it, e below everything and alone.
Picture picture()
{
    Picture made;
    made.nodes = {node(u"a"_s, 0, 0), node(u"b"_s, 400, 0), node(u"c"_s, 800, 0), node(u"d"_s, 200, 60, Ink::Quiet),
                  node(u"e"_s, 0, 300, Ink::Quiet)};
    made.edges = {edge(u"a>d"_s, Ink::Quiet), edge(u"a>b"_s), edge(u"b>c"_s)};
    made.bounds = QRectF(0, 0, 900, 340);
    return made;
}

QString towards(const QString &from, const QPointF &direction)
{
    const Picture all = picture();
    const PictureNode *found = nodeTowards(all, *all.find(from), direction);
    return found != nullptr ? found->id : QString();
}

} // namespace

class TestDiagramWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArrowKeyFollowsALitEdgeBeforeAnythingNearer()
    {
        QCOMPARE(towards(u"a"_s, {1, 0}), u"b"_s);
        QCOMPARE(towards(u"c"_s, {-1, 0}), u"b"_s);
    }

    void withoutAnEdgeItGoesToTheNearest()
    {
        QCOMPARE(towards(u"a"_s, {0, 1}), u"e"_s);
        QCOMPARE(towards(u"e"_s, {0, -1}), u"a"_s);
        QCOMPARE(towards(u"c"_s, {1, 0}), QString());
    }

    void thePathFollowsTheLitEdges()
    {
        QCOMPARE(wayOf(picture()), (std::vector<QString>{u"a"_s, u"b"_s, u"c"_s}));
        Picture own = picture();
        own.path = {u"c"_s, u"e"_s};
        QCOMPARE(wayOf(own), own.path);
        Picture dark = picture();
        for (PictureNode &each : dark.nodes) {
            each.look.ink = Ink::Quiet;
        }
        QCOMPARE(wayOf(dark).size(), size_t(5));
    }

    void theEdgesOfANodeAreThoseThatLeadOnFirst()
    {
        const Picture all = picture();
        const auto edges = edgesOf(all, u"b"_s);
        QCOMPARE(edges.size(), size_t(2));
        QCOMPARE(edges[0]->id, u"b>c"_s);
        QCOMPARE(edgesOf(all, u"a"_s)[0]->id, u"a>b"_s); // the lit one before the quiet one
    }

    void sentencesAreMadeOfWhatIsShownAndWhatIsSaid()
    {
        Picture all = picture();
        all.edges[1].look.label = u"yes"_s;
        QCOMPARE(edgeSentence(all, all.edges[1], base::Language::English), u"title of a leads to title of b: yes"_s);
        all.edges[1].look.said = u"a whole sentence"_s;
        QCOMPARE(edgeSentence(all, all.edges[1], base::Language::Chinese), u"a whole sentence"_s);
        all.nodes[0].look.said = u"fault"_s;
        all.nodes[0].look.detail = u"Service"_s;
        QCOMPARE(nodeSentence(all.nodes[0]), u"title of a, fault, Service"_s);
    }

    void aSearchTakesTitleDetailAndIdAndEveryWord()
    {
        Picture all = picture();
        all.nodes[1].look.detail = u"Pod · OOMKilled"_s;
        QCOMPARE(matchesIn(all, u"oomk"_s), std::vector<QString>{u"b"_s});
        QCOMPARE(matchesIn(all, u"title"_s).size(), size_t(5));
        QCOMPARE(matchesIn(all, u"title pod"_s), std::vector<QString>{u"b"_s});
        QVERIFY(matchesIn(all, u"  "_s).empty());
    }

    void everyKeyIsExplainedInBothLanguages()
    {
        QVERIFY(diagramKeys().size() >= 8);
        for (const DiagramKey &key : diagramKeys()) {
            QVERIFY(!key.keys.isEmpty() && !key.what.en.isEmpty() && !key.what.zh.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestDiagramWalk)
#include "tst_diagramwalk.moc"
