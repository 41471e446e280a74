#include "core/source/archive.h"
#include "core/source/filesource.h"
#include "core/source/rawobject.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using base::Error;
using LogState = model::LogText::State;

namespace {

constexpr auto kPod = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-1","namespace":"shop"}})";
constexpr auto kPodYaml = "apiVersion: v1\nkind: Pod\nmetadata: {name: web-2, namespace: shop}\n";

} // namespace

/// Archives are made by tar, gzip and python3, as those who collect them do.
class ArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyPackingIsRead_data();
    void everyPackingIsRead();
    void aSingleCompressedFileIsRead();
    void logsOfAMustGatherFindTheirPods();
    void logsOfASupportBundleFindTheirPods();
    void aDumpFolderIsRead();
    void aDumpStreamIsRead();
    void nothingIsWrittenWhereverNamesPoint();
    void linksAreNotFollowed();
    void aBrokenArchiveIsNamed_data();
    void aBrokenArchiveIsNamed();
    void aBombIsRefused();
    void unpackingCanBeCancelled();
    void aBrokenDocumentLeavesTheOthersAlone();
    void textBehindJsonIsLeftOut();
    void aBrokenFileOfAFolderLeavesTheOthersAlone();
    void theRawObjectComesFromTheArchive();

private:
    QString put(const QString &name, const QByteArray &content);
    /// Runs a program in the folder of the files.
    void run(const QString &program, const QStringList &arguments);
    base::Result<source::Snapshot> read(const QString &name)
    {
        return source::readFiles({{m_folder->filePath(name)}, {}});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString ArchiveTest::put(const QString &name, const QByteArray &content)
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void ArchiveTest::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
}

void ArchiveTest::everyPackingIsRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("tar") << u"b.tar"_s << u"tar"_s << QStringList{u"-cf"_s, u"b.tar"_s, u"in"_s};
    QTest::newRow("tar.gz") << u"b.tgz"_s << u"tar"_s << QStringList{u"-czf"_s, u"b.tgz"_s, u"in"_s};
    QTest::newRow("zip") << u"b.zip"_s << u"python3"_s
                         << QStringList{u"-m"_s, u"zipfile"_s, u"-c"_s, u"b.zip"_s, u"in"_s};
}

void ArchiveTest::everyPackingIsRead()
{
    QFETCH(QString, file);
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    put(u"in/shop/pods.json"_s, kPod);
    put(u"in/shop/more.yaml"_s, kPodYaml);
    put(u"in/shop/logs/web-1.app.log"_s, "hello\n");
    put(u"in/version.json"_s, R"({"major":"1","minor":"31"})");
    put(u"in/readme.txt"_s, "x");
    run(program, arguments);
    const auto snapshot = read(file);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toString()));
    QCOMPARE(snapshot->cluster->data().pods.size(), size_t{2});
    QCOMPARE(snapshot->cluster->data().version.minor, 31);
    QCOMPARE(snapshot->cluster->log({u"shop"_s, u"web-1"_s, u"app"_s, false}).text, u"hello\n"_s);
    QCOMPARE(snapshot->origin.ignored, QStringList{m_folder->filePath(file) + u"/in/readme.txt"_s});
}

void ArchiveTest::aSingleCompressedFileIsRead()
{
    put(u"pods.json"_s, kPod);
    run(u"gzip"_s, {u"pods.json"_s});
    const auto snapshot = read(u"pods.json.gz"_s);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toString()));
    QCOMPARE(snapshot->cluster->data().pods.size(), size_t{1});
}

void ArchiveTest::logsOfAMustGatherFindTheirPods()
{
    put(u"must-gather/quay-io/namespaces/shop/core/pods.yaml"_s, kPodYaml);
    const QString logs = u"must-gather/quay-io/namespaces/shop/pods/web-2/app/app/logs/"_s;
    put(logs + u"current.log"_s, "now\n");
    put(logs + u"previous.log"_s, "before\n");
    run(u"tar"_s, {u"-czf"_s, u"b.tgz"_s, u"must-gather"_s});
    const auto snapshot = read(u"b.tgz"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->log({u"shop"_s, u"web-2"_s, u"app"_s, false}).text, u"now\n"_s);
    QCOMPARE(snapshot->cluster->log({u"shop"_s, u"web-2"_s, u"app"_s, true}).text, u"before\n"_s);
}

