#include "core/report/report.h"
#include "core/source/filesource.h"
#include "core/source/snapshotwriter.h"
#include "tests/support/story.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

/// What `diagnose -o json` prints, but for where the data came from.
QByteArray judged(const guide::Guide &guide, const source::Snapshot &snapshot)
{
    const auto diagnoses = guide::diagnoseAll(guide, *snapshot.cluster, {});
    report::Input input;
    input.guide = &guide;
    input.cluster = snapshot.cluster.get();
    input.context.commands.context = snapshot.origin.context;
    for (const guide::Diagnosis &diagnosis : diagnoses)
        input.diagnoses.push_back(&diagnosis);
    QJsonObject report = report::toJson(input);
    report.remove(u"source"_s);
    return QJsonDocument(report).toJson();
}

} // namespace

/// A snapshot of any story is judged as the story is.
class TestSnapshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itIsJudgedAsItsSource_data();
    void itIsJudgedAsItsSource();

private:
    std::unique_ptr<guide::Guide> m_guide;
};

void TestSnapshots::initTestCase()
{
    auto guide = guide::Guide::loadBuiltIn();
    QVERIFY(guide);
    m_guide = std::make_unique<guide::Guide>(*std::move(guide));
}

void TestSnapshots::itIsJudgedAsItsSource_data()
{
    QTest::addColumn<QString>("folder");
    for (const test::Story &story : test::allStories())
        QTest::addRow("%s/%s", qPrintable(story.group), qPrintable(story.name)) << story.folder;
}

void TestSnapshots::itIsJudgedAsItsSource()
{
    QFETCH(QString, folder);
    const auto recorder = std::make_shared<source::Recorder>();
    const auto read = source::readFiles({{folder}, {}, source::Origin::Type::Files, recorder});
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    const QTemporaryDir place;
    const QString path = place.filePath(u"shop.tar.gz"_s);
    const auto written = source::writeSnapshot(path, *read, *recorder);
    QVERIFY2(written, written ? "" : qPrintable(written.error().toString()));
    const auto again = source::readFiles({{path}, {}});
    QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
    QCOMPARE(judged(*m_guide, *again), judged(*m_guide, *read));
    QCOMPARE(again->origin.takenAt, read->origin.takenAt);
    QCOMPARE(again->cluster->data().version, read->cluster->data().version);
    QCOMPARE(again->origin.ignored, QStringList());
    QCOMPARE(again->origin.warnings, read->origin.warnings);
}

QTEST_GUILESS_MAIN(TestSnapshots)
#include "tst_snapshots.moc"
