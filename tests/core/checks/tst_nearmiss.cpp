#include "core/checks/shared/candidates.h"
#include "core/checks/shared/nearmiss.h"
#include "core/checks/shared/ports.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using checks::SelectorScore;
using model::Labels;

namespace {

Labels labelsFrom(const QString &text)
{
    Labels labels;
    for (const QString &pair : text.split(u',', Qt::SkipEmptyParts))
        labels.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return labels;
}

model::Workload workload(const QString &name, const QString &labels)
{
    model::Workload made;
    made.meta.name = name;
    made.meta.nameSpace = u"shop"_s;
    made.templateLabels = labelsFrom(labels);
    made.podSpec = std::make_shared<const model::PodSpec>();
    return made;
}

model::Service service(const QString &name, const QString &selector)
{
    model::Service made;
    made.meta.name = name;
    made.meta.nameSpace = u"shop"_s;
    made.type = u"ClusterIP"_s;
    made.selector = labelsFrom(selector);
    return made;
}

model::ServicePort port(const QString &name, int number, const QString &target)
{
    model::ServicePort made{name, u"TCP"_s, {}, number, {}, 0};
    bool isNumber = false;
    made.targetPort.number = target.toInt(&isNumber);
    if (!isNumber)
        made.targetPort.name = target;
    return made;
}

} // namespace

class NearMissTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectorsAreScoredByTheirWorstPair_data();
    void selectorsAreScoredByTheirWorstPair();
    void anEmptySelectorFitsNobody();
    void theNearestServiceWinsWhateverTheOrder();
    void aNamesakeIsPreferredAmongEquals();
    void servicesLongGoneAreNobodysNearMiss();
    void theMeantPortIsSuggested_data();
    void theMeantPortIsSuggested();
};

void NearMissTest::selectorsAreScoredByTheirWorstPair_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<QString>("labels");
    QTest::addColumn<double>("score");
    QTest::addColumn<QString>("selectorPair");
    QTest::addColumn<QString>("labelPair");
    const auto row = [](const char *name, const QString &selector, const QString &labels, double score,
                        const QString &wanted, const QString &found) {
        QTest::newRow(name) << selector << labels << score << wanted << found;
    };
    row("equal", u"app=web"_s, u"app=web,x=y"_s, 1.0, u"app=web"_s, u"app=web"_s);
    row("spelling", u"App=my_web"_s, u"app=my-web"_s, 0.9, u"App=my_web"_s, u"app=my-web"_s);
    row("Cyrillic letter", u"app=w\u0435b"_s, u"app=web"_s, 0.9, u"app=w\u0435b"_s, u"app=web"_s);
    row("slip in the value", u"app=my-ap"_s, u"app=my-app"_s, 0.8, u"app=my-ap"_s, u"app=my-app"_s);
    row("alias key", u"k8s-app=web"_s, u"app.kubernetes.io/name=web"_s, 0.7, u"k8s-app=web"_s,
        u"app.kubernetes.io/name=web"_s);
    row("key alike", u"teir=web"_s, u"tier=web"_s, 0.7, u"teir=web"_s, u"tier=web"_s);
    row("the guide's first example", u"name=app"_s, u"any-name=my-app"_s, 0.5, u"name=app"_s, u"any-name=my-app"_s);
    row("worst pair decides", u"app=web,tier=backedn"_s, u"app=web,tier=backend"_s, 0.8, u"tier=backedn"_s,
        u"tier=backend"_s);
    row("missing pair of the same application", u"app=web,tier=front"_s, u"app=web"_s, 0.5, u"tier=front"_s, QString());
    row("another role of the same application", u"app=db,role=primary"_s, u"app=db,role=replica"_s, 0.0,
        u"role=primary"_s, u"role=replica"_s);
    row("a shared label names no application", u"part-of=shop,tier=front"_s, u"part-of=shop"_s, 0.0, u"tier=front"_s,
        QString());
    row("another value", u"app=postgres"_s, u"app=web"_s, 0.0, u"app=postgres"_s, u"app=web"_s);
    row("a controller's own label is never meant", u"hash=abc"_s, u"pod-template-hash=abc"_s, 0.0, u"hash=abc"_s,
        QString());
    row("no labels", u"app=web"_s, QString(), 0.0, u"app=web"_s, QString());
}

