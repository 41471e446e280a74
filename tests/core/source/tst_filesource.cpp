#include "core/source/documents.h"
#include "core/source/filesource.h"
#include "core/source/rawobject.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using base::Error;
using model::Kind;
using source::FileSource;
using source::Snapshot;
using LogState = model::LogText::State;

namespace {

constexpr int kBound = 60'000; // milliseconds; the load that was given up before may still hold a worker

const QString kRecorded = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/");

QByteArray object(const QByteArray &kind, const QByteArray &name, const QByteArray &nameSpace = {})
{
    const QByteArray in = nameSpace.isEmpty() ? QByteArray() : ",\"namespace\":\"" + nameSpace + "\"";
    const QByteArray version = kind == "Deployment" ? "apps/v1" : "v1";
    return "{\"apiVersion\":\"" + version + "\",\"kind\":\"" + kind + "\",\"metadata\":{\"name\":\"" + name + "\"" +
           in + "}}";
}

QByteArray pod(const QByteArray &name, const QByteArray &nameSpace = {}) { return object("Pod", name, nameSpace); }

} // namespace

class TestFileSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aFolderIsReadWithItsLogsAndVersion();
    void formatsAreToldByTheirContent_data();
    void formatsAreToldByTheirContent();
    void brokenFilesAreNamedWithTheirPlace_data();
    void brokenFilesAreNamedWithTheirPlace();
    void missingPathsAreNamed();
    void otherFilesAreIgnoredAndListed();
    void aManifestLeavesOtherKindsUnseen();
    void aWholeListingShowsAbsentKindsAsNone();
    void aWholeListingWithoutNodesLeavesClusterKindsUnseen();
    void aNamespaceIsFiltered();
    void allNamespacesAreToldByThePods();
    void theLastOfTwoEqualObjectsCounts();
    void cancellingStopsTheReading();
    void theSourceLoadsInTheBackground();
    void onlyTheNewestLoadAnswers();
    void cancelAnswersOnce();
    void aSourceMayDieWhileItLoads();
    void wantedObjectsAreReadAgainAllAtOnce();
    void standardInputIsKeptForASecondLook();
    void logsAnswerFromTheFiles();
    void rawObjectsComeAgainFromTheirFile();
    void aSecretComesWithoutItsValues();

private:
    QString put(const QString &name, const QByteArray &content);
    base::Result<Snapshot> read(const QString &path = {}, const QString &nameSpace = {});

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString TestFileSource::put(const QString &name, const QByteArray &content)
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

base::Result<Snapshot> TestFileSource::read(const QString &path, const QString &nameSpace)
{
    return source::readFiles({{path.isEmpty() ? m_folder->path() : path}, nameSpace});
}

void TestFileSource::aFolderIsReadWithItsLogsAndVersion()
{
    const auto snapshot = read(kRecorded + u"crash-oom"_s);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toString()));
    const model::Cluster &cluster = *snapshot->cluster;
    QCOMPARE(cluster.data().pods.size(), 1U);
    const QString podName = cluster.data().pods.front().meta.name;
    const QString container = cluster.data().pods.front().spec->containers.front().name;
    QCOMPARE(cluster.log({u"crash-oom"_s, podName, container, false}).state, LogState::Text);
    QCOMPARE(cluster.log({u"crash-oom"_s, podName, container, true}).state, LogState::Unavailable);
    QCOMPARE(cluster.data().version.minor, 36);
    QVERIFY(cluster.now().isValid());
    QCOMPARE(snapshot->origin.takenAt, cluster.now());
    QCOMPARE(snapshot->origin.warnings, QStringList());
    QCOMPARE(snapshot->origin.ignored, QStringList{kRecorded + u"crash-oom/expected.json"_s});
    QVERIFY(cluster.data().kindsAssumedComplete);
    QVERIFY(cluster.sees(Kind::NetworkPolicy));
    QVERIFY(cluster.sees(Kind::StorageClass));
    QVERIFY(!cluster.sees(Kind::Secret));
}

