#include "core/guide/diagnosis.h"
#include "core/guide/subjectlist.h"
#include "core/model/changes.h"
#include "core/model/clusterlists.h"
#include "core/model/ingresscontroller.h"
#include "core/model/podsbylabel.h"
#include "tests/support/decoded.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::model;
using faultline::test::decoded;

// Before the raw strings below, which moc does not get through.
/// The picture after changes is what it would be if it had been read as a whole: what is not made anew is not missed.
class ClusterIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureAfterChangesIsAsOneReadAnew_data();
    void aPictureAfterChangesIsAsOneReadAnew();
    void whatDidNotChangeIsShared();
    void manyWhoAskForPodsGetWhatTheFirstGot();
    void anyControllersPodIsToldAsEachControllersIs();
    void anObjectThatOthersShareIsCopiedBeforeItIsEdited();
};

namespace {

constexpr int kRounds = 300;
const QByteArrayList kNamespaces{"default", "shop", "team"};

QByteArray number(quint32 value) { return QByteArray::number(value); }

/// Objects of a few names that lead to each other, so that any change makes or breaks something.
class Chance
{
public:
    explicit Chance(quint32 seed) : m_random(seed) {}

    quint32 below(quint32 bound) { return m_random.bounded(bound); }

    QByteArray object()
    {
        static constexpr std::array kMakers{&Chance::pod,   &Chance::pod,   &Chance::replicaSet, &Chance::deployment,
                                            &Chance::slice, &Chance::event, &Chance::service,    &Chance::ingress,
                                            &Chance::route, &Chance::node,  &Chance::endpoints};
        return (this->*kMakers.at(below(kMakers.size())))();
    }

    ObjectRef ref()
    {
        static constexpr std::array kKinds{Kind::Pod,   Kind::ReplicaSet, Kind::Deployment, Kind::EndpointSlice,
                                           Kind::Event, Kind::Service,    Kind::Ingress,    Kind::HTTPRoute,
                                           Kind::Node,  Kind::Endpoints};
        const Kind kind = kKinds.at(below(kKinds.size()));
        const QString name = QString::fromLatin1(stemOf(kind) + number(below(4)));
        return {kind, isNamespaced(kind) ? QString::fromLatin1(nameSpace()) : QString(), name};
    }

private:
    static QByteArray stemOf(Kind kind)
    {
        switch (kind) {
        case Kind::Pod:
            return "p";
        case Kind::ReplicaSet:
            return "d0-h";
        case Kind::Deployment:
            return "d";
        case Kind::Node:
            return "n";
        case Kind::Event:
            return "e";
        default:
            return "s";
        }
    }

    QByteArray nameSpace() { return kNamespaces[below(3)]; }

