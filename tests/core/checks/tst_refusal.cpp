#include "core/checks/shared/refusal.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::checks;

class TestRefusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAQuotaRefusal_data();
    void readsAQuotaRefusal();
    void readsABoundOfALimitRange_data();
    void readsABoundOfALimitRange();
    void takesNoOtherRefusalForOne_data();
    void takesNoOtherRefusalForOne();
};

void TestRefusal::readsAQuotaRefusal_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("one resource")
        << u"pods \"w-1\" is forbidden: exceeded quota: team, requested: pods=1, used: pods=5, limited: pods=5"_s
        << QStringList{u"team"_s, u"pods"_s, u"pods=1"_s, u"pods=5"_s, u"pods=5"_s};
    QTest::newRow("two resources")
        << u"exceeded quota: a.b-c, requested: limits.cpu=2,requests.cpu=1, used: limits.cpu=3,requests.cpu=2, "
           "limited: limits.cpu=4,requests.cpu=2"_s
        << QStringList{u"a.b-c"_s, u"limits.cpu,requests.cpu"_s, u"limits.cpu=2,requests.cpu=1"_s,
                       u"limits.cpu=3,requests.cpu=2"_s, u"limits.cpu=4,requests.cpu=2"_s};
    QTest::newRow("unspecified since 1.23")
        << u"failed quota: team: must specify limits.cpu for: a,b; limits.memory for: a"_s
        << QStringList{u"team"_s, u"limits.cpu,limits.memory"_s, {}, {}, {}};
    QTest::newRow("unspecified before") << u"failed quota: team: must specify limits.cpu,limits.memory"_s
                                        << QStringList{u"team"_s, u"limits.cpu,limits.memory"_s, {}, {}, {}};
    QTest::newRow("not settled") << u"status unknown for quota: team, resources: count/pods"_s
                                 << QStringList{u"team"_s, u"count/pods"_s, {}, {}, {}};
}

void TestRefusal::readsAQuotaRefusal()
{
    QFETCH(QString, cause);
    QFETCH(QStringList, parts);
    const auto refusal = parseQuotaRefusal(cause);
    QVERIFY(refusal);
    QCOMPARE(QStringList({refusal->quota, refusal->resource, refusal->requested, refusal->used, refusal->hard}), parts);
    QVERIFY(!parseLimitRefusal(cause));
}

void TestRefusal::readsABoundOfALimitRange_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("maximum")
        << u"pods \"w\" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi"_s
        << QStringList{u"memory"_s, u"1Gi"_s, u"2Gi"_s};
    QTest::newRow("minimum") << u"minimum cpu usage per Pod is 100m, but request is 50m"_s
                             << QStringList{u"cpu"_s, u"100m"_s, u"50m"_s};
    QTest::newRow("nothing stated") << u"minimum cpu usage per Container is 100m.  No request is specified"_s
                                    << QStringList{u"cpu"_s, u"100m"_s, {}};
    QTest::newRow("fraction") << u"maximum cpu usage per Container is 1.5, but limit is 2"_s
                              << QStringList{u"cpu"_s, u"1.5"_s, u"2"_s};
    QTest::newRow("claim") << u"maximum storage usage per PersistentVolumeClaim is 5Gi, but request is 10Gi"_s
                           << QStringList{u"storage"_s, u"5Gi"_s, u"10Gi"_s};
    QTest::newRow("first of a list") << u"[maximum cpu usage per Container is 1, but limit is 2, maximum memory usage "
                                        "per Container is 1Gi, but limit is 2Gi]"_s
                                     << QStringList{u"cpu"_s, u"1"_s, u"2"_s};
    QTest::newRow("ratio") << u"[cpu max limit to request ratio per Container is 2, but provided ratio is 4.000000]"_s
                           << QStringList{u"cpu"_s, u"2"_s, u"4.000000"_s};
}

void TestRefusal::readsABoundOfALimitRange()
{
    QFETCH(QString, cause);
    QFETCH(QStringList, parts);
    const auto refusal = parseLimitRefusal(cause);
    QVERIFY(refusal);
    QCOMPARE(QStringList({refusal->resource, refusal->hard, refusal->requested}), parts);
    QVERIFY(!parseQuotaRefusal(cause));
}

void TestRefusal::takesNoOtherRefusalForOne_data()
{
    QTest::addColumn<QString>("cause");
    QTest::newRow("nothing") << QString();
    QTest::newRow("webhook") << u"admission webhook \"quota.example.com\" denied the request: over your quota"_s;
    QTest::newRow("policy") << u"pods \"w\" is forbidden: violates PodSecurity \"restricted:latest\": x"_s;
    QTest::newRow("validation")
        << u"Pod \"w\" is invalid: spec.containers[0].resources.requests: Invalid value: \"2\": "
           "must be less than or equal to cpu limit of 1"_s;
}

void TestRefusal::takesNoOtherRefusalForOne()
{
    QFETCH(QString, cause);
    QVERIFY(!parseQuotaRefusal(cause));
    QVERIFY(!parseLimitRefusal(cause));
}

QTEST_GUILESS_MAIN(TestRefusal)
#include "tst_refusal.moc"
