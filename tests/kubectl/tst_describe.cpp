#include "core/base/linediff.h"
#include "core/base/yamldoor.h"
#include "core/describe/describe.h"
#include "tests/support/decoded.h"
#include "tests/support/testserver.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace faultline;
using namespace Qt::StringLiterals;
using test::TestAnswer;
using test::TestRequest;

namespace {

constexpr int kBound = 60'000;

QJsonArray recorded(const QString &story)
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/") + story + u"/objects.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()["items"_L1].toArray()
                                          : QJsonArray();
}

QString textIn(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &name : path.split(u'.'))
        value = value.toObject().value(name);
    return value.toString();
}

/// "a=b,c=d" of a field or label selector; `look` gives what stands there.
template <typename Look> bool selects(const QString &selector, Look look)
{
    for (const QString &pair : selector.split(u',', Qt::SkipEmptyParts)) {
        const bool isEqual = look(pair.section(u'=', 0, 0).remove(u'!')) == pair.section(u'=', -1);
        if (isEqual == pair.contains(u"!="_s))
            return false;
    }
    return true;
}

/// Serves the objects of a story as an API server does, as far as `kubectl describe` asks.
class StoryServer
{
public:
    explicit StoryServer(QJsonArray objects) : m_objects(std::move(objects))
    {
        m_server.setHandler([this](const TestRequest &request) { return answer(request); });
    }

