#include "core/guide/subjects.h"
#include "core/source/filesource.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

/// One run of the CronJob "import": its Job and its Pod.
QByteArray run(const QByteArray &number, const QByteArray &minute, const QByteArray &phase)
{
    return "---\n"
           "apiVersion: batch/v1\n"
           "kind: Job\n"
           "metadata: {name: import-" +
           number + ", namespace: shop, uid: j" + number + ", creationTimestamp: '2026-11-23T12:" + minute +
           ":00Z',\n"
           "  ownerReferences: [{apiVersion: batch/v1, kind: CronJob, name: import, uid: c1, controller: true}]}\n"
           "---\n"
           "apiVersion: v1\n"
           "kind: Pod\n"
           "metadata: {name: import-" +
           number + "-x, namespace: shop, uid: p" + number + ", creationTimestamp: '2026-11-23T12:" + minute +
           ":00Z',\n"
           "  ownerReferences: [{apiVersion: batch/v1, kind: Job, name: import-" +
           number + ", uid: j" + number + ", controller: true}]}\n" + "spec: {containers: [{name: app, image: a}]}\n" +
           "status: {phase: " + phase + "}\n";
}

const QByteArray kCronJob = "apiVersion: batch/v1\n"
                            "kind: CronJob\n"
                            "metadata: {name: import, namespace: shop, uid: c1}\n"
                            "spec: {schedule: '* * * * *'}\n";

QStringList podsToWalk(const QByteArray &yaml)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"cluster.yaml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size())
        return {u"not written"_s};
    file.close();
    const auto snapshot = source::readFiles({{file.fileName()}, {}});
    QStringList names;
    for (const model::Pod *pod :
         snapshot ? guide::podsToWalk(*snapshot->cluster, {model::Kind::CronJob, u"shop"_s, u"import"_s})
                  : std::vector<const model::Pod *>())
        names.append(pod->meta.name);
    return names;
}

} // namespace

class TestSubjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofACronJobTheNewestRunCounts();
    void untilTheNewestRunHasBegunTheOneBeforeCountsToo();
};

void TestSubjects::ofACronJobTheNewestRunCounts()
{
    QCOMPARE(podsToWalk(kCronJob + run("1", "01", "Failed") + run("2", "02", "Failed")), QStringList{u"import-2-x"_s});
    QCOMPARE(podsToWalk(kCronJob + run("1", "01", "Failed") + run("2", "02", "Running")), QStringList{u"import-2-x"_s});
    QCOMPARE(podsToWalk(kCronJob + run("1", "01", "Failed") + run("2", "02", "Succeeded")), QStringList());
}

void TestSubjects::untilTheNewestRunHasBegunTheOneBeforeCountsToo()
{
    const QByteArray older = kCronJob + run("1", "01", "Failed");
    QStringList names = podsToWalk(older + run("2", "02", "Failed") + run("3", "03", "Pending"));
    names.sort();
    QCOMPARE(names, (QStringList{u"import-2-x"_s, u"import-3-x"_s}));
    QCOMPARE(podsToWalk(older + run("2", "02", "Succeeded") + run("3", "03", "Pending")), QStringList{u"import-3-x"_s});
}

QTEST_GUILESS_MAIN(TestSubjects)
#include "tst_subjects.moc"