void ArchiveTest::logsOfASupportBundleFindTheirPods()
{
    put(u"support/cluster-resources/pods/shop.json"_s,
        QByteArray(R"({"kind":"PodList","apiVersion":"v1","items":[)") + kPod + "]}");
    put(u"support/cluster-resources/pods/logs/shop/web-1/app-previous.log"_s, "before\n");
    put(u"support/cluster-info/cluster_version.json"_s, R"({"info":{"major":"1","minor":"30"},"string":"v1.30.2"})");
    run(u"tar"_s, {u"-czf"_s, u"b.tar.gz"_s, u"support"_s});
    const auto snapshot = read(u"b.tar.gz"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->log({u"shop"_s, u"web-1"_s, u"app"_s, true}).text, u"before\n"_s);
    QCOMPARE(snapshot->cluster->data().version.minor, 30);
}

void ArchiveTest::aDumpFolderIsRead()
{
    put(u"dump/shop/pods.json"_s, QByteArray(R"({"kind":"PodList","apiVersion":"v1","items":[)") + kPod + "]}");
    put(u"dump/shop/web-1/logs.txt"_s, "==== START logs for container app of pod shop/web-1 ====\nhello\n"
                                       "==== END logs for container app of pod shop/web-1 ====\n");
    put(u"dump/nodes.json"_s, R"({"kind":"NodeList","apiVersion":"v1","items":[{"metadata":{"name":"n"}}]})");
    const auto snapshot = read(u"dump"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->data().nodes.size(), size_t{1});
    QCOMPARE(snapshot->cluster->log({u"shop"_s, u"web-1"_s, u"app"_s, false}).text, u"hello\n"_s);
    QCOMPARE(snapshot->origin.ignored, QStringList());
}

void ArchiveTest::aDumpStreamIsRead()
{
    put(u"dump.txt"_s, QByteArray(R"({"kind":"PodList","apiVersion":"v1","items":[)") + kPod +
                           "]}\n==== START logs for container app of pod shop/web-1 ====\n{ not json\n"
                           "==== END logs for container app of pod shop/web-1 ====\n"
                           R"({"kind":"NodeList","apiVersion":"v1","items":[{"metadata":{"name":"n"}}]})");
    const auto snapshot = read(u"dump.txt"_s);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toString()));
    QCOMPARE(snapshot->cluster->data().nodes.size(), size_t{1});
    QCOMPARE(snapshot->cluster->log({u"shop"_s, u"web-1"_s, u"app"_s, false}).text, u"{ not json\n"_s);
}

void ArchiveTest::nothingIsWrittenWhereverNamesPoint()
{
    put(u"pod.json"_s, kPod);
    put(u"make.py"_s, "import tarfile\nt = tarfile.open('b.tar', 'w')\n"
                      "t.add('pod.json', '../../escaped.json')\nt.add('pod.json', '/escaped-too.json')\nt.close()\n");
    run(u"python3"_s, {u"make.py"_s});
    const auto snapshot = read(u"b.tar"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->data().pods.size(), size_t{1});
    QVERIFY(!QFile::exists(u"/escaped-too.json"_s));
    QVERIFY(!QFile::exists(m_folder->filePath(u"../../escaped.json"_s)));
}

void ArchiveTest::linksAreNotFollowed()
{
    put(u"in/pod.json"_s, kPod);
    put(u"secret.json"_s, kPodYaml);
    QVERIFY(QFile::link(m_folder->filePath(u"secret.json"_s), m_folder->filePath(u"in/link.json"_s)));
    run(u"tar"_s, {u"-cf"_s, u"b.tar"_s, u"in"_s});
    const auto snapshot = read(u"b.tar"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->data().pods.size(), size_t{1});
    QCOMPARE(snapshot->origin.ignored, QStringList{m_folder->filePath(u"b.tar/in/link.json"_s)});
}

