#include "tests/app/clirun.h"
#include "tests/docs/pages.h"
#include "tests/support/liveserver.h"
#include "tests/support/watchserver.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

constexpr int kLong = 120'000; ///< milliseconds; more than any of it takes

/// What a command of README.md ends with, and something that it says. A command that is not here fails the test.
struct Expected {
    QString command;
    QList<int> exitCodes;
    QByteArray says;
};

const QByteArray kSelectorFault = "selects none of the Pods";

const std::vector<Expected> &expected()
{
    static const std::vector<Expected> table{
        {u"packaging/run.sh"_s, {1}, kSelectorFault}, // no display: the sample as text
        {u"packaging/run.sh --context prod -n shop"_s, {0}, "orders"},
        {u"packaging/run.sh diagnose deployment/orders -n shop"_s, {0}, "orders"},
        {u"packaging/run.sh diagnose deployment/orders -n shop --try"_s, {0, 1}, "orders"},
        {u"packaging/run.sh snapshot -n shop -o shop.tar.gz"_s, {0}, {}},
        {u"packaging/run.sh diagnose -f shop.tar.gz"_s, {0}, "orders"},
        {u"packaging/run.sh compare before.tar.gz after.tar.gz"_s, {1}, kSelectorFault},
        {u"kubectl get all,ingress,endpointslices,events,configmaps,namespaces -n shop -o yaml | packaging/run.sh "
         "diagnose -f -"_s,
         {1},
         kSelectorFault},
        {u"packaging/run.sh diagnose -f k8s/ -o sarif > faultline.sarif"_s, {1}, {}},
        {u"packaging/run.sh diagnose -n shop -l app=orders --wait 5m -o junit"_s, {0}, "<testsuites"}};
    return table;
}

/// What cannot run in here, and why.
bool isLeftOut(const QString &command)
{
    return command == "packaging/test.sh"_L1; // it runs all tests, this one among them
}

/// The commands that open a window where there is a display.
bool opensWindow(const QString &command)
{
    return command == "packaging/run.sh"_L1 || command.startsWith("packaging/run.sh --"_L1);
}

const QByteArray kPodTemplate = R"("template":{"metadata":{"labels":{"app":"orders"}},"spec":{"containers":[{)"
                                R"("name":"app","image":"registry.example.com/orders:1","ports":[)"
                                R"({"containerPort":8080}]}]}})";

QByteArray meta(const QByteArray &name, const QByteArray &owner)
{
    const QByteArray references =
        owner.isEmpty() ? QByteArray() : R"(,"ownerReferences":[{"apiVersion":"apps/v1",)" + owner + "}]";
    return R"("metadata":{"name":")" + name + R"(","namespace":"shop","uid":"u-)" + name +
           R"(","resourceVersion":"7","generation":1,"labels":{"app":"orders"},"annotations":)"
           R"({"deployment.kubernetes.io/revision":"1"})" +
           references + "}";
}

QByteArray workload(const QByteArray &kind, const QByteArray &name, const QByteArray &owner)
{
    return R"({"kind":")" + kind + R"(","apiVersion":"apps/v1",)" + meta(name, owner) +
           R"(,"spec":{"replicas":1,"selector":{"matchLabels":{"app":"orders"}},)" + kPodTemplate +
           R"(},"status":{"observedGeneration":1,"replicas":1,"updatedReplicas":1,"readyReplicas":1,)"
           R"("availableReplicas":1,"conditions":[{"type":"Available","status":"True"}]}})";
}

QByteArray pod()
{
    return R"({"kind":"Pod","apiVersion":"v1",)" +
           meta("orders-1-a", R"("kind":"ReplicaSet","name":"orders-1","uid":"u-orders-1","controller":true)") +
           R"(,"spec":{"nodeName":"node-1","containers":[{"name":"app","image":"registry.example.com/orders:1",)"
           R"("ports":[{"containerPort":8080}]}]},"status":{"phase":"Running","podIP":"10.0.0.1","conditions":[)"
           R"({"type":"PodScheduled","status":"True"},{"type":"Ready","status":"True"}],"containerStatuses":[)"
           R"({"name":"app","ready":true,"started":true,"restartCount":0,"image":"registry.example.com/orders:1",)"
           R"("state":{"running":{"startedAt":"2026-11-23T10:00:00Z"}}}]}})";
}

void serveOrders(TestServer &server)
{
    serveCluster(server);
    server.answerJson(u"/api/v1/nodes"_s, listOf("NodeList", "v1",
                                                 {R"({"metadata":{"name":"node-1","uid":"n"},"status":{"conditions":)"
                                                  R"([{"type":"Ready","status":"True"}]}})"}));
    server.answerJson(u"/api/v1/namespaces/shop/pods"_s, listOf("PodList", "v1", {pod()}));
    server.answerJson(u"/apis/apps/v1/namespaces/shop/deployments"_s,
                      listOf("DeploymentList", "apps/v1", {workload("Deployment", "orders", {})}));
    const QByteArray owner = R"("kind":"Deployment","name":"orders","uid":"u-orders","controller":true)";
    server.answerJson(u"/apis/apps/v1/namespaces/shop/replicasets"_s,
                      listOf("ReplicaSetList", "apps/v1", {workload("ReplicaSet", "orders-1", owner)}));
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Every command of README.md and README.zh-CN.md is run, in a copy of what a person has: the scripts, the program that
/// they build, and the files that are named. An API server on loopback stands in for the cluster.
class CliReadmeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommandOfReadmeWorks_data();
    void everyCommandOfReadmeWorks();
    void whatOpensAWindowOpensOne_data();
    void whatOpensAWindowOpensOne();
    void everyExpectationIsOfACommandInReadme();

private:
    QString in(const QString &path) const { return m_folder.filePath(path); }
    QProcessEnvironment environment() const;
    Run shell(const QString &command, const QProcessEnvironment &environment) const;
    QStringList commands() const;

    QTemporaryDir m_folder;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<WatchServer> m_watches;
};

void CliReadmeTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_watches = std::make_unique<WatchServer>(*m_server);
    serveOrders(*m_server);
    QVERIFY(write(in(u"kubeconfig"_s),
                  "current-context: prod\nclusters: [{name: k, cluster: {server: '" +
                      m_server->url().toString().toUtf8() +
                      "'}}]\ncontexts: [{name: prod, context: {cluster: k, user: u, namespace: shop}}]\n"
                      "users: [{name: u, user: {}}]\n"));
    // The scripts as they are. What they would build the program from is older than the program: it is built.
    for (const QString &script : {u"packaging/run.sh"_s, u"packaging/setup.sh"_s})
        QVERIFY(QFile::copy(sourcePath(script), in((QDir(m_folder.path()).mkpath(u"packaging"_s), script))));
    QVERIFY(write(in(u"CMakeLists.txt"_s), {}));
    for (const QString &folder :
         {u"app"_s, u"core"_s, u"ui"_s, u"resources"_s, u"packaging/cmake"_s, u"build/release"_s})
        QVERIFY(QDir(m_folder.path()).mkpath(folder));
    QVERIFY(QFile::link(programPath(), in(u"build/release/faultline"_s)));
    const QByteArray now = read(recordedPath(u"selector-typo/objects.json"_s));
    QVERIFY(write(in(u"now.json"_s), now));
    QVERIFY(write(in(u"then.json"_s), QByteArray(now).replace("backedn", "backend")));
    QVERIFY(write(in(u"k8s/orders.json"_s), now));
    QVERIFY(
        write(in(u"bin/kubectl"_s), "#!/bin/sh\n[ \"$1\" = get ] && exec cat '" + in(u"now.json"_s).toUtf8() + "'\n"));
    QVERIFY(QFile::setPermissions(in(u"bin/kubectl"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    for (const auto &[dump, snapshot] :
         {std::pair(u"then.json"_s, u"before.tar.gz"_s), {u"now.json"_s, u"after.tar.gz"_s}})
        QCOMPARE(runFaultline({u"snapshot"_s, u"-f"_s, in(dump), u"-o"_s, in(snapshot)}).exitCode, 0);
}

/// No display; the person's own settings are this test's.
QProcessEnvironment CliReadmeTest::environment() const
{
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(u"KUBECONFIG"_s, in(u"kubeconfig"_s));
    environment.insert(u"HOME"_s, in(u"home"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, in(u"settings"_s));
    environment.insert(u"PATH"_s, in(u"bin"_s) + u':' + environment.value(u"PATH"_s));
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"QT_QPA_PLATFORM"_s);
    return environment;
}

/// As runProgram(), while the server in this process goes on answering.
Run CliReadmeTest::shell(const QString &command, const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(u"bash"_s, {u"-c"_s, command});
    process.closeWriteChannel();
    const bool isOver = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, kLong);
    if (!isOver) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList CliReadmeTest::commands() const
{
    QStringList all;
    for (const QString &page : {u"README.md"_s, u"README.zh-CN.md"_s})
        all += commandsOf(readPage(pageText(page)));
    all.removeDuplicates();
    return all;
}

void CliReadmeTest::everyCommandOfReadmeWorks_data()
{
    QTest::addColumn<QString>("command");
    QVERIFY(commands().size() >= 10);
    for (const QString &command : commands()) {
        if (!isLeftOut(command))
            QTest::addRow("%s", qPrintable(command)) << command;
    }
}

void CliReadmeTest::everyCommandOfReadmeWorks()
{
    QFETCH(QString, command);
    const auto &table = expected();
    const auto known =
        std::find_if(table.begin(), table.end(), [&](const auto &each) { return each.command == command; });
    QVERIFY2(known != table.end(), qPrintable(u"what is expected of this command stands nowhere: "_s + command));
    const Run run = shell(command, environment());
    QVERIFY2(known->exitCodes.contains(run.exitCode), (QByteArray::number(run.exitCode) + ": " + run.err).constData());
    QVERIFY2(run.out.contains(known->says), run.out.left(2000).constData());
}

void CliReadmeTest::whatOpensAWindowOpensOne_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &command : commands().filter(u"run.sh"_s)) {
        if (opensWindow(command))
            QTest::addRow("%s", qPrintable(command)) << command;
    }
}

/// With a display it is the window; asked for a picture, it closes by itself.
void CliReadmeTest::whatOpensAWindowOpensOne()
{
    QFETCH(QString, command);
    QProcessEnvironment withDisplay = environment();
    withDisplay.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    const QString picture = in(u"window.png"_s);
    QFile::remove(picture);
    const bool isBare = command == "packaging/run.sh"_L1;
    const QString whole = command + (isBare ? u" --sample shop --screenshot "_s : u" --screenshot "_s) + picture;
    const Run run = shell(whole, withDisplay);
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(QFileInfo(picture).size() > 10'000);
}

void CliReadmeTest::everyExpectationIsOfACommandInReadme()
{
    for (const Expected &each : expected())
        QVERIFY2(commands().contains(each.command), qPrintable(each.command));
}

QTEST_GUILESS_MAIN(CliReadmeTest)
#include "tst_clireadme.moc"
