#include "core/source/filesource.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

class TestSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleCanBeRead_data();
    void everySampleCanBeRead();
};

void TestSamples::everySampleCanBeRead_data()
{
    QTest::addColumn<QString>("id");
    for (const source::Sample &sample : source::samples())
        QTest::newRow(qPrintable(sample.id)) << sample.id;
}

void TestSamples::everySampleCanBeRead()
{
    QFETCH(QString, id);
    QCOMPARE(source::samples().size(), 7U);
    QCOMPARE(source::samples().front().id, u"shop"_s);
    for (const source::Sample &sample : source::samples()) {
        QVERIFY(!sample.title.en.isEmpty() && !sample.title.zh.isEmpty());
        QVERIFY(!sample.symptom.en.isEmpty() && !sample.symptom.zh.isEmpty());
    }
    const auto snapshot = source::readFiles(source::sampleRequest(id));
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toString()));
    QCOMPARE(snapshot->origin.type, source::Origin::Type::Sample);
    QCOMPARE(snapshot->origin.files, QStringList{id});
    QCOMPARE(snapshot->origin.warnings, QStringList());
    QVERIFY(!snapshot->cluster->data().workloads.empty());
    QVERIFY(!snapshot->cluster->data().logs.empty());
    QVERIFY(snapshot->cluster->data().kindsAssumedComplete);
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