    QByteArray made(const QByteArray &api, Kind kind, const QByteArray &meta, const QByteArray &rest)
    {
        const QByteArray name = stemOf(kind) + number(below(4));
        const QByteArray space = isNamespaced(kind) ? R"("namespace":")" + nameSpace() + "\"," : QByteArray();
        return R"({"apiVersion":")" + api + R"(","kind":")" + kindName(kind).toLatin1() + R"(","metadata":{)" + space +
               R"("name":")" + name + R"(","uid":"u)" + number(below(2)) + R"(","resourceVersion":")" +
               number(++m_version) + "\"" + meta + "}" + rest + "}";
    }

    QByteArray owner(const QByteArray &kind, const QByteArray &name)
    {
        return R"(,"ownerReferences":[{"controller":true,"kind":")" + kind + R"(","name":")" + name + R"(","uid":"u)" +
               number(below(2)) + "\"}]";
    }

    QByteArray pod()
    {
        const QByteArray hash = "h" + number(below(4));
        const QByteArray app = below(5) == 0 ? QByteArray("traefik") : "web" + number(below(2));
        return made("v1", Kind::Pod,
                    R"(,"labels":{"app":")" + app + R"(","pod-template-hash":")" + hash + "\"}" +
                        (below(4) == 0 ? QByteArray() : owner("ReplicaSet", "d0-" + hash)),
                    R"(,"spec":{"nodeName":"n)" + number(below(4)) + R"(","containers":[{"name":"c","image":"i"}]})");
    }
    QByteArray replicaSet()
    {
        return made("apps/v1", Kind::ReplicaSet,
                    below(3) == 0 ? QByteArray() : owner("Deployment", "d" + number(below(2))),
                    R"(,"spec":{"template":{"metadata":{"labels":{"app":"web0"}}}})");
    }
    QByteArray deployment()
    {
        return made("apps/v1", Kind::Deployment, "",
                    R"(,"spec":{"template":{"metadata":{"labels":{"app":"web)" + number(below(2)) + "\"}}}}");
    }
    QByteArray slice()
    {
        return made("discovery.k8s.io/v1", Kind::EndpointSlice,
                    R"(,"labels":{"kubernetes.io/service-name":"s)" + number(below(4)) + "\"}", "");
    }
    QByteArray endpoints()
    {
        return made("v1", Kind::Endpoints, "",
                    R"(,"subsets":[{"addresses":[{"ip":"10.0.0.1"}]},{"addresses":[{"ip":"10.0.0.2"}]}])");
    }
    QByteArray service()
    {
        return made("v1", Kind::Service, "", R"(,"spec":{"selector":{"app":"web)" + number(below(3)) + "\"}}");
    }
    QByteArray ingress()
    {
        return made("networking.k8s.io/v1", Kind::Ingress, "",
                    R"(,"spec":{"defaultBackend":{"service":{"name":"s)" + number(below(4)) +
                        R"(","port":{"number":80}}}})");
    }
    QByteArray route()
    {
        return made("gateway.networking.k8s.io/v1", Kind::HTTPRoute, "",
                    R"(,"spec":{"rules":[{"backendRefs":[{"name":"s)" + number(below(4)) + R"(","namespace":")" +
                        nameSpace() + R"(","port":80}]}]})");
    }
    QByteArray node() { return made("v1", Kind::Node, "", ""); }
    /// Also about Nodes, about former objects, and, as only an odd dump has it, about another namespace's.
    QByteArray event()
    {
        const bool isOfNode = below(3) == 0;
        const QByteArray about = isOfNode ? R"("kind":"Node","name":"n)" : R"("kind":"Pod","name":"p)";
        const QByteArray space = isOfNode ? QByteArray() : R"("namespace":")" + nameSpace() + "\",";
        return made("v1", Kind::Event, "",
                    R"(,"involvedObject":{)" + space + about + number(below(4)) + R"(","uid":"u)" + number(below(2)) +
                        R"("},"reason":"r","lastTimestamp":"2026-11-23T10:00:0)" + number(below(9)) + R"(Z")");
    }

    QRandomGenerator m_random;
    quint32 m_version = 1;
};

template <typename T> QStringList namesOf(const std::vector<const T *> &objects)
{
    QStringList names;
    for (const T *object : objects)
        names.append(refOf(*object).toString() + u'@' + object->meta.resourceVersion);
    return names;
}

