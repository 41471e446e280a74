#include "core/model/podspec.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;
using faultline::base::Quantity;

namespace {

Container asking(qint64 milliCpu, const QString &restartPolicy = {})
{
    Container container;
    container.requests.insert_or_assign(u"cpu"_s, Quantity{milliCpu});
    container.restartPolicy = restartPolicy;
    return container;
}

qint64 cpuOf(const PodSpec &spec) { return effectiveRequests(spec)[u"cpu"_s].milli; }

const QString kSidecar = u"Always"_s;

} // namespace

class TestPodSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containersAreAddedUp()
    {
        PodSpec spec;
        spec.containers = {asking(100), asking(250)};
        QCOMPARE(cpuOf(spec), qint64{350});
    }

    void theLargestInitContainerCountsWhereItAsksForMore()
    {
        PodSpec spec;
        spec.containers = {asking(100), asking(250)};
        spec.initContainers = {asking(50), asking(900), asking(200)};
        QCOMPARE(cpuOf(spec), qint64{900});
    }

    void aSidecarStaysBesideTheContainers()
    {
        PodSpec spec;
        spec.containers = {asking(100)};
        spec.initContainers = {asking(30, kSidecar)};
        QCOMPARE(cpuOf(spec), qint64{130});
    }

    void anInitContainerRunsBesideTheSidecarsBeforeIt()
    {
        PodSpec spec;
        spec.containers = {asking(100)};
        spec.initContainers = {asking(300), asking(50, kSidecar), asking(280), asking(20, kSidecar)};
        QCOMPARE(cpuOf(spec), qint64{330}); // 280 beside the first sidecar; 100 + 50 + 20 and 300 are less
    }

    void overheadComesOnTop()
    {
        PodSpec spec;
        spec.containers = {asking(100)};
        spec.overhead.insert_or_assign(u"cpu"_s, Quantity{25});
        spec.overhead.insert_or_assign(u"memory"_s, Quantity{7000});
        QCOMPARE(cpuOf(spec), qint64{125});
        QCOMPARE(effectiveRequests(spec)[u"memory"_s].milli, qint64{7000});
    }

    void requestsOfThePodAsAWholeReplaceTheSum()
    {
        PodSpec spec;
        spec.containers = {asking(100)};
        spec.podRequests.insert_or_assign(u"cpu"_s, Quantity{700});
        spec.overhead.insert_or_assign(u"cpu"_s, Quantity{25});
        QCOMPARE(cpuOf(spec), qint64{725});
    }

    void nothingAskedIsNothing() { QVERIFY(effectiveRequests(PodSpec{}).empty()); }

    void labelsContainExactly()
    {
        const Labels labels{{u"tier"_s, u"web"_s}, {u"app"_s, u"shop"_s}, {u"empty"_s, QString()}};
        QVERIFY(labels.containsAll({{u"app"_s, u"shop"_s}}));
        QVERIFY(labels.containsAll({{u"empty"_s, u""_s}, {u"app"_s, u"shop"_s}}));
        QVERIFY(labels.containsAll({}));
        QVERIFY(!labels.containsAll({{u"app"_s, u"Shop"_s}}));
        QVERIFY(!labels.containsAll({{u"app"_s, u"shop"_s}, {u"zone"_s, u"a"_s}}));
        QVERIFY(labels.contains(u"empty"));
        QVERIFY(labels.value(u"gone").isNull());
        QCOMPARE(labels.begin()->first, u"app"_s);
    }

    void aLabelThatIsSetAgainGetsTheNewValue()
    {
        Labels labels{{u"app"_s, u"old"_s}};
        labels.insert(u"app"_s, u"new"_s);
        QCOMPARE(labels.size(), size_t{1});
        QCOMPARE(labels.value(u"app"), u"new"_s);
    }
};

QTEST_GUILESS_MAIN(TestPodSpec)
#include "tst_podspec.moc"
