#include "core/source/filesource.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

const QByteArray kPod = R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"web-1","namespace":"shop",
    "creationTimestamp":"2026-11-23T11:00:00Z"},"spec":{"containers":[{"name":"web","image":"web:1"}]},
    "status":{"phase":"Running","containerStatuses":[{"name":"web","restartCount":5,
    "lastState":{"terminated":{"exitCode":3,"finishedAt":"2026-11-23T11:05:01Z"}}}]}})";
const QByteArray kPods = R"({"kind":"PodList","apiVersion":"v1","items":[)" + kPod + "]}";
const QByteArray kLog = "starting\nfatal: no DB_HOST\n";
const QByteArray kMarkedLog = "==== START logs for container web of pod shop/web-1 ====\n" + kLog +
                              "==== END logs for container web of pod shop/web-1 ====\n";

} // namespace

/// What collects a cluster into a folder has its own layout; each is read as a folder and packed.
class DumpsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itIsReadWithItsLogs_data();
    void itIsReadWithItsLogs();

private:
    void put(const QString &name, const QByteArray &content) const;
    void run(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
};

void DumpsTest::put(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void DumpsTest::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    QVERIFY(process.waitForFinished() && process.exitCode() == 0);
}

void DumpsTest::initTestCase()
{
    put(u"cluster-info-dump/nodes.json"_s, R"({"kind":"NodeList","apiVersion":"v1","items":[]})");
    put(u"cluster-info-dump/shop/pods.json"_s, kPods);
    put(u"cluster-info-dump/shop/web-1/logs.txt"_s, kMarkedLog);

    const QString gather = u"must-gather/registry-sha256-abc/"_s;
    put(gather + u"namespaces/shop/core/pods.yaml"_s, kPods);
    put(gather + u"namespaces/shop/pods/web-1/web-1.yaml"_s, kPod);
    put(gather + u"namespaces/shop/pods/web-1/web/web/logs/current.log"_s, kLog);
    put(gather + u"cluster-scoped-resources/core/nodes/n1.yaml"_s,
        "apiVersion: v1\nkind: Node\nmetadata: {name: n1}\n");
    put(gather + u"event-filter.html"_s, "<html></html>");

    const QString bundle = u"support-bundle/support-bundle-2026-11-23/"_s;
    put(bundle + u"cluster-resources/pods/shop.json"_s, kPods);
    put(bundle + u"cluster-resources/pods/logs/shop/web-1/web.log"_s, kLog);
    put(bundle + u"cluster-info/cluster_version.json"_s,
        R"({"info":{"major":"1","minor":"28","gitVersion":"v1.28.3"},"string":"v1.28.3"})");
    put(bundle + u"analysis.json"_s, "[]");
    for (const QString &dump : {u"cluster-info-dump"_s, u"must-gather"_s, u"support-bundle"_s}) {
        run(u"tar"_s, {u"-czf"_s, dump + u".tar.gz"_s, dump});
        run(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-c"_s, dump + u".zip"_s, dump + u'/'});
    }
    put(u"cluster-info-dump.stream"_s, kPods + '\n' + kMarkedLog);
}

void DumpsTest::itIsReadWithItsLogs_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &dump : {u"cluster-info-dump"_s, u"must-gather"_s, u"support-bundle"_s}) {
        for (const QString &packing : {u""_s, u".tar.gz"_s, u".zip"_s})
            QTest::newRow(qPrintable(dump + packing)) << (dump == "support-bundle"_L1 ? u"v1.28.3"_s : QString());
    }
    QTest::newRow("cluster-info-dump.stream") << QString();
}

void DumpsTest::itIsReadWithItsLogs()
{
    QFETCH(QString, version);
    const auto read = source::readFiles({{m_folder.filePath(QString::fromUtf8(QTest::currentDataTag()))}, {}});
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    const model::ClusterData &data = read->cluster->data();
    QCOMPARE(data.pods.size(), 1u);
    const model::LogText &log = read->cluster->log({u"shop"_s, u"web-1"_s, u"web"_s, false});
    QCOMPARE(log.state, model::LogText::State::Text);
    QCOMPARE(log.text, QString::fromUtf8(kLog));
    QCOMPARE(data.version.gitVersion, version);
    QCOMPARE(data.now.toString(), u"2026-11-23T11:05:01Z"_s); // the dump's own time
    QCOMPARE(read->origin.warnings, QStringList());
}

QTEST_GUILESS_MAIN(DumpsTest)
#include "tst_dumps.moc"
