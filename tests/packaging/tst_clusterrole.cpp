#include "core/base/yamldoor.h"
#include "core/source/livekinds.h"
#include "tests/app/clirun.h"
#include "tests/support/liveserver.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::test;

namespace {

const QString kManifests = QStringLiteral("packaging/container/cronjob.yaml");

/// "list apps/deployments", "get /pods/log".
using Rights = QSet<QString>;

QString right(const QString &verb, const QString &group, const QString &resource)
{
    return verb + u' ' + group + u'/' + resource;
}

QStringList sorted(const Rights &rights)
{
    QStringList list(rights.begin(), rights.end());
    list.sort();
    return list;
}

QStringList strings(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &each : array.toArray())
        list += each.toString();
    return list;
}

/// The object of that kind in packaging/container/cronjob.yaml.
QJsonObject manifest(const QString &kind)
{
    QFile file(sourcePath(kManifests));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto documents = base::yamlToJson(file.readAll());
    for (const QByteArray &document : documents.value_or(std::vector<QByteArray>())) {
        const QJsonObject object = QJsonDocument::fromJson(document).object();
        if (object["kind"_L1].toString() == kind)
            return object;
    }
    return {};
}

Rights rightsOfTheRole()
{
    Rights rights;
    for (const QJsonValue &rule : manifest(u"ClusterRole"_s)["rules"_L1].toArray()) {
        for (const QString &group : strings(rule["apiGroups"_L1])) {
            for (const QString &resource : strings(rule["resources"_L1])) {
                for (const QString &verb : strings(rule["verbs"_L1]))
                    rights += right(verb, group, resource);
            }
        }
    }
    return rights;
}

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

/// Every group that is asked for, each in the best version.
QByteArray groupList()
{
    QMap<QString, QString> best;
    for (const kube::WantedResource &wanted : source::wantedResources())
        best[wanted.group] = wanted.versions.first();
    best.remove(QString());
    QJsonArray groups;
    for (const auto &[group, version] : best.asKeyValueRange()) {
        const QJsonObject served{{u"groupVersion"_s, QString(group + u'/' + version)}, {u"version"_s, version}};
        groups += QJsonObject{{u"name"_s, group}, {u"versions"_s, QJsonArray{served}}, {u"preferredVersion"_s, served}};
    }
    return json({{u"kind"_s, u"APIGroupList"_s}, {u"apiVersion"_s, u"v1"_s}, {u"groups"_s, groups}});
}

QByteArray resourceList(const QString &group, const QString &groupVersion)
{
    QJsonArray resources;
    for (const kube::WantedResource &wanted : source::wantedResources()) {
        if (wanted.group == group) {
            resources += QJsonObject{{u"name"_s, wanted.resource},
                                     {u"namespaced"_s, true},
                                     {u"verbs"_s, QJsonArray{u"get"_s, u"list"_s, u"watch"_s}}};
        }
    }
    return json({{u"kind"_s, u"APIResourceList"_s}, {u"groupVersion"_s, groupVersion}, {u"resources"_s, resources}});
}

/// A Pod of a Job that crashed, so that its log is asked for.
const QByteArray kCrashed = R"({"metadata":{"name":"web","namespace":"shop","uid":"u","labels":{"app":"web"}},)"
                            R"("spec":{"nodeName":"n","containers":[{"name":"app","image":"web:1"}]},)"
                            R"("status":{"phase":"Running","conditions":[{"type":"PodScheduled","status":"True"}],)"
                            R"("containerStatuses":[{"name":"app","ready":false,"restartCount":7,"image":"web:1",)"
                            R"("lastState":{"terminated":{"exitCode":1,"reason":"Error"}},"state":{"waiting":)"
                            R"({"reason":"CrashLoopBackOff","message":"back-off 5m0s restarting"}}}]}})";

const QByteArray kDeployment = R"({"metadata":{"name":"web","namespace":"shop","uid":"d","generation":1},"spec":)"
                               R"({"replicas":1,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":)"
                               R"({"labels":{"app":"web"}},"spec":{"containers":[{"name":"app","image":"web:1"}]}}},)"
                               R"("status":{"observedGeneration":1,"replicas":1,"unavailableReplicas":1}})";

/// An API server that lets in what a role allows, and remembers what it refused.
class Gate
{
public:
    explicit Gate(Rights allowed) : m_allowed(std::move(allowed)) {}

    std::optional<TestAnswer> answer(const TestRequest &request)
    {
        const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
        if (request.path == "/version"_L1)
            return TestAnswer{.body = R"({"major":"1","minor":"34","gitVersion":"v1.34.0"})"};
        if (request.path == "/apis"_L1)
            return TestAnswer{.body = groupList()};
        const qsizetype prefix = parts.value(0) == "api"_L1 ? 2 : 3;
        const QString group = prefix == 3 ? parts.value(1) : QString();
        if (parts.size() == prefix)
            return TestAnswer{.body = resourceList(group, parts.mid(1).join(u'/'))};
        return object(group, parts.mid(prefix), request);
    }

