#include "core/base/parallel.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QThreadPool>
#include <QtTest/QTest>

using namespace faultline;

class ParallelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsDoneOnceAndAllAreDoneInTheEnd_data();
    void eachIsDoneOnceAndAllAreDoneInTheEnd();
    void itWaitsForNoThreadOfAPool();
};

void ParallelTest::eachIsDoneOnceAndAllAreDoneInTheEnd_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 7, 10'000})
        QTest::addRow("%d", count) << count;
}

void ParallelTest::eachIsDoneOnceAndAllAreDoneInTheEnd()
{
    QFETCH(int, count);
    std::vector<std::atomic_int> done(static_cast<size_t>(count));
    base::inParallel(done.size(), [&done](size_t index) { ++done[index]; });
    for (const std::atomic_int &one : done)
        QCOMPARE(one.load(), 1);
}

/// As on a machine with one processor, whose only thread of the pool is the one that calls.
void ParallelTest::itWaitsForNoThreadOfAPool()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    std::atomic_int done = 0;
    QFuture<void> call = QtConcurrent::run(&pool, [&done] { base::inParallel(100, [&done](size_t) { ++done; }); });
    QTRY_VERIFY_WITH_TIMEOUT(call.isFinished(), 20'000);
    QCOMPARE(done.load(), 100);
}

QTEST_GUILESS_MAIN(ParallelTest)
#include "tst_parallel.moc"
