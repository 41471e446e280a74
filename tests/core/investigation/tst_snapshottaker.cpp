#include "core/investigation/snapshottaker.h"
#include "core/source/archive.h"
#include "core/source/filesource.h"
#include "tests/support/liveserver.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using investigation::SnapshotTaker;
using test::item;
using test::listOf;

namespace {

/// Where a credential can stand. Each is written "canary-PLACE".
const QByteArrayList kPlaces{"secret-data", "secret-text", "last-applied", "env",        "header",   "argument",
                             "flag",        "annotation",  "config",       "log-bearer", "log-pair", "event",
                             "termination", "url",         "init-env",     "template",   "managed",  "csi"};

QByteArray canary(const QByteArray &place) { return "canary-" + place + "-0123456789"; }

QByteArray container(const QByteArray &name, const QByteArray &envPlace)
{
    return "{\"name\":\"" + name + "\",\"image\":\"registry.example/" + name +
           ":1\",\"env\":[{\"name\":\"ANY\",\"value\":\"" + canary(envPlace) +
           "\"},{\"name\":\"FROM\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"db\",\"key\":\"password\"}}}]";
}

QByteArray podSpec()
{
    return R"("spec":{"volumes":[{"name":"v","csi":{"driver":"d","volumeAttributes":{"accountKey":")" + canary("csi") +
           R"("}}}],"initContainers":[)" + container("init", "init-env") + "}],\"containers\":[" +
           container("web", "env") + R"(,"args":["--password=)" + canary("argument") + R"(","--token",")" +
           canary("flag") + R"(","http://u:)" + canary("url") +
           R"(@db:80/"],"livenessProbe":{"httpGet":{"port":80,"httpHeaders":[{"name":"X-Any","value":")" +
           canary("header") + "\"}]}}}]}";
}

QByteArray brokenPod()
{
    const QByteArray metadata = R"({"metadata":{"name":"web-1","namespace":"shop","annotations":{
        "kubectl.kubernetes.io/last-applied-configuration":"{\"data\":\")" +
                                canary("last-applied") + R"(\"}","example.com/api-key":")" + canary("annotation") +
                                R"("},"managedFields":[{"manager":")" + canary("managed") + "\"}]},";
    return metadata + podSpec() + R"(,"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}],
        "containerStatuses":[{"name":"web","ready":false,"restartCount":4,
        "state":{"waiting":{"reason":"CrashLoopBackOff"}},
        "lastState":{"terminated":{"exitCode":1,"reason":"Error","message":"password: )" +
           canary("termination") + "\"}}}]}}";
}

void serve(test::TestServer &server)
{
    test::serveCluster(server);
    const QString shop = u"/api/v1/namespaces/shop/"_s;
    server.answerJson(shop + u"pods"_s, listOf("PodList", "v1", {brokenPod()}));
    server.answerJson(u"/apis/apps/v1/namespaces/shop/deployments"_s,
                      listOf("DeploymentList", "apps/v1",
                             {item("web", R"(,"spec":{"replicas":1,"template":{"metadata":{"annotations":{"token":")" +
                                              canary("template") + "\"}}}}")}));
    // A server that does not know the metadata form sends Secrets whole.
    server.answerJson(shop + u"secrets"_s,
                      listOf("SecretList", "v1",
                             {item("db", R"(,"type":"Opaque","data":{"password":")" + canary("secret-data") +
                                             R"("},"stringData":{"user":")" + canary("secret-text") + "\"}")}));
    server.answerJson(
        shop + u"configmaps"_s,
        listOf("ConfigMapList", "v1", {item("settings", ",\"data\":{\"app.conf\":\"any " + canary("config") + "\"}")}));
    server.answerJson(shop + u"events"_s,
                      listOf("EventList", "v1",
                             {item("web.1", R"(,"involvedObject":{"kind":"Pod","namespace":"shop","name":"web-1"},)"
                                            R"("message":"got token=)" +
                                                canary("event") + "\"")}));
    server.answer(u"/api/v1/nodes"_s, test::forbidden("nodes is forbidden: User dev cannot list"));
    server.answer(shop + u"pods/web-1/log"_s, {.body = "Authorization: Bearer " + canary("log-bearer") +
                                                       "\npassword=" + canary("log-pair") + "\nno such table: orders\n",
                                               .contentType = "text/plain"});
}

/// Every byte of the archive, names and contents.
QByteArray everything(const QString &path)
{
    QFile file(path);
    const auto archive = file.open(QIODevice::ReadOnly)
                             ? source::unpack(file.readAll(), [](const QString &) { return true; })
                             : base::failure(base::Error::Kind::File, {});
    QByteArray all;
    for (const source::Unpacked &unpacked : archive ? archive->files : std::vector<source::Unpacked>())
        all += unpacked.name.toUtf8() + '\n' + unpacked.bytes + '\n';
    return all;
}

} // namespace

class SnapshotTakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noCredentialComesOut_data();
    void noCredentialComesOut();
    void onlyItsOwnerMayReadIt();
    void itTellsWhatCouldNotBeRead();
    void itHoldsTheLogsOfBrokenPods();
    void itHoldsTheObjectsForTheYamlView();
    void itIsWrittenWholeOrNotAtAll();
    void anotherFormatIsRefused();
    void standardInputIsNotReadTwice();

private:
    std::unique_ptr<guide::Guide> m_guide;
    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_everything;
};

namespace {

std::optional<base::Error> take(const guide::Guide &guide, const test::TestServer &server, const QString &path)
{
    const auto recorder = std::make_shared<source::Recorder>();
    source::LiveRequest request = test::requestTo(server, u"shop"_s);
    request.recorder = recorder;
    SnapshotTaker taker(guide, std::make_unique<source::LiveSource>(request), recorder, path);
    std::optional<base::Error> problem = base::Error{base::Error::Kind::TimedOut, u"never ended"_s, {}};
    int ends = 0;
    QObject::connect(&taker, &SnapshotTaker::finished, &taker, [&](const std::optional<base::Error> &ended) {
        problem = ended;
        ++ends;
    });
    taker.start();
    (void)QTest::qWaitFor([&] { return ends > 0; }, test::kBound);
    return problem;
}

} // namespace

void SnapshotTakerTest::initTestCase()
{
    auto guide = guide::Guide::loadBuiltIn();
    QVERIFY(guide);
    m_guide = std::make_unique<guide::Guide>(*std::move(guide));
    m_path = m_folder.filePath(u"shop.tar.gz"_s);
    test::TestServer server;
    serve(server);
    const auto problem = take(*m_guide, server, m_path);
    QVERIFY2(!problem, problem ? qPrintable(problem->toString()) : "");
    m_everything = everything(m_path);
    QVERIFY(m_everything.contains("web-1"));
}

void SnapshotTakerTest::noCredentialComesOut_data()
{
    QTest::addColumn<QByteArray>("place");
    for (const QByteArray &place : kPlaces)
        QTest::newRow(place) << place;
}

void SnapshotTakerTest::noCredentialComesOut()
{
    QFETCH(QByteArray, place);
    const qsizetype at = m_everything.indexOf(canary(place));
    QVERIFY2(at < 0, m_everything.mid(std::max<qsizetype>(0, at - 100), 200).constData());
    QVERIFY(!m_everything.contains(canary(place).toBase64()));
}

void SnapshotTakerTest::onlyItsOwnerMayReadIt()
{
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther;
    QCOMPARE(QFileInfo(m_path).permissions() & others, QFileDevice::Permissions());
}

void SnapshotTakerTest::itTellsWhatCouldNotBeRead()
{
    const auto opened = source::readFiles({{m_path}, {}});
    QVERIFY(opened);
    const model::Unseen *nodes = opened->cluster->unseen(model::Kind::Node);
    QVERIFY(nodes != nullptr);
    QCOMPARE(nodes->reason, model::Unseen::Reason::Forbidden);
    QVERIFY(nodes->detail.contains(u"cannot list"_s));
    QVERIFY(opened->cluster->sees(model::Kind::Ingress)); // looked at: there is none
    QCOMPARE(opened->cluster->data().version.gitVersion, u"v1.20.2"_s);
    QCOMPARE(opened->origin.nameSpace, u"shop"_s);
    QCOMPARE(opened->origin.context, u"kh"_s);
}

void SnapshotTakerTest::itHoldsTheLogsOfBrokenPods()
{
    const auto opened = source::readFiles({{m_path}, {}});
    QVERIFY(opened);
    for (const bool previous : {false, true}) {
        const model::LogText &log = opened->cluster->log({u"shop"_s, u"web-1"_s, u"web"_s, previous});
        QCOMPARE(log.state, model::LogText::State::Text);
        QVERIFY(log.text.contains(u"no such table: orders"_s));
    }
}

void SnapshotTakerTest::itHoldsTheObjectsForTheYamlView()
{
    source::FileSource source({{m_path}, {}});
    QSignalSpy raw(&source, &source::Source::rawFetched);
    source.fetchRaw({model::Kind::Pod, u"shop"_s, u"web-1"_s});
    QVERIFY(raw.wait(test::kBound));
    const QJsonObject pod = QJsonDocument::fromJson(raw.first().at(1).toByteArray()).object();
    QCOMPARE(pod["metadata"_L1]["name"_L1].toString(), u"web-1"_s);
    QCOMPARE(pod["spec"_L1]["containers"_L1][0]["env"_L1][0]["value"_L1].toString(), u"<dropped>"_s);
    QCOMPARE(pod["spec"_L1]["containers"_L1][0]["env"_L1][1]["valueFrom"_L1]["secretKeyRef"_L1]["key"_L1].toString(),
             u"password"_s);
}

void SnapshotTakerTest::itIsWrittenWholeOrNotAtAll()
{
    test::TestServer server;
    serve(server);
    const QString nowhere = m_folder.filePath(u"no/such/folder/shop.tar.gz"_s);
    const auto problem = take(*m_guide, server, nowhere);
    QVERIFY(problem);
    QCOMPARE(problem->kind, base::Error::Kind::File);
    QCOMPARE(problem->where, nowhere);
    const QString kept = m_folder.filePath(u"kept.tar.gz"_s);
    QVERIFY(QFile::copy(m_path, kept));
    server.close(); // nothing listens any more: the file of before stays
    QVERIFY(take(*m_guide, server, kept));
    QCOMPARE(everything(kept), m_everything);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 2); // and no half one is left beside it
}

void SnapshotTakerTest::anotherFormatIsRefused()
{
    const QTemporaryDir folder;
    for (const auto &[name, text] :
         {std::pair{u"snapshot.json"_s, QByteArray(R"({"format":"faultline.snapshot/7"})")},
          std::pair{u"pods.json"_s, QByteArray(R"({"kind":"PodList","apiVersion":"v1"})")}}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
    }
    const auto opened = source::readFiles({{folder.path()}, {}});
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, base::Error::Kind::Unsupported);
    QVERIFY(opened.error().detail.contains(u"faultline.snapshot/7"_s));
    QVERIFY(opened.error().detail.contains(u"faultline.snapshot/1"_s));
}

void SnapshotTakerTest::standardInputIsNotReadTwice()
{
    const source::FileSource source({{u"-"_s}, {}});
    const auto again = source.again(std::make_shared<source::Recorder>());
    QVERIFY(!again);
    QVERIFY(again.error().detail.contains(u"standard input"_s));
}

QTEST_GUILESS_MAIN(SnapshotTakerTest)
#include "tst_snapshottaker.moc"