    const Rights &refused() const { return m_refused; }
    const Rights &used() const { return m_used; }

private:
    TestAnswer object(const QString &group, const QStringList &rest, const TestRequest &request)
    {
        const bool isLog = rest.last() == "log"_L1;
        const QString verb = request.query.hasQueryItem(u"watch"_s) ? u"watch"_s
                             : rest.size() == 1                     ? u"list"_s
                                                                    : u"get"_s;
        const QString wanted = right(verb, group, isLog ? u"pods/log"_s : rest.first());
        if (!m_allowed.contains(wanted)) {
            m_refused += wanted;
            return forbidden("not allowed: " + wanted.toUtf8());
        }
        m_used += wanted;
        if (isLog)
            return {.body = "FATAL: no database\n", .contentType = "text/plain"};
        if (rest.first() == "pods"_L1)
            return {.body = listOf("PodList", "v1", {kCrashed})};
        if (rest.first() == "deployments"_L1)
            return {.body = listOf("DeploymentList", "apps/v1", {kDeployment})};
        return {.body = listOf("List", "v1", {})};
    }

    Rights m_allowed;
    Rights m_refused;
    Rights m_used;
};

} // namespace

/// packaging/container/cronjob.yaml against what the program really asks for.
class ClusterRoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRoleAllowsWhatIsReadAndNoMore()
    {
        Rights wanted{right(u"get"_s, {}, u"pods/log"_s)};
        for (const kube::WantedResource &each : source::wantedResources())
            wanted += right(u"list"_s, each.group, each.resource);
        wanted -= right(u"list"_s, {}, u"secrets"_s); // of which the right to list shows the values
        QCOMPARE(sorted(rightsOfTheRole()), sorted(wanted));
    }

    void aRunIsRefusedNothingButSecrets()
    {
        Gate gate(rightsOfTheRole());
        TestServer server;
        server.setHandler([&gate](const TestRequest &request) { return gate.answer(request); });
        QTemporaryDir folder;
        QFile config(folder.filePath(u"config"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("current-context: c\nclusters: [{name: k, cluster: {server: '" + server.url().toString().toUtf8() +
                     "'}}]\ncontexts: [{name: c, context: {cluster: k, user: u}}]\nusers: [{name: u, user: {}}]\n");
        config.close();

        QProcess process;
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(u"KUBECONFIG"_s, config.fileName());
        environment.insert(u"XDG_CONFIG_HOME"_s, folder.filePath(u"settings"_s));
        process.setProcessEnvironment(environment);
        process.start(programPath(), {u"diagnose"_s, u"-A"_s, u"-o"_s, u"json"_s});
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 90'000));

        QVERIFY2(process.exitCode() == 1, process.readAllStandardError()); // the Pod crashes
        QCOMPARE(sorted(gate.refused()), QStringList{u"list /secrets"_s});
        // Endpoints are asked for only where a server has no EndpointSlices.
        const Rights spare = rightsOfTheRole() - gate.used();
        QCOMPARE(sorted(spare), QStringList{u"list /endpoints"_s});
    }

    void theJobIsBoundToThatRoleAndRunsUnprivileged()
    {
        const QJsonObject binding = manifest(u"ClusterRoleBinding"_s);
        QCOMPARE(binding["roleRef"_L1]["name"_L1], manifest(u"ClusterRole"_s)["metadata"_L1]["name"_L1]);
        const QJsonValue spec = manifest(u"CronJob"_s)["spec"_L1];
        QCOMPARE(spec["concurrencyPolicy"_L1].toString(), u"Forbid"_s);
        const QJsonValue pod = spec["jobTemplate"_L1]["spec"_L1]["template"_L1]["spec"_L1];
        QCOMPARE(pod["serviceAccountName"_L1], binding["subjects"_L1][0]["name"_L1]);
        QCOMPARE(pod["securityContext"_L1]["runAsNonRoot"_L1].toBool(), true);
        const QJsonValue container = pod["containers"_L1][0];
        QCOMPARE(container["securityContext"_L1]["readOnlyRootFilesystem"_L1].toBool(), true);
        QCOMPARE(container["securityContext"_L1]["allowPrivilegeEscalation"_L1].toBool(true), false);
        QCOMPARE(strings(container["securityContext"_L1]["capabilities"_L1]["drop"_L1]), QStringList{u"ALL"_s});
        // A fault that was found is no Job that failed.
        QCOMPARE(strings(container["args"_L1]), QStringList{u"faultline diagnose -A -o json || [ $? -eq 1 ]"_s});
        QVERIFY(container["image"_L1].toString().endsWith(u":" FAULTLINE_VERSION ""_s));
    }
};

QTEST_GUILESS_MAIN(ClusterRoleTest)
#include "tst_clusterrole.moc"