    QString url() const { return m_server.url().toString(); }

private:
    static TestAnswer json(const QJsonObject &object)
    {
        return {.body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
    }

    std::optional<TestAnswer> answer(const TestRequest &request) const
    {
        if (request.path == "/version"_L1)
            return TestAnswer{.body = R"({"major":"1","minor":"32","gitVersion":"v1.32.4"})"};
        if (request.path == "/api"_L1)
            return TestAnswer{.body = R"({"kind":"APIVersions","versions":["v1"]})"};
        if (request.path == "/apis"_L1)
            return json({{u"kind"_s, u"APIGroupList"_s}, {u"apiVersion"_s, u"v1"_s}, {u"groups"_s, groups()}});
        if (request.path.count(u'/') <= 3 && (request.path == "/api/v1"_L1 || request.path.startsWith("/apis/"_L1)))
            return json(resources(request.path == "/api/v1"_L1 ? u"v1"_s : request.path.mid(6)));
        return objects(request);
    }

    QStringList versions() const
    {
        QStringList versions;
        for (const QJsonValue &object : m_objects) {
            const QString version = object["apiVersion"_L1].toString();
            if (!versions.contains(version))
                versions.append(version);
        }
        return versions;
    }

    QJsonArray groups() const
    {
        QJsonArray groups;
        for (const QString &version : versions()) {
            if (version == "v1"_L1)
                continue;
            const QJsonObject served{{u"groupVersion"_s, version}, {u"version"_s, version.section(u'/', 1)}};
            groups.append(QJsonObject{{u"name"_s, version.section(u'/', 0, 0)},
                                      {u"versions"_s, QJsonArray{served}},
                                      {u"preferredVersion"_s, served}});
        }
        return groups;
    }

    static QJsonObject resources(const QString &version)
    {
        QJsonArray resources;
        for (const model::Kind kind : model::allKinds()) {
            const QString group = model::apiGroup(kind);
            if (group != (version == "v1"_L1 ? QString() : version.section(u'/', 0, 0)))
                continue;
            resources.append(QJsonObject{{u"name"_s, model::resourceName(kind)},
                                         {u"singularName"_s, model::kindName(kind).toLower()},
                                         {u"namespaced"_s, model::isNamespaced(kind)},
                                         {u"kind"_s, model::kindName(kind)},
                                         {u"verbs"_s, QJsonArray{u"get"_s, u"list"_s}}});
        }
        return {{u"kind"_s, u"APIResourceList"_s}, {u"groupVersion"_s, version}, {u"resources"_s, resources}};
    }

    /// /api/v1/namespaces/NS/pods[/NAME], /apis/apps/v1/..., /api/v1/nodes[/NAME]
    std::optional<TestAnswer> objects(const TestRequest &request) const
    {
        QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
        parts = parts.mid(parts.value(0) == "api"_L1 ? 2 : 3);
        QString nameSpace;
        if (parts.value(0) == "namespaces"_L1 && parts.size() > 2) {
            nameSpace = parts[1];
            parts = parts.mid(2);
        }
        const model::Kind kind = model::kindFromWord(parts.value(0));
        QJsonArray found;
        for (const QJsonValue &value : m_objects) {
            const QJsonObject object = value.toObject();
            const bool isMeant = object["kind"_L1].toString() == model::kindName(kind) &&
                                 (nameSpace.isEmpty() || textIn(object, u"metadata.namespace"_s) == nameSpace);
            if (isMeant && (parts.size() < 2 ? fits(request, object) : textIn(object, u"metadata.name"_s) == parts[1]))
                found.append(object);
        }
        if (parts.size() >= 2)
            return found.isEmpty() ? missing(kind, parts[1]) : json(found.first().toObject());
        const QString version = request.path.startsWith("/api/"_L1) ? u"v1"_s : request.path.section(u'/', 2, 3);
        return json({{u"kind"_s, model::kindName(kind) + u"List"_s},
                     {u"apiVersion"_s, version},
                     {u"metadata"_s, QJsonObject()},
                     {u"items"_s, found}});
    }

    static TestAnswer missing(model::Kind kind, const QString &name)
    {
        const QString words = u"%1 \"%2\" not found"_s.arg(model::resourceName(kind), name);
        return {.status = 404, .body = test::TestServer::status(404, "NotFound", words.toUtf8())};
    }

    static bool fits(const TestRequest &request, const QJsonObject &object)
    {
        const QJsonObject labels = object["metadata"_L1]["labels"_L1].toObject();
        return selects(request.parameter(u"fieldSelector"_s),
                       [&](const QString &field) { return textIn(object, field); }) &&
               selects(request.parameter(u"labelSelector"_s),
                       [&](const QString &label) { return labels.value(label).toString(); });
    }

    QJsonArray m_objects;
    test::TestServer m_server;
};

/// What nobody can say the same twice, and what Faultline leaves out on purpose.
QString comparable(const QString &text)
{
    static const QRegularExpression blanks(u"\\s{2,}|\\t"_s);
    QStringList kept;
    for (const QString &line : text.split(u'\n')) {
        QString plain = line.trimmed().replace(blanks, u"  "_s);
        // No endpoint is ready: kubectl writes nothing since 1.31, and <none> before; the word is easier to see.
        if (plain == "Endpoints:"_L1)
            plain += u"  <none>"_s;
        plain.replace(u" ()"_s, u" (<none>)"_s);
        // The client's own words for a 404 of this little server.
        plain.replace(QRegularExpression(u"<error: .*>"_s), u"<error>"_s);
        // Leases are not read.
        if (!plain.isEmpty() && !plain.startsWith("Lease:"_L1))
            kept.append(plain);
    }
    return kept.join(u'\n');
}

QJsonArray fromYaml()
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/kubectl/describe.yaml"));
    const auto documents = base::yamlToJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    QJsonArray objects;
    for (const QByteArray &json : documents ? *documents : std::vector<QByteArray>())
        objects.append(QJsonDocument::fromJson(json).object());
    return objects;
}

} // namespace