void TestFileSource::formatsAreToldByTheirContent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("pods");
    const QByteArray yaml = "apiVersion: v1\nkind: Pod\nmetadata: {name: c}\n";
    QTest::newRow("JSON") << pod("a") << 1;
    QTest::newRow("YAML") << yaml << 1;
    QTest::newRow("JSON behind white space") << "\n\t " + pod("a") << 1;
    QTest::newRow("JSON one after another") << pod("a") + pod("b") + "\n" + pod("c") << 3;
    QTest::newRow("JSON with separators") << "---\n" + pod("a") + "\n---\n" + pod("b") + "\n---\n" << 2;
    QTest::newRow("YAML documents") << yaml + "---\n# nothing\n---\n" + yaml.chopped(3) + "d}\n" << 2;
    QTest::newRow("List") << R"({"apiVersion":"v1","kind":"List","items":[)" + pod("a") + "," + pod("b") + "]}" << 2;
    QTest::newRow("typed list") << R"({"apiVersion":"v1","kind":"PodList","items":[{"metadata":{"name":"a"}}]})"_ba
                                << 1;
    QTest::newRow("YAML with a byte order mark") << "\xef\xbb\xbf" + yaml << 1;
    QTest::newRow("JSON with a byte order mark") << "\xef\xbb\xbf" + pod("a") << 1;
    const QString wide = QString::fromUtf8(pod("a"));
    const QByteArray utf16(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
    QTest::newRow("JSON by PowerShell, UTF-16") << "\xff\xfe" + utf16 << 1;
    QTest::newRow("a brace in a string") << pod("a\\\"}{") + pod("b") << 2;
}

void TestFileSource::formatsAreToldByTheirContent()
{
    QFETCH(QByteArray, content);
    QFETCH(int, pods);
    const auto snapshot = read(put(u"any.txt"_s, content));
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toString()));
    QCOMPARE(static_cast<int>(snapshot->cluster->data().pods.size()), pods);
    QCOMPARE(snapshot->cluster->data().pods.front().meta.nameSpace, u"default"_s);
}

void TestFileSource::brokenFilesAreNamedWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("place");
    QTest::newRow("YAML") << "a: 1\nb: [\n"_ba << u":3:1"_s;
    QTest::newRow("JSON cut off") << pod("a").chopped(3) << u":1:54"_s;
    QTest::newRow("no Kubernetes object") << "{\"a\": 1}"_ba << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a picture") << "\x89PNG\r\n\x1a\n"_ba << QString();
}

void TestFileSource::brokenFilesAreNamedWithTheirPlace()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, place);
    const QString path = put(u"broken.json"_s, content);
    const auto snapshot = read(path);
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, Error::Kind::Malformed);
    QVERIFY2(snapshot.error().where.startsWith(path + place), qPrintable(snapshot.error().where));
}

void TestFileSource::missingPathsAreNamed()
{
    const auto missing = read(u"/nowhere/at/all.yaml"_s);
    QCOMPARE(missing.error().kind, Error::Kind::File);
    QCOMPARE(missing.error().where, u"/nowhere/at/all.yaml"_s);
    const auto empty = read();
    QCOMPARE(empty.error().kind, Error::Kind::File);
    QVERIFY(empty.error().detail.contains("holds no .json or .yaml"_L1));
    QCOMPARE(source::readFiles({}).error().kind, Error::Kind::Usage);
}

void TestFileSource::otherFilesAreIgnoredAndListed()
{
    put(u"pod.yaml"_s, pod("a"));
    const QStringList ignored{put(u"README.md"_s, "x"), put(u"logs/b.web.log"_s, "x"), put(u"logs/odd.txt"_s, "x"),
                              put(u"values.yaml"_s, "replicas: 1\n")};
    const auto snapshot = read();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->origin.ignored, ignored);
}