void ArchiveTest::aBrokenArchiveIsNamed_data()
{
    QTest::addColumn<int>("kept");
    QTest::newRow("cut in half") << 300;
    QTest::newRow("only the first bytes") << 12;
}

void ArchiveTest::aBrokenArchiveIsNamed()
{
    QFETCH(int, kept);
    QByteArray noise;
    for (int i = 0; i < 400; ++i)
        noise += QByteArray::number(i * 7919 % 1013) + ' ';
    put(u"in/pod.json"_s, kPod + QByteArray("\n") + noise);
    run(u"tar"_s, {u"-czf"_s, u"b.tgz"_s, u"in"_s});
    QFile file(m_folder->filePath(u"b.tgz"_s));
    QVERIFY(file.resize(kept));
    const auto snapshot = read(u"b.tgz"_s);
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, Error::Kind::Malformed);
    QCOMPARE(snapshot.error().where, file.fileName());
}

void ArchiveTest::aBombIsRefused()
{
    put(u"make.py"_s, "import gzip\nwith gzip.open('b.json.gz', 'wb', 9) as f:\n"
                      "    for i in range(1100): f.write(b' ' * (1 << 20))\n");
    run(u"python3"_s, {u"make.py"_s});
    const auto snapshot = read(u"b.json.gz"_s);
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, Error::Kind::TooLarge);
    QVERIFY2(snapshot.error().detail.contains(u"unpacks to more than 1 GB"_s), qPrintable(snapshot.error().detail));
}

void ArchiveTest::unpackingCanBeCancelled()
{
    put(u"pods.json"_s, kPod);
    run(u"gzip"_s, {u"pods.json"_s});
    const std::atomic_bool cancelled = true;
    const auto snapshot = source::readFiles({{m_folder->filePath(u"pods.json.gz"_s)}, {}}, &cancelled);
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, Error::Kind::Cancelled);
}

void ArchiveTest::aBrokenDocumentLeavesTheOthersAlone()
{
    const QString path = put(u"all.yaml"_s, QByteArray(kPodYaml) + "---\na: [\n---\n" + kPod + "\n");
    const auto snapshot = read(u"all.yaml"_s);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toString()));
    QCOMPARE(snapshot->cluster->data().pods.size(), size_t{2});
    QCOMPARE(snapshot->origin.warnings.size(), 1);
    QVERIFY2(snapshot->origin.warnings.front().startsWith(path + u":6:1: left out: "_s),
             qPrintable(snapshot->origin.warnings.front()));
}

void ArchiveTest::textBehindJsonIsLeftOut()
{
    const QString path = put(u"all.json"_s, QByteArray(kPod) + "\n hello");
    const auto snapshot = read(u"all.json"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->data().pods.size(), size_t{1});
    QVERIFY(snapshot->origin.warnings.front().startsWith(path + u":2:2: left out: "_s));
}

void ArchiveTest::aBrokenFileOfAFolderLeavesTheOthersAlone()
{
    put(u"in/a.json"_s, kPod);
    const QString broken = put(u"in/b.json"_s, "{\"kind\": ");
    const auto snapshot = read(u"in"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->data().pods.size(), size_t{1});
    QCOMPARE(snapshot->origin.ignored, QStringList{broken});
    QCOMPARE(snapshot->origin.warnings.size(), 1);
}

void ArchiveTest::theRawObjectComesFromTheArchive()
{
    put(u"in/a.json"_s, kPod);
    run(u"tar"_s, {u"-cf"_s, u"b.tar"_s, u"in"_s});
    const auto json = source::rawObject({m_folder->filePath(u"b.tar"_s)}, {model::Kind::Pod, u"shop"_s, u"web-1"_s});
    QVERIFY(json && json->contains("web-1"));
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