/// Everything that a Cluster leads to, as words.
QStringList looksOf(const Cluster &cluster)
{
    QStringList looks;
    const auto add = [&looks](const QString &what, const QStringList &found) {
        looks.append(what + u": "_s + found.join(u' '));
    };
    for (const Workload &workload : cluster.workloads()) {
        const QString name = workload.ref().toString();
        add(name + u" pods"_s, namesOf(cluster.podsOf(workload)));
        add(name + u" workloads"_s, namesOf(cluster.workloadsOwnedBy(workload)));
        add(name + u" owned"_s, {QString::number(cluster.isOwned(workload))});
        add(name + u" events"_s, namesOf(cluster.eventsOf(workload.ref())));
    }
    for (const Pod &pod : cluster.pods()) {
        const Workload *top = cluster.topWorkload(pod);
        add(refOf(pod).toString() + u" top"_s, {top ? top->ref().toString() : QString()});
        add(refOf(pod).toString() + u" events"_s, namesOf(cluster.eventsOf(refOf(pod))));
    }
    for (const Service &service : cluster.services()) {
        add(service.ref().toString() + u" slices"_s, namesOf(cluster.slicesOf(service)));
        add(service.ref().toString() + u" routes"_s,
            namesOf(cluster.routesTo(service.meta.nameSpace, service.meta.name)));
        add(service.ref().toString() + u" pods"_s, namesOf(cluster.podsSelectedBy(service)));
    }
    for (int i = 0; i < 4; ++i) {
        const QString node = u"n%1"_s.arg(i);
        add(node + u" pods"_s, namesOf(cluster.podsOnNode(node)));
        add(node + u" events"_s, namesOf(cluster.eventsOf({Kind::Node, {}, node})));
        add(node, {QString::number(cluster.node(node) != nullptr)});
    }
    add(u"controllers"_s, namesOf(cluster.controllerPods()));
    const std::vector<QString> used = cluster.namespacesInUse();
    add(u"namespaces"_s, QStringList(used.begin(), used.end()));
    return looks;
}

QStringList textsOf(const std::vector<ObjectRef> &refs)
{
    QStringList texts;
    for (const ObjectRef &ref : refs)
        texts.append(ref.toString());
    return texts;
}

Changes changesBy(Chance &chance)
{
    QByteArrayList objects;
    Changes changes;
    for (quint32 i = chance.below(6); i > 0; --i)
        objects.append(chance.object());
    changes.objects = decoded(R"({"apiVersion":"v1","kind":"List","items":[)" + objects.join(',') + "]}");
    for (quint32 i = chance.below(4); i > 0; --i)
        changes.gone.push_back(chance.ref());
    if (chance.below(12) == 0)
        changes.relisted.insert(chance.ref().kind);
    std::vector<Changes> one;
    one.push_back(std::move(changes));
    return coalesced(std::move(one));
}

} // namespace

void ClusterIndexTest::aPictureAfterChangesIsAsOneReadAnew_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void ClusterIndexTest::aPictureAfterChangesIsAsOneReadAnew()
{
    QFETCH(quint32, seed);
    Chance chance(seed);
    auto cluster = std::make_shared<const Cluster>(ClusterData());
    guide::SubjectList subjects;
    subjects.update(*cluster, {});
    size_t mostPods = 0;
    size_t mostEvents = 0;
    for (int round = 0; round < kRounds; ++round) {
        const Next next = nextOf(*cluster, changesBy(chance));
        const Cluster whole(next.cluster->data());
        const QStringList found = looksOf(*next.cluster);
        const QStringList wanted = looksOf(whole);
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            QVERIFY2(found.value(i) == wanted[i],
                     qPrintable(u"round %1: %2\n   instead of %3"_s.arg(round).arg(found.value(i), wanted[i])));
        }
        QCOMPARE(textsOf(subjects.update(*next.cluster, next.touched)), textsOf(guide::subjectsOf(whole)));
        cluster = next.cluster;
        mostPods = std::max(mostPods, cluster->pods().size());
        mostEvents = std::max(mostEvents, cluster->data().events.size());
    }
    // A kind that was read again may have nothing left at the end; what counts is that there was something to lead to.
    QVERIFY(mostPods > 3);
    QVERIFY(mostEvents > 3);
}

void ClusterIndexTest::whatDidNotChangeIsShared()
{
    Chance chance(7);
    QByteArrayList objects;
    for (int i = 0; i < 200; ++i)
        objects.append(chance.object());
    const Cluster before(decoded(R"({"apiVersion":"v1","kind":"List","items":[)" + objects.join(',') + "]}"));
    Changes changes;
    changes.objects = decoded(
        R"({"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"another","uid":"x"},"spec":{"containers":[]}})");
    const Next next = nextOf(before, std::move(changes));
    QCOMPARE(next.cluster->pods().size(), before.pods().size() + 1);
    for (const Pod &pod : before.pods())
        QCOMPARE(next.cluster->pod(pod.meta.nameSpace, pod.meta.name), &pod);
    for (const Service &service : before.services())
        QCOMPARE(next.cluster->service(service.meta.nameSpace, service.meta.name), &service);
}