void TestFileSource::aManifestLeavesOtherKindsUnseen()
{
    const auto snapshot = read(put(u"a.json"_s, pod("a") + object("Node", "n")));
    QVERIFY(snapshot);
    QVERIFY(snapshot->cluster->sees(Kind::Pod));
    QVERIFY(snapshot->cluster->sees(Kind::Node));
    QVERIFY(!snapshot->cluster->data().kindsAssumedComplete);
    for (const Kind kind : {Kind::Service, Kind::Event, Kind::Secret, Kind::StorageClass}) {
        QVERIFY(!snapshot->cluster->sees(kind));
        QCOMPARE(snapshot->cluster->unseen(kind)->reason, model::Unseen::Reason::NotInInput);
    }
}

void TestFileSource::aWholeListingShowsAbsentKindsAsNone()
{
    const auto snapshot = read(put(u"a.json"_s, object("Namespace", "shop") + object("Node", "n") + pod("a", "shop") +
                                                    object("ConfigMap", "kube-root-ca.crt", "shop")));
    QVERIFY(snapshot);
    QVERIFY(snapshot->cluster->data().kindsAssumedComplete);
    QVERIFY(snapshot->cluster->sees(Kind::Service));
    QVERIFY(snapshot->cluster->sees(Kind::IngressClass));
    QVERIFY(!snapshot->cluster->sees(Kind::Secret));
}

void TestFileSource::aWholeListingWithoutNodesLeavesClusterKindsUnseen()
{
    const auto snapshot =
        read(put(u"a.json"_s, object("Namespace", "shop") + object("ConfigMap", "kube-root-ca.crt", "shop")));
    QVERIFY(snapshot);
    QVERIFY(snapshot->cluster->sees(Kind::Service));
    QVERIFY(snapshot->cluster->sees(Kind::Namespace));
    QVERIFY(!snapshot->cluster->sees(Kind::Node));
    QVERIFY(!snapshot->cluster->sees(Kind::StorageClass));
}

void TestFileSource::aNamespaceIsFiltered()
{
    const QString path =
        put(u"a.json"_s, pod("a", "shop") + pod("b", "other") + object("Node", "n") + object("Service", "s", "other"));
    const auto snapshot = read(path, u"shop"_s);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->data().pods.size(), 1U);
    QCOMPARE(snapshot->cluster->data().nodes.size(), 1U);
    QVERIFY(snapshot->cluster->data().services.empty());
    QVERIFY(snapshot->cluster->sees(Kind::Service));
    QVERIFY(!snapshot->cluster->data().allNamespaces);
    QCOMPARE(snapshot->origin.nameSpace, u"shop"_s);
}

void TestFileSource::allNamespacesAreToldByThePods()
{
    QVERIFY(read(put(u"a.json"_s, pod("a", "shop") + pod("b", "other")))->cluster->data().allNamespaces);
    QVERIFY(read(put(u"b.json"_s, pod("a", "kube-system")))->cluster->data().allNamespaces);
    QVERIFY(!read(put(u"c.json"_s, pod("a", "shop") + pod("b", "shop")))->cluster->data().allNamespaces);
}

void TestFileSource::theLastOfTwoEqualObjectsCounts()
{
    const QByteArray newer = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"status":{"phase":"Failed"}})";
    const auto snapshot = read(put(u"a.json"_s, pod("a", "default") + newer + pod("b")));
    QVERIFY(snapshot);
    QCOMPARE(snapshot->cluster->data().pods.size(), 2U);
    QCOMPARE(snapshot->cluster->pod(u"default"_s, u"a"_s)->phase, u"Failed"_s);
}

void TestFileSource::cancellingStopsTheReading()
{
    const std::atomic_bool cancelled = true;
    const auto snapshot = source::readFiles({{put(u"a.json"_s, pod("a"))}, {}}, &cancelled);
    QCOMPARE(snapshot.error().kind, Error::Kind::Cancelled);
}

