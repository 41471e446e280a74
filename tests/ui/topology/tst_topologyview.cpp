#include "ui/common/diagramitems.h"
#include "ui/topology/topologygroups.h"
#include "ui/topology/topologyview.h"

#include <QtCore/QDir>
#include <QtTest/QtTest>

#include <algorithm>

using namespace faultline;
using namespace Qt::StringLiterals;
using topology::Link;

namespace {

topology::Item item(model::Kind kind, const QString &name, guide::Layer layer, guide::LayerState state)
{
    topology::Item made;
    made.object = {kind, u"shop"_s, name};
    made.layer = layer;
    made.state = state;
    return made;
}

// Two Ingresses (one names a Service that is not there), a wrong selector, an old ReplicaSet with 20 crashing Pods.
topology::Topology story()
{
    using guide::Layer;
    using guide::LayerState;
    topology::Topology made;
    made.items = {item(model::Kind::Ingress, u"orders"_s, Layer::Ingress, LayerState::Explained),
                  item(model::Kind::Service, u"orders"_s, Layer::Service, LayerState::Fault),
                  item(model::Kind::Pod, u"orders-a-1"_s, Layer::Pods, LayerState::Fine),
                  item(model::Kind::ReplicaSet, u"orders-a"_s, Layer::Rollout, LayerState::Fine),
                  item(model::Kind::Deployment, u"orders"_s, Layer::Rollout, LayerState::Fine),
                  item(model::Kind::ReplicaSet, u"orders-b"_s, Layer::Rollout, LayerState::Fine),
                  item(model::Kind::Pod, u"orders-b-1"_s, Layer::Pods, LayerState::Fault),
                  item(model::Kind::Ingress, u"shop"_s, Layer::Ingress, LayerState::Fault),
                  item(model::Kind::Service, u"order"_s, Layer::Service, LayerState::Fault)};
    made.items[5].old = true;
    made.items[6].old = true;
    made.items[6].count = 20;
    made.items[6].fate = u"CrashLoopBackOff"_s;
    made.items[8].found = false;
    made.items[8].similar = u"orders"_s;
    made.links = {{0, 1, Link::Kind::RoutesTo, Link::Match::Fine, u":80"_s, u":80"_s},
                  {1, 2, Link::Kind::Selects, Link::Match::Wrong, u"tier=backedn"_s, u"tier=backend"_s},
                  {1, 6, Link::Kind::Selects, Link::Match::Suspected, u"targetPort 8080"_s, u"8081"_s},
                  {3, 2, Link::Kind::Owns, Link::Match::Fine, {}, {}},
                  {4, 3, Link::Kind::Owns, Link::Match::Fine, {}, {}},
                  {4, 5, Link::Kind::Owns, Link::Match::Fine, {}, {}},
                  {5, 6, Link::Kind::Owns, Link::Match::Fine, {}, {}},
                  {7, 8, Link::Kind::RoutesTo, Link::Match::Wrong, u":80"_s, {}},
                  {8, 1, Link::Kind::PerhapsIs, Link::Match::Suspected, u"orders"_s, {}}};
    made.links[1].place = {made.items[1].object, u"spec.selector.tier"_s, u"tier=backedn"_s};
    made.failing = Layer::Service;
    made.hasFailing = true;
    return made;
}

// A Deployment without ReplicaSets whose Pods are all well.
topology::Topology crowd(int pods)
{
    topology::Topology made;
    made.items = {item(model::Kind::Pod, u"web-0"_s, guide::Layer::Pods, guide::LayerState::Fine),
                  item(model::Kind::Deployment, u"web"_s, guide::Layer::Rollout, guide::LayerState::Fine)};
    made.items[0].count = pods;
    made.items[0].ready = true;
    made.items[0].fate = u"Running"_s;
    for (int pod = 0; pod < pods; ++pod) {
        made.items[0].members.push_back({model::Kind::Pod, u"shop"_s, u"web-%1"_s.arg(pod)});
    }
    made.links = {{1, 0, Link::Kind::Owns, Link::Match::Fine, {}, {}}};
    return made;
}

QRectF rectOf(const ui::Picture &picture, const QString &id)
{
    const ui::PictureNode *node = picture.find(id);
    return node != nullptr ? node->rect : QRectF();
}

} // namespace

