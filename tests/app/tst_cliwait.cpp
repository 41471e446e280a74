#include "tests/app/clirun.h"
#include "tests/support/liveserver.h"
#include "tests/support/watchserver.h"

#include <QtCore/QDateTime>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

const QString kPods = QStringLiteral("/api/v1/namespaces/shop/pods");
const QString kDeployments = QStringLiteral("/apis/apps/v1/namespaces/shop/deployments");
const QString kReplicaSets = QStringLiteral("/apis/apps/v1/namespaces/shop/replicasets");
constexpr int kLong = 90'000; ///< milliseconds; more than any of it takes

enum class State { Starting, ImageMissing, ImageRefused, Ready };

QByteArray created() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toUtf8(); }

QByteArray meta(const QByteArray &name, const QByteArray &version, const QByteArray &rest)
{
    return R"("metadata":{"name":")" + name + R"(","namespace":"shop","uid":"u-)" + name + R"(","resourceVersion":")" +
           version + R"(","generation":1,"creationTimestamp":")" + created() + R"(","labels":{"app":"web"})" + rest +
           "}";
}

const QByteArray kOwnedBy = R"(,"ownerReferences":[{"apiVersion":"apps/v1","kind":"%1","name":"%2","uid":"u-%2",)"
                            R"("controller":true}])";

QByteArray ownedBy(const QByteArray &kind, const QByteArray &name)
{
    return QByteArray(kOwnedBy).replace("%1", kind).replace("%2", name);
}

const QByteArray kTemplate = R"("template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"app",)"
                             R"("image":"registry.example.com/web:1"}]}})";

QByteArray workload(const QByteArray &kind, const QByteArray &name, const QByteArray &version, State state)
{
    const bool isReady = state == State::Ready;
    const QByteArray owner = kind == "ReplicaSet" ? ownedBy("Deployment", "web") : QByteArray();
    const QByteArray ready = isReady ? "1" : "0";
    return R"({"kind":")" + kind + R"(","apiVersion":"apps/v1",)" +
           meta(name, version, owner + R"(,"annotations":{"deployment.kubernetes.io/revision":"1"})") +
           R"(,"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}},)" + kTemplate +
           R"(},"status":{"observedGeneration":1,"replicas":1,"updatedReplicas":1,"readyReplicas":)" + ready +
           R"(,"availableReplicas":)" + ready + R"(,"conditions":[{"type":"Available","status":")" +
           (isReady ? "True" : "False") + R"("}]}})";
}

QByteArray pod(const QByteArray &version, State state)
{
    const bool isReady = state == State::Ready;
    QByteArray container = R"({"waiting":{"reason":"ContainerCreating"}})";
    if (state == State::ImageRefused)
        container = R"({"waiting":{"reason":"ImagePullBackOff","message":"Back-off pulling image"}})";
    if (state == State::ImageMissing) {
        container = R"({"waiting":{"reason":"ErrImagePull","message":"rpc error: code = NotFound desc = failed to )"
                    R"(pull and unpack image: failed to resolve reference: registry.example.com/web:1: not found"}})";
    }
    if (isReady)
        container = R"({"running":{"startedAt":")" + created() + "\"}}";
    return R"({"kind":"Pod","apiVersion":"v1",)" + meta("web-1-a", version, ownedBy("ReplicaSet", "web-1")) +
           R"(,"spec":{"nodeName":"node-1","containers":[{"name":"app","image":"registry.example.com/web:1"}]},)" +
           R"("status":{"phase":")" + (isReady ? "Running" : "Pending") + R"(","podIP":"10.0.0.1","conditions":[)" +
           R"({"type":"PodScheduled","status":"True"},{"type":"Ready","status":")" + (isReady ? "True" : "False") +
           R"("}],"containerStatuses":[{"name":"app","ready":)" + (isReady ? "true" : "false") + R"(,"started":)" +
           (isReady ? "true" : "false") + R"(,"restartCount":0,"image":"registry.example.com/web:1","state":)" +
           container + "}]}}";
}

} // namespace

/// `faultline diagnose --wait` against an API server on loopback whose Deployment takes another course each time.
class CliWaitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itEndsWith0OnceTheRolloutIsHealthy();
    void aMomentOfTroubleIsNoVerdict();
    void itEndsWith1WhenAFaultHasStood();
    void aQuestionThatOnlyAPersonCanAnswerIsFinalToo();
    void itEndsWith3WhenTimeIsUpAndItStillWaits();
    void itEndsWith1WhenTimeIsUpOverAFault();
    void aDeploymentThatAppearsLaterIsWaitedFor();
    void ctrlCPrintsTheLastPictureAndEndsWith130();
    void quietSaysNothing();
    void withoutWaitItLooksOnce();
    void verboseNamesTheRightsThatAreMissing();
    void aServerThatIsNotThereEndsWith2();
    void credentialsThatAreTakenNoMoreEndWith2();
    void filesAreJudgedOnce();
    void aWrongDurationIsRefused();