void TestFileSource::theSourceLoadsInTheBackground()
{
    FileSource source({{put(u"a.json"_s, pod("a"))}, {}});
    QSignalSpy loaded(&source, &FileSource::loaded);
    QSignalSpy failed(&source, &FileSource::failed);
    QSignalSpy progress(&source, &FileSource::progress);
    source.load();
    QCOMPARE(loaded.count(), 0);
    QVERIFY(loaded.wait(kBound));
    QCOMPARE(failed.count(), 0);
    QVERIFY(progress.count() >= 2);
    QCOMPARE(progress.last().first().value<std::vector<source::Progress>>().front().items, 1);
    QCOMPARE(source.origin().files, QStringList{m_folder->filePath(u"a.json"_s)});
}

void TestFileSource::onlyTheNewestLoadAnswers()
{
    FileSource source({{put(u"a.json"_s, pod("a"))}, {}});
    QSignalSpy loaded(&source, &FileSource::loaded);
    QSignalSpy failed(&source, &FileSource::failed);
    for (int i = 0; i < 20; ++i)
        source.load();
    QVERIFY(loaded.wait(kBound));
    QTest::qWait(200);
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(failed.count(), 0);
}

void TestFileSource::cancelAnswersOnce()
{
    FileSource source({{put(u"a.json"_s, pod("a"))}, {}});
    QSignalSpy loaded(&source, &FileSource::loaded);
    QSignalSpy failed(&source, &FileSource::failed);
    source.cancel();
    source.load();
    source.cancel();
    source.cancel();
    QVERIFY(failed.wait(kBound));
    QTest::qWait(200);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Cancelled);
    QCOMPARE(loaded.count(), 0);
}

void TestFileSource::aSourceMayDieWhileItLoads()
{
    const QString path = put(u"a.json"_s, pod("a").repeated(2000));
    for (int i = 0; i < 10; ++i) {
        FileSource source({{path}, {}});
        source.load();
        source.fetchRaw({Kind::Pod, u"default"_s, u"a"_s});
        QTest::qWait(i);
    }
}

void TestFileSource::wantedObjectsAreReadAgainAllAtOnce()
{
    put(u"a.json"_s, pod("a") + pod("b"));
    put(u"s.yaml"_s, "kind: Secret\napiVersion: v1\nmetadata: {name: s, managedFields: [{}]}\ndata: {key: c2VjcmV0}\n");
    FileSource source({{m_folder->path()}, {}});
    QSignalSpy fetched(&source, &FileSource::objectsFetched);
    const model::ObjectRef a{Kind::Pod, u"default"_s, u"a"_s};
    const model::ObjectRef secret{Kind::Secret, u"default"_s, u"s"_s};
    const model::ObjectRef gone{Kind::Pod, u"default"_s, u"gone"_s};
    source.fetchObjects({a, secret, gone});
    QVERIFY(fetched.wait(kBound));
    const auto objects = fetched.front().front().value<std::map<model::ObjectRef, model::RawObject>>();
    QCOMPARE(objects.size(), size_t(3));
    QCOMPARE(objects.at(a).state, model::RawObject::State::Json);
    QCOMPARE(objects.at(a).json["metadata"_L1]["name"_L1].toString(), u"a"_s);
    QCOMPARE(objects.at(secret).state, model::RawObject::State::Json);
    QVERIFY(!QJsonDocument(objects.at(secret).json).toJson().contains("c2VjcmV0"));
    QVERIFY(!objects.at(secret).json["metadata"_L1].toObject().contains("managedFields"_L1));
    QCOMPARE(objects.at(gone).state, model::RawObject::State::Unavailable);
    QVERIFY(!objects.at(gone).problem.isEmpty());
}

