#include "core/checks/shared/scheduling.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::checks;
using Cause = SchedulerClause::Cause;

namespace {

/// "Resource 1 Insufficient cpu": one line per clause, to compare as text.
QStringList linesOf(const SchedulerWords &words)
{
    static const QStringList causes{u"Resource"_s, u"Claim"_s, u"NoNodes"_s, u"Device"_s, u"Gate"_s, u"Placement"_s};
    QStringList lines;
    for (const SchedulerClause &clause : words.clauses)
        lines.append(causes[int(clause.cause)] + u' ' + QString::number(clause.nodes) + u' ' + clause.text);
    return lines;
}

} // namespace

class TestScheduling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryClause_data();
    void readsEveryClause();
    void countsTheNodesOfACause();
};

void TestScheduling::readsEveryClause_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("allNodes");
    QTest::addColumn<QStringList>("clauses");
    QTest::newRow("1.36") << u"0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory. no new claims to "
                             "deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful."_s
                          << 1 << QStringList{u"Resource 1 Insufficient cpu"_s, u"Resource 1 Insufficient memory"_s};
    QTest::newRow("1.36 before the filters")
        << u"0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found"_s << 1
        << QStringList{u"Claim 0 pod has unbound immediate PersistentVolumeClaims"_s};
    QTest::newRow("1.32") << u"0/3 nodes are available: 1 node(s) had untolerated taint {a.b/c: }, 2 Too many pods. "
                             "preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod."_s
                          << 3
                          << QStringList{u"Placement 1 node(s) had untolerated taint {a.b/c: }"_s,
                                         u"Resource 2 Too many pods"_s};
    QTest::newRow("1.20")
        << u"0/4 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/master: }, that the "
           "pod didn't tolerate, 3 Insufficient cpu."_s
        << 4
        << QStringList{u"Placement 1 node(s) had taint {node-role.kubernetes.io/master: }, that the "
                       "pod didn't tolerate"_s,
                       u"Resource 3 Insufficient cpu"_s};
    QTest::newRow("missing claim") << u"0/2 nodes are available: 2 persistentvolumeclaim \"data\" not found."_s << 2
                                   << QStringList{u"Claim 2 persistentvolumeclaim \"data\" not found"_s};
    QTest::newRow("no volume fits")
        << u"0/2 nodes are available: 2 node(s) didn't find available persistent volumes to bind."_s << 2
        << QStringList{u"Claim 2 node(s) didn't find available persistent volumes to bind"_s};
    QTest::newRow("empty cluster") << u"no nodes available to schedule pods"_s << 0
                                   << QStringList{u"NoNodes 0 no nodes available to schedule pods"_s};
    QTest::newRow("devices") << u"0/1 nodes are available: 1 cannot allocate all claims."_s << 1
                             << QStringList{u"Device 1 cannot allocate all claims"_s};
    QTest::newRow("gates") << u"0/1 nodes are available: waiting for scheduling gates: [a]."_s << 1
                           << QStringList{u"Gate 0 waiting for scheduling gates: [a]"_s};
    QTest::newRow("nothing") << QString() << 0 << QStringList{};
}

void TestScheduling::readsEveryClause()
{
    QFETCH(QString, message);
    QFETCH(int, allNodes);
    QFETCH(QStringList, clauses);
    const SchedulerWords words = parseScheduler(message);
    QCOMPARE(words.allNodes, allNodes);
    QCOMPARE(linesOf(words), clauses);
}

void TestScheduling::countsTheNodesOfACause()
{
    const SchedulerWords words = parseScheduler(
        u"0/5 nodes are available: 1 Insufficient cpu, 2 Insufficient memory, 3 node(s) were unschedulable."_s);
    QCOMPARE(words.nodes(Cause::Resource), u"2 of 5"_s);
    QCOMPARE(words.reason(Cause::Resource), u"1 Insufficient cpu, 2 Insufficient memory"_s);
    QCOMPARE(words.nodes(Cause::Placement), u"3 of 5"_s);
    QCOMPARE(words.nodes(Cause::Claim), QString());
    QVERIFY(!words.names(Cause::Claim));
    QCOMPARE(parseScheduler(u"no nodes available to schedule pods"_s).nodes(Cause::NoNodes), QString());
}

QTEST_GUILESS_MAIN(TestScheduling)
#include "tst_scheduling.moc"