private:
    void serve(State state);
    void push(State state);
    void start(const QStringList &arguments);
    bool isTold(const QByteArray &words);
    bool ends()
    {
        return QTest::qWaitFor([&] { return m_process->state() == QProcess::NotRunning; }, kLong);
    }
    QByteArray said() { return m_said += m_process->readAllStandardError(); }

    QTemporaryDir m_folder;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<WatchServer> m_watches;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_said;
    int m_version = 10;
};

void CliWaitTest::init()
{
    m_server = std::make_unique<TestServer>();
    m_watches = std::make_unique<WatchServer>(*m_server);
    serveCluster(*m_server);
    m_server->answerJson(u"/api/v1/nodes"_s,
                         listOf("NodeList", "v1",
                                {R"({"metadata":{"name":"node-1","uid":"n"},"status":{"conditions":)"
                                 R"([{"type":"Ready","status":"True"}]}})"}));
    QFile config(m_folder.filePath(u"config"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("current-context: c\nclusters: [{name: k, cluster: {server: '" + m_server->url().toString().toUtf8() +
                 "'}}]\ncontexts: [{name: c, context: {cluster: k, user: u, namespace: shop}}]\n"
                 "users: [{name: u, user: {}}]\n");
    m_said.clear();
}

void CliWaitTest::cleanup()
{
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_process.reset();
}

void CliWaitTest::serve(State state)
{
    m_server->answerJson(kPods, listOf("PodList", "v1", {pod("7", state)}));
    m_server->answerJson(kDeployments,
                         listOf("DeploymentList", "apps/v1", {workload("Deployment", "web", "7", state)}));
    m_server->answerJson(kReplicaSets,
                         listOf("ReplicaSetList", "apps/v1", {workload("ReplicaSet", "web-1", "7", state)}));
}

void CliWaitTest::push(State state)
{
    const QByteArray version = QByteArray::number(++m_version);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return m_server->streams(kPods) > 0 && m_server->streams(kDeployments) > 0 &&
                   m_server->streams(kReplicaSets) > 0;
        },
        kLong));
    m_server->push(kPods, eventLine("MODIFIED", pod(version, state)));
    m_server->push(kReplicaSets, eventLine("MODIFIED", workload("ReplicaSet", "web-1", version, state)));
    m_server->push(kDeployments, eventLine("MODIFIED", workload("Deployment", "web", version, state)));
}

void CliWaitTest::start(const QStringList &arguments)
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(u"KUBECONFIG"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"settings"_s));
    m_process->setProcessEnvironment(environment);
    m_process->start(programPath(), QStringList{u"diagnose"_s} + arguments);
}

bool CliWaitTest::isTold(const QByteArray &words)
{
    return QTest::qWaitFor([&] { return said().contains(words); }, kLong);
}

void CliWaitTest::itEndsWith0OnceTheRolloutIsHealthy()
{
    serve(State::Starting);
    start({u"deployment/web"_s, u"--wait"_s, u"2m"_s});
    QVERIFY2(isTold("waiting for Deployment/shop/web"), said().constData());
    push(State::Ready);
    QVERIFY(ends());
    QVERIFY2(m_process->exitCode() == 0, said().constData());
    QVERIFY(m_process->readAllStandardOutput().contains("fine"));
}

void CliWaitTest::aMomentOfTroubleIsNoVerdict()
{
    serve(State::Starting);
    start({u"deployment/web"_s, u"--wait"_s, u"2m"_s});
    QVERIFY2(isTold("waiting for Deployment/shop/web"), said().constData());
    push(State::ImageMissing);
    QVERIFY2(isTold("broken so far: Deployment/shop/web"), said().constData());
    push(State::Ready);
    QVERIFY(ends());
    QVERIFY2(m_process->exitCode() == 0, said().constData());
}