void TestFileSource::standardInputIsKeptForASecondLook()
{
    const model::ObjectRef a{Kind::Pod, u"default"_s, u"a"_s};
    const auto kept = source::rawObjects({u"-"_s}, pod("a"), {a});
    QCOMPARE(kept.at(a).state, model::RawObject::State::Json);
    const auto notKept = source::rawObjects({u"-"_s}, {}, {a});
    QCOMPARE(notKept.at(a).state, model::RawObject::State::Unavailable);
    QVERIFY2(notKept.at(a).problem.contains(u"standard input"_s), qPrintable(notKept.at(a).problem));
}

void TestFileSource::logsAnswerFromTheFiles()
{
    put(u"a.json"_s, pod("a"));
    put(u"logs/a.web.log"_s, "hello\n");
    FileSource source({{m_folder->path()}, {}});
    QSignalSpy loaded(&source, &FileSource::loaded);
    QSignalSpy fetched(&source, &FileSource::logsFetched);
    source.load();
    QVERIFY(loaded.wait(kBound));
    const model::LogKey there{u"default"_s, u"a"_s, u"web"_s, false};
    const model::LogKey missing{u"default"_s, u"a"_s, u"web"_s, true};
    source.fetchLogs({there, missing});
    QVERIFY(fetched.wait(kBound));
    auto logs = fetched.first().first().value<std::map<model::LogKey, model::LogText>>();
    QCOMPARE(logs[there].text, u"hello\n"_s);
    QCOMPARE(logs[missing].state, LogState::Unavailable);
    QVERIFY(!logs[missing].text.isEmpty());
}

void TestFileSource::rawObjectsComeAgainFromTheirFile()
{
    put(u"a.json"_s, pod("a", "shop"));
    put(u"b.yaml"_s, "apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n"
                     "  metadata: {name: web, namespace: shop, managedFields: [{manager: kubectl}]}\n"
                     "  spec: {replicas: 3}\n");
    put(u"c.json"_s, R"({"apiVersion":"v1","kind":"ServiceList","items":[{"metadata":{"name":"s"}}]})");
    const QStringList paths{m_folder->path()};
    const auto deployment = source::rawObject(paths, {Kind::Deployment, u"shop"_s, u"web"_s});
    QVERIFY(deployment);
    const QJsonObject json = QJsonDocument::fromJson(*deployment).object();
    QCOMPARE(json.value("spec"_L1).toObject().value("replicas"_L1).toInt(), 3);
    QVERIFY(deployment->contains("managedFields")); // who wrote what is shown folded
    const auto service = source::rawObject(paths, {Kind::Service, u"default"_s, u"s"_s});
    QVERIFY(service && service->contains("\"Service\""));
    QCOMPARE(source::rawObject(paths, {Kind::Pod, u"other"_s, u"a"_s}).error().kind, Error::Kind::NotFound);
    QCOMPARE(source::rawObject({u"-"_s}, {Kind::Pod, u"shop"_s, u"a"_s}).error().kind, Error::Kind::Unsupported);
}

void TestFileSource::aSecretComesWithoutItsValues()
{
    const QString path =
        put(u"s.yaml"_s,
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n  annotations:\n    team: shop\n"
            "    kubectl.kubernetes.io/last-applied-configuration: '{\"data\":{\"password\":\"aHVudGVyMg==\"}}'\n"
            "type: Opaque\ndata: {password: aHVudGVyMg==}\nstringData: {user: hunter2}\n");
    const auto json = source::rawObject({path}, {Kind::Secret, u"default"_s, u"db"_s});
    QVERIFY(json);
    QVERIFY2(!json->contains("hunter2") && !json->contains("aHVudGVyMg"), json->constData());
    QVERIFY(json->contains("\"password\": null"));
    QVERIFY(json->contains("\"team\": \"shop\""));
    QVERIFY(json->contains("Opaque"));
}

QTEST_GUILESS_MAIN(TestFileSource)
#include "tst_filesource.moc"