void ClusterIndexTest::manyWhoAskForPodsGetWhatTheFirstGot()
{
    QRandomGenerator random(3);
    const auto labels = [&random] {
        Labels made;
        for (const QString &key : {u"app"_s, u"tier"_s, u"track"_s}) {
            if (random.bounded(3) > 0)
                made.insert(key, QString::number(random.bounded(3)));
        }
        return made;
    };
    std::vector<Pod> pods(60);
    PodsByLabel byLabel;
    for (Pod &pod : pods) {
        pod.meta.labels = labels();
        byLabel.add(pod);
    }
    size_t most = 0;
    for (int i = 0; i < 100; ++i) {
        const Labels selector = i % 10 == 0 ? Labels{{u"app"_s, u"none"_s}} : labels();
        std::vector<const Pod *> wanted;
        for (const Pod &pod : pods) {
            if (pod.meta.labels.containsAll(selector))
                wanted.push_back(&pod);
        }
        QCOMPARE(byLabel.with(selector), wanted);
        most = std::max(most, wanted.size());
    }
    QVERIFY(most > 3);
}

void ClusterIndexTest::anyControllersPodIsToldAsEachControllersIs()
{
    const auto isPodOfOne = [](const Pod &pod) {
        const auto controllers = ingressControllers();
        return std::any_of(controllers.begin(), controllers.end(),
                           [&pod](const IngressController &each) { return isPodOf(pod, each); });
    };
    QStringList words{u"web"_s, u"nginx"_s, u"registry.example.com/web:1"_s, QString()};
    for (const IngressController &controller : ingressControllers()) {
        for (const QLatin1StringView name : controller.names)
            words += {name, u"registry.example.com/"_s + name + u":1"_s};
    }
    int theirs = 0;
    for (const QString &word : std::as_const(words)) {
        for (const QString &label : {u"app"_s, u"app.kubernetes.io/name"_s, u"tier"_s}) {
            Pod labelled;
            labelled.spec = std::make_shared<const PodSpec>();
            labelled.meta.labels.insert(label, word);
            QCOMPARE(isPodOfAnyController(labelled), isPodOfOne(labelled));
            theirs += isPodOfAnyController(labelled) ? 1 : 0;
        }
        Pod running;
        PodSpec spec;
        spec.containers.resize(1);
        spec.containers.front().image = word;
        running.spec = std::make_shared<const PodSpec>(spec);
        QCOMPARE(isPodOfAnyController(running), isPodOfOne(running));
    }
    QVERIFY(theirs >= 2 * static_cast<int>(ingressControllers().size()));
}

void ClusterIndexTest::anObjectThatOthersShareIsCopiedBeforeItIsEdited()
{
    ObjectList<Namespace> list;
    list.add({{}, u"Active"_s}).meta.name = u"shop"_s;
    ObjectList<Namespace> copy = list;
    QCOMPARE(&copy[0], &list[0]);
    copy.edit(0).phase = u"Terminating"_s;
    QCOMPARE(list[0].phase, u"Active"_s);
    QCOMPARE(copy[0].phase, u"Terminating"_s);
    const Namespace *own = &copy[0];
    copy.edit(0).phase = u"Active"_s;
    QCOMPARE(&copy[0], own);
    QCOMPARE(copy[0].meta.name, u"shop"_s);
    erase_if(copy, [](const Namespace &one) { return one.meta.name == "shop"_L1; });
    QVERIFY(copy.empty());
    QCOMPARE(list.size(), size_t(1));
}

QTEST_APPLESS_MAIN(ClusterIndexTest)
#include "tst_clusterindex.moc"