void CliWaitTest::itEndsWith1WhenAFaultHasStood()
{
    serve(State::ImageMissing);
    QElapsedTimer clock;
    clock.start();
    start({u"--wait"_s, u"2m"_s, u"--final-after"_s, u"2s"_s, u"-o"_s, u"json"_s});
    QVERIFY(ends());
    QVERIFY2(m_process->exitCode() == 1, said().constData());
    QVERIFY(clock.elapsed() >= 2000 && clock.elapsed() < 30'000);
    QVERIFY(said().contains("broken so far"));
    const QJsonObject json = QJsonDocument::fromJson(m_process->readAllStandardOutput()).object();
    QCOMPARE(json["subjects"_L1][0]["health"_L1].toString(), u"fault"_s);
}

void CliWaitTest::aQuestionThatOnlyAPersonCanAnswerIsFinalToo()
{
    serve(State::ImageRefused);
    start({u"--wait"_s, u"2m"_s, u"--final-after"_s, u"1s"_s, u"-o"_s, u"json"_s});
    QVERIFY(ends());
    QVERIFY2(m_process->exitCode() == 1, said().constData());
    const QJsonObject json = QJsonDocument::fromJson(m_process->readAllStandardOutput()).object();
    QCOMPARE(json["subjects"_L1][0]["health"_L1].toString(), u"open"_s);
}

void CliWaitTest::itEndsWith3WhenTimeIsUpAndItStillWaits()
{
    serve(State::Starting);
    start({u"--wait"_s, u"6s"_s});
    QVERIFY(ends());
    QVERIFY2(m_process->exitCode() == 3, said().constData());
    QVERIFY(said().contains("time is up"));
}

void CliWaitTest::itEndsWith1WhenTimeIsUpOverAFault()
{
    serve(State::ImageMissing);
    start({u"--wait"_s, u"6s"_s});
    QVERIFY(ends());
    QVERIFY2(m_process->exitCode() == 1, said().constData());
    QVERIFY(said().contains("time is up"));
}

void CliWaitTest::aDeploymentThatAppearsLaterIsWaitedFor()
{
    start({u"deployment/web"_s, u"--wait"_s, u"2m"_s});
    QVERIFY2(isTold("Deployment/shop/web"), said().constData());
    QVERIFY(
        QTest::qWaitFor([&] { return m_server->streams(kPods) > 0 && m_server->streams(kDeployments) > 0; }, kLong));
    push(State::Ready);
    QVERIFY(ends());
    QVERIFY2(m_process->exitCode() == 0, said().constData());
}

void CliWaitTest::ctrlCPrintsTheLastPictureAndEndsWith130()
{
    for (const int number : {SIGINT, SIGTERM}) {
        serve(State::Starting);
        start({u"--wait"_s, u"2m"_s});
        m_said.clear();
        QVERIFY2(isTold("waiting for Deployment/shop/web"), said().constData());
        ::kill(static_cast<pid_t>(m_process->processId()), number);
        QVERIFY(ends());
        QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_process->exitCode(), 130);
        QVERIFY(m_process->readAllStandardOutput().contains("Deployment shop/web"));
    }
}

void CliWaitTest::quietSaysNothing()
{
    serve(State::ImageMissing);
    start({u"--wait"_s, u"2m"_s, u"--final-after"_s, u"500ms"_s, u"-q"_s});
    QVERIFY(ends());
    QCOMPARE(m_process->exitCode(), 1);
    QCOMPARE(said(), QByteArray());
    QCOMPARE(m_process->readAllStandardOutput(), QByteArray());
}

void CliWaitTest::withoutWaitItLooksOnce()
{
    serve(State::Starting);
    start({u"-v"_s});
    QVERIFY(ends());
    QCOMPARE(m_process->exitCode(), 0);
    QCOMPARE(m_server->streams(), 0);
    const QByteArray told = said();
    QVERIFY2(told.contains("pods: 1") && told.contains("read from context \"c\", namespace shop"), told.constData());
    QVERIFY2(!told.contains("127.0.0.1"), "the server's address is told without --with-server");
}

void CliWaitTest::verboseNamesTheRightsThatAreMissing()
{
    serve(State::Starting);
    m_server->answer(u"/api/v1/namespaces/shop/services"_s, forbidden("services is forbidden"));
    start({u"--verbose"_s});
    QVERIFY(ends());
    const QByteArray told = said();
    QVERIFY2(told.contains("services: no right to read them") && told.contains("kind: Role"), told.constData());
}

void CliWaitTest::aServerThatIsNotThereEndsWith2()
{
    m_server->close();
    start({u"--wait"_s, u"2m"_s});
    QVERIFY(ends());
    QCOMPARE(m_process->exitCode(), 2);
    QVERIFY(!said().isEmpty());
}

void CliWaitTest::credentialsThatAreTakenNoMoreEndWith2()
{
    serve(State::Starting);
    start({u"--wait"_s, u"2m"_s});
    QVERIFY2(isTold("waiting for Deployment/shop/web"), said().constData());
    QVERIFY(QTest::qWaitFor([&] { return m_server->streams(kPods) > 0; }, kLong));
    m_watches->setHandler([](const TestRequest &) {
        return TestAnswer{.status = 401, .body = TestServer::status(401, "Unauthorized", "Unauthorized")};
    });
    m_server->endStreams(kPods);
    QVERIFY(ends());
    QVERIFY2(m_process->exitCode() == 2, said().constData());
    QVERIFY2(said().contains("credentials"), said().constData());
    QVERIFY(m_process->readAllStandardOutput().contains("Deployment shop/web"));
}

void CliWaitTest::filesAreJudgedOnce()
{
    const Run run = runFaultline(
        {u"diagnose"_s, u"-f"_s, recordedPath(u"selector-typo"_s), u"--wait"_s, u"10m"_s, u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.err.contains("files do not change"));
}

void CliWaitTest::aWrongDurationIsRefused()
{
    for (const QString &word : {u"5"_s, u"5x"_s, u"-1s"_s, u"m5"_s, u""_s, u"5m "_s}) {
        const Run run = runFaultline({u"diagnose"_s, u"-f"_s, recordedPath(u"selector-typo"_s), u"--wait="_s + word});
        QVERIFY2(run.exitCode == 2 && run.err.contains("1h30m"), qPrintable(word));
    }
}

QTEST_GUILESS_MAIN(CliWaitTest)
#include "tst_cliwait.moc"