/// The same objects through `kubectl describe` and through Faultline. Skipped where there is no kubectl.
class DescribeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString named = qEnvironmentVariable("FAULTLINE_KUBECTL");
        m_program = named.isEmpty() ? QStandardPaths::findExecutable(u"kubectl"_s) : named;
        if (m_program.isEmpty())
            QSKIP("kubectl is not installed: nothing to compare with (Debian: kubernetes-client)");
    }

    void everythingIsDescribedAlike()
    {
        const QJsonArray objects = fromYaml();
        QCOMPARE(objects.size(), 9);
        QStringList kinds;
        for (const QJsonValue &object : objects)
            kinds.append(object["kind"_L1].toString());
        compareAll(objects, kinds);
    }

    void everyObjectIsDescribedAlike_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("kinds");
        QTest::newRow("a crashing Pod") << u"crash-exit-3"_s << u"Pod Deployment ReplicaSet Service Ingress Node"_s;
        QTest::newRow("healthy") << u"healthy-ingress"_s << u"Pod Deployment ReplicaSet Service Ingress IngressClass"_s;
        QTest::newRow("out of memory") << u"crash-oom"_s << u"Pod Deployment"_s;
        QTest::newRow("unbound claim") << u"pending-pvc"_s << u"Pod PersistentVolumeClaim"_s;
        QTest::newRow("failing init container") << u"init-fails"_s << u"Pod"_s;
        QTest::newRow("missing ConfigMap") << u"env-configmap-missing"_s << u"Pod"_s;
        QTest::newRow("failing probe") << u"crash-liveness"_s << u"Pod Deployment ReplicaSet"_s;
        QTest::newRow("image missing") << u"image-tag-missing"_s << u"Pod"_s;
        QTest::newRow("paused") << u"paused-rollout"_s << u"Deployment ReplicaSet"_s;
        QTest::newRow("backend missing") << u"ingress-service-missing"_s << u"Ingress Service"_s;
    }

    void everyObjectIsDescribedAlike()
    {
        QFETCH(QString, story);
        QFETCH(QString, kinds);
        const QJsonArray objects = recorded(story);
        QVERIFY(!objects.isEmpty());
        compareAll(objects, kinds.split(u' '));
    }

private:
    void compareAll(const QJsonArray &objects, const QStringList &kinds)
    {
        const StoryServer server(objects);
        model::ClusterData data = test::decoded(
            QJsonDocument(QJsonObject{{u"kind"_s, u"List"_s}, {u"apiVersion"_s, u"v1"_s}, {u"items"_s, objects}})
                .toJson());
        data.allNamespaces = true;
        data.now = base::Timestamp{QDateTime::currentMSecsSinceEpoch()};
        const model::Cluster cluster(std::move(data));
        for (const QJsonValue &value : objects) {
            const QJsonObject object = value.toObject();
            const QString kind = object["kind"_L1].toString();
            if (!kinds.contains(kind))
                continue;
            const model::ObjectRef ref{model::kindFromName(kind), textIn(object, u"metadata.namespace"_s),
                                       textIn(object, u"metadata.name"_s)};
            compare(byKubectl(server, ref), describe::describe(cluster, ref, object), ref.toString());
        }
    }

    QString byKubectl(const StoryServer &server, const model::ObjectRef &ref)
    {
        QStringList arguments{u"--server"_s, server.url(), u"describe"_s, model::kindName(ref.kind).toLower(),
                              ref.name};
        if (!ref.nameSpace.isEmpty())
            arguments += {u"-n"_s, ref.nameSpace};
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KUBECONFIG"_s, m_folder.filePath(u"none"_s));
        environment.insert(u"HOME"_s, m_folder.path());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(m_program, arguments);
        // The server that it talks to lives on this thread: its events must be served meanwhile.
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kBound))
            process.kill();
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        return text.isEmpty() ? QString::fromUtf8(process.readAllStandardError()) : text;
    }

    static void compare(const QString &kubectl, const QString &own, const QString &name)
    {
        const QStringList theirs = comparable(kubectl).split(u'\n'), ours = comparable(own).split(u'\n');
        const QString difference = base::diffText(base::lineDiff(theirs, ours, 1));
        if (difference.isEmpty())
            return;
        QTest::qFail(qPrintable(u"%1: - kubectl, + Faultline\n%2"_s.arg(name, difference)), __FILE__, __LINE__);
    }

    QString m_program;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DescribeTest)
#include "tst_describe.moc"