class TestTopologyView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsStandAboveEachOther()
    {
        const ui::Picture picture = ui::topologyPicture(story(), base::Language::English);
        QCOMPARE(picture.bands.size(), size_t(4));
        QCOMPARE(picture.bands[1].title, u"Service"_s);
        QVERIFY(!picture.bands[0].tinted && picture.bands[1].tinted && !picture.bands[2].tinted);
        QCOMPARE(picture.bands[1].note, u"fault"_s); // not by colour alone
        QCOMPARE(picture.bands[1].glyph, ui::Glyph::Cross);
        QCOMPARE(picture.bands[3].title, u"Old"_s);
        QVERIFY(rectOf(picture, u"Ingress/shop/orders"_s).bottom() < rectOf(picture, u"Service/shop/orders"_s).top());
        QVERIFY(rectOf(picture, u"Service/shop/orders"_s).bottom() < rectOf(picture, u"Pod/shop/orders-a-1"_s).top());
        QCOMPARE(rectOf(picture, u"Ingress/shop/orders"_s).center().x(),
                 rectOf(picture, u"Pod/shop/orders-a-1"_s).center().x());
    }

    void anOldReplicaSetStandsBelowTheNewest()
    {
        const ui::Picture picture = ui::topologyPicture(story(), base::Language::English);
        const QRectF newest = rectOf(picture, u"ReplicaSet/shop/orders-a"_s);
        const QRectF old = rectOf(picture, u"ReplicaSet/shop/orders-b"_s);
        QVERIFY(old.top() > newest.bottom());
        QCOMPARE(old.center().y(), rectOf(picture, u"Pod/shop/orders-b-1"_s).center().y());
        QVERIFY(rectOf(picture, u"Deployment/shop/orders"_s).right() < newest.left());
    }

    void bothValuesStandOnTheWrongEdge()
    {
        const ui::Picture picture = ui::topologyPicture(story(), base::Language::English);
        const ui::EdgeLook &wrong = picture.edges[1].look;
        QCOMPARE(wrong.label, u"tier=backedn ≠ tier=backend"_s);
        QVERIFY(wrong.dashed);
        QCOMPARE(wrong.ink, ui::Ink::Fault);
        QCOMPARE(wrong.glyph, ui::Glyph::Cross);
        QCOMPARE(picture.edges[0].look.label, u":80"_s);
        QCOMPARE(picture.edges[2].look.ink, ui::Ink::Suspected);
        QCOMPARE(picture.edges[7].look.label, u":80"_s); // the gap itself says that nothing is there
        QCOMPARE(picture.edges[1].look.said,
                 u"orders selects orders-a-1: tier=backedn, orders-a-1 has tier=backend, wrong"_s);
    }

    void aGapIsAGhostThatNamesTheLikelyOne()
    {
        const ui::Picture picture = ui::topologyPicture(story(), base::Language::English);
        const ui::NodeLook &gap = picture.find(u"Service/shop/order"_s)->look;
        QVERIFY(gap.dashed);
        QCOMPARE(gap.title, u"no Service order"_s);
        QCOMPARE(gap.detail, u"does not exist"_s);
        QCOMPARE(picture.edges[8].look.label, u"did you mean orders?"_s);
        QCOMPARE(picture.find(u"Pod/shop/orders-b-1"_s)->look.title, u"20 CrashLoopBackOff"_s);
    }

    void noEdgeCrossesABoxAndNoLabelIsHidden()
    {
        const ui::Picture picture = ui::topologyPicture(story(), base::Language::Chinese);
        for (const ui::PictureEdge &edge : picture.edges) {
            for (const ui::PictureNode &node : picture.nodes) {
                QVERIFY(!edge.label.intersects(node.rect));
                for (size_t i = 0; i + 1 < edge.points.size(); ++i) {
                    const QRectF line = QRectF(edge.points[i], edge.points[i + 1]).normalized();
                    QVERIFY(!line.adjusted(-0.1, -0.1, 0.1, 0.1).intersects(node.rect.adjusted(1, 1, -1, -1)));
                }
            }
        }
    }

    void aClickTellsWhichObject()
    {
        ui::TopologyView view;
        view.resize(900, 420);
        view.setTopology(story());
        view.show();
        view.zoomToFit();
        QSignalSpy spy(&view, &ui::TopologyView::objectActivated);
        const QPointF middle = rectOf(view.picture(), u"Service/shop/orders"_s).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(middle));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front().front().value<model::ObjectRef>(), view.topology().items[1].object);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(spy.count(), 1);
    }

    void aClickOnAnArrowTellsTheFieldThatIsWrong()
    {
        ui::TopologyView view;
        view.resize(900, 420);
        view.setTopology(story());
        view.show();
        QSignalSpy spy(&view, &ui::TopologyView::placeActivated);
        const QPointF label = view.picture().edges[1].label.center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(label));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front()[0].value<model::ObjectRef>(), view.topology().items[1].object);
        QCOMPARE(spy.front()[1].toString(), u"spec.selector.tier"_s);
    }

    void aGroupOpensInPlaceAndStaysOpenWhileDataStreamsIn()
    {
        topology::Topology made = crowd(5000);
        ui::TopologyView view;
        view.resize(900, 420);
        view.setTopology(made);
        QCOMPARE(view.picture().find(u"Pod/shop/web-0"_s)->look.title, u"5,000 ready"_s);
        const size_t closed = view.picture().nodes.size();
        view.find(u"web-4711"_s);
        QCOMPARE(view.matches(), std::vector<QString>{u"Pod/shop/web-0"_s}); // by the name of a member
        view.endFind();
        const QRectF before = rectOf(view.picture(), u"Deployment/shop/web"_s);
        view.toggleGroup(u"Pod/shop/web-0"_s);
        QCOMPARE(view.picture().nodes.size(), closed + size_t(ui::kMostMembers));
        QCOMPARE(view.picture().nodes.back().look.title, u"+4,953 more"_s);
        QCOMPARE(view.picture().frames.size(), size_t(1));
        QVERIFY(view.picture().frames[0].rect.contains(rectOf(view.picture(), u"Pod/shop/web-7#one"_s)));
        QCOMPARE(rectOf(view.picture(), u"Deployment/shop/web"_s), before); // nothing of the rest moves
        made.items.front().members.pop_back();
        --made.items.front().count;
        view.setTopology(made);
        QCOMPARE(view.picture().nodes.back().look.title, u"+4,952 more"_s);
        view.toggleGroup(u"Pod/shop/web-0"_s);
        QCOMPARE(view.picture().nodes.size(), closed);
    }

    void aClickOnAGroupOpensItAndShowsItsFirstMember()
    {
        ui::TopologyView view;
        view.resize(900, 420);
        view.setTopology(crowd(60));
        view.show();
        QSignalSpy spy(&view, &ui::TopologyView::objectActivated);
        const QPointF middle = rectOf(view.picture(), u"Pod/shop/web-0"_s).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(middle));
        QCOMPARE(spy.count(), 1);
        QVERIFY(view.picture().find(u"Pod/shop/web-9#one"_s) != nullptr);
        view.resize(636, 200);
        view.toggleGroup(u"Pod/shop/web-0"_s);
        view.toggleGroup(u"Pod/shop/web-0"_s);
        QTRY_VERIFY(view.isInView(u"Pod/shop/web-0"_s) && view.isInView(u"Pod/shop/web-1#one"_s));
    }

    void whatFailsIsMarkedWhereItIsWhenItsLayerHasNoBox()
    {
        topology::Topology only = crowd(1);
        only.failing = guide::Layer::Exposure; // a load balancer without an address: the Service is what there is
        only.hasFailing = true;
        only.failingObject = only.items[1].object;
        const ui::Picture picture = ui::topologyPicture(only, base::Language::English);
        QCOMPARE(
            std::count_if(picture.bands.begin(), picture.bands.end(), [](const auto &band) { return band.tinted; }), 1);
    }

    void aPodThatDoesNotWorkIsNeverCalledFine()
    {
        topology::Item leftover = item(model::Kind::Pod, u"old"_s, guide::Layer::Pods, guide::LayerState::Fine);
        leftover.fate = u"Error"_s;
        QCOMPARE(ui::topologyNodeLook(leftover, base::Language::English).glyph, ui::Glyph::None);
        leftover.ready = true;
        QCOMPARE(ui::topologyNodeLook(leftover, base::Language::English).glyph, ui::Glyph::Check);
    }

    void whatIsBrokenStaysInViewWhereNotAllFits()
    {
        topology::Topology only = story();
        for (topology::Item &each : only.items) {
            each.state = guide::LayerState::Fine;
        }
        for (const size_t broken : {size_t(0), size_t(2), size_t(4), size_t(7)}) {
            topology::Topology one = only;
            one.items[broken].state = guide::LayerState::Fault;
            ui::TopologyView view;
            view.resize(240, 160);
            view.setTopology(one);
            view.show();
            const QString id = ui::topologyId(one, int(broken));
            QVERIFY2(view.isInView(id), qPrintable(id));
        }
    }

    void theLanguageSwitchesLiveAndClusterWordsStay()
    {
        ui::TopologyView view;
        view.setTopology(story());
        view.setLanguage(base::Language::Chinese);
        QCOMPARE(view.picture().find(u"Service/shop/order"_s)->look.detail, u"不存在"_s);
        QCOMPARE(view.picture().edges[8].look.label, u"是否应为 orders？"_s);
        QCOMPARE(view.picture().edges[1].look.label, u"tier=backedn ≠ tier=backend"_s);
        view.setLanguage(base::Language::English);
        QVERIFY(view.picture().find(u"Service/shop/order"_s)->look.detail.startsWith(u"does not exist"));
    }

    void withoutObjectsItSaysSo()
    {
        ui::TopologyView view;
        view.setTopology({});
        QVERIFY(view.picture().nodes.empty());
        QVERIFY(view.picture().emptyText.contains(u"No object"));
        view.zoomToFit(); // does nothing, and does not divide by the empty picture
        QCOMPARE(view.zoom(), 1.0);
    }

    void twoBoxesOfOneObjectHaveIdsOfTheirOwn()
    {
        topology::Topology twice;
        twice.items = {story().items[2], story().items[2]};
        QCOMPARE(ui::topologyId(twice, 0), u"Pod/shop/orders-a-1"_s);
        QCOMPARE(ui::topologyId(twice, 1), u"Pod/shop/orders-a-1#1"_s);
    }

    void clusterTextIsNeverMarkup()
    {
        topology::Topology odd = story();
        odd.links[1].left = u"tier=\u202Edne"_s; // turns round what follows
        QVERIFY(!ui::topologyPicture(odd, base::Language::English).edges[1].look.label.contains(QChar(0x202E)));
        QCOMPARE(ui::plainTip(u"<b>x</b>\ny"_s), u"<span>&lt;b&gt;x&lt;/b&gt;<br>y</span>"_s);
        QCOMPARE(ui::plainTip({}), QString());
    }

    void picturesForAPersonToLookAt()
    {
        QDir folder(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/pictures"_s);
        QVERIFY(folder.mkpath(u"."_s));
        for (const ui::Theme &theme : {ui::Theme::light(), ui::Theme::dark()}) {
            ui::TopologyView view;
            view.setTheme(theme);
            view.setTopology(story());
            view.resize(900, 420);
            view.show();
            view.zoomToFit();
            const QString name = theme.scheme == ui::Scheme::Dark ? u"topology-dark.png"_s : u"topology-light.png"_s;
            QVERIFY(view.grab().save(folder.filePath(name)));
            view.setTopology(crowd(5000));
            view.toggleGroup(u"Pod/shop/web-0"_s);
            view.find(u"web-1"_s);
            QVERIFY(view.grab().save(folder.filePath(u"opened-"_s + name)));
        }
    }
};

QTEST_MAIN(TestTopologyView)
#include "tst_topologyview.moc"