void NearMissTest::selectorsAreScoredByTheirWorstPair()
{
    QFETCH(QString, selector);
    QFETCH(QString, labels);
    QFETCH(double, score);
    QFETCH(QString, selectorPair);
    QFETCH(QString, labelPair);
    const SelectorScore found = checks::scoreSelector(labelsFrom(selector), labelsFrom(labels));
    QCOMPARE(found.score, score);
    QCOMPARE(checks::pairText(found.selectorPair), selectorPair);
    QCOMPARE(checks::pairText(found.labelPair), labelPair);
}

void NearMissTest::anEmptySelectorFitsNobody()
{
    QCOMPARE(checks::scoreSelector({}, labelsFrom(u"app=web"_s)).score, 0.0);
}

void NearMissTest::theNearestServiceWinsWhateverTheOrder()
{
    model::ClusterData data;
    data.workloads = {workload(u"orders"_s, u"app=orders"_s)};
    data.services = {service(u"a"_s, u"name=orders"_s), service(u"b"_s, u"app=ordres"_s),
                     service(u"c"_s, u"app=orders-api"_s)};
    const model::Cluster cluster(std::move(data));
    const model::Workload &orders = cluster.data().workloads.front();
    const model::Service *near = checks::nearMissService(cluster, &orders, nullptr);
    QVERIFY(near != nullptr);
    QCOMPARE(near->meta.name, u"b"_s);
    QVERIFY(checks::servicesFor(cluster, &orders, nullptr).empty());
    QCOMPARE(checks::nearMissService(cluster, nullptr, nullptr), nullptr);
}

void NearMissTest::aNamesakeIsPreferredAmongEquals()
{
    model::ClusterData data;
    data.workloads = {workload(u"orders"_s, u"app=orders"_s)};
    data.services = {service(u"a"_s, u"app=ordres"_s), service(u"orders"_s, u"app=ordres"_s)};
    const model::Cluster cluster(std::move(data));
    const model::Service *near = checks::nearMissService(cluster, &cluster.data().workloads.front(), nullptr);
    QVERIFY(near != nullptr);
    QCOMPARE(near->meta.name, u"orders"_s);
}

void NearMissTest::servicesLongGoneAreNobodysNearMiss()
{
    model::ClusterData data;
    for (int i = 0; i < 100; ++i) {
        data.workloads.push_back(workload(u"job-%1"_s.arg(i), u"app=worker-of-batch-%1,team=a"_s.arg(i)));
        data.services.push_back(service(u"gone-%1"_s.arg(i), u"app=service-long-gone-%1,tier=x"_s.arg(i)));
    }
    const model::Cluster cluster(std::move(data));
    for (const model::Workload &each : cluster.data().workloads)
        QCOMPARE(checks::nearMissService(cluster, &each, nullptr), nullptr);
}

void NearMissTest::theMeantPortIsSuggested_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("suggested");
    QTest::newRow("port of the same name") << u"metrics"_s << u"1"_s << u"9100"_s;
    QTest::newRow("one digit off") << QString() << u"8081"_s << u"8080"_s;
    QTest::newRow("two digits swapped") << QString() << u"9010"_s << u"9100"_s;
    QTest::newRow("misspelled name") << QString() << u"htpp"_s << u"http"_s;
    QTest::newRow("the Service port's own number") << QString() << u"web"_s << u"http"_s;
    QTest::newRow("nothing alike") << QString() << u"22"_s << u"8080"_s;
}

void NearMissTest::theMeantPortIsSuggested()
{
    QFETCH(QString, name);
    QFETCH(QString, target);
    QFETCH(QString, suggested);
    model::Container container;
    container.ports = {{u"http"_s, 8080, 0, u"TCP"_s}, {u"metrics"_s, 9100, 0, u"TCP"_s}, {u"dns"_s, 53, 0, u"UDP"_s}};
    model::PodSpec spec;
    spec.containers = {container};
    QCOMPARE(checks::suggestedPort(port(name, 8080, target), checks::declaredPorts(spec)), suggested);
}

QTEST_GUILESS_MAIN(NearMissTest)
#include "tst_nearmiss.moc"
