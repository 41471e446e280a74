#include "core/base/yamldoor.h"
#include "core/guide/conditionreader.h"
#include "core/guide/lookaround.h"
#include "core/guide/shownobject.h"
#include "core/model/cluster.h"
#include "tests/support/casefile.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using checks::Answer;
using model::Kind;

namespace {

const char *const kCase = R"(
about: {workload: Deployment/shop/web, pod: shop/web-1, container: app}
unseen: {nodes: forbidden}
logs:
  - {pod: shop/web-1, container: app, previous: true, state: text, text: "starting\nFATAL: no route to db-7\n"}
  - {pod: shop/web-1, container: app, state: unavailable, text: "no"}
expect: {answer: unknown}
objects:
  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: 3}}
  - {apiVersion: v1, kind: ConfigMap, metadata: {name: web-config, namespace: shop}, data: {mode: debug}}
  - apiVersion: v1
    kind: Pod
    metadata: {name: web-1, namespace: shop, annotations: {example.com/team: payments}}
    spec:
      containers:
        - name: app
          image: "registry.example.com/web:1"
          env: [{name: DB_PASSWORD, value: hunter2}, {name: MODE, value: fast}]
          resources: {limits: {memory: 512Mi}}
        - {name: proxy, image: "docker.io/proxy:2"}
    status: {phase: Running}
  - apiVersion: v1
    kind: Event
    metadata: {name: web-1.1, namespace: shop}
    involvedObject: {kind: Pod, namespace: shop, name: web-1}
    type: Warning
    reason: FailedMount
    message: "MountVolume.SetUp failed for volume vault"
    count: 4
)";

struct Fixture {
    Fixture()
    {
        const auto parsed = test::parseCase(kCase);
        Q_ASSERT(parsed);
        about = *parsed;
        const QByteArray json = base::yamlToJson(kCase)->front();
        std::map<model::ObjectRef, model::RawObject> raws;
        for (const QJsonValue &value : QJsonDocument::fromJson(json)["objects"_L1].toArray()) {
            const QJsonObject object = value.toObject();
            raws[{model::kindFromName(object["kind"_L1].toString()), u"shop"_s,
                  object["metadata"_L1]["name"_L1].toString()}] = {model::RawObject::State::Json, object, {}};
        }
        read = *parsed;
        read.cluster = std::make_shared<const model::Cluster>(model::withRawObjects(*parsed->cluster, raws));
    }
    test::CheckCase about; ///< whole objects were not fetched
    test::CheckCase read;  ///< they were
};

QJsonValue valueOf(const QByteArray &yaml)
{
    const auto documents = base::yamlToJson(yaml);
    Q_ASSERT(documents && documents->size() == 1);
    return QJsonDocument::fromJson(documents->front()).object();
}

/// Reads a question; a mistake in it fails the test that asks.
guide::TeamCheck checkOf(const QByteArray &when, const QByteArray &facts = {})
{
    guide::Complaints complaints(u"test"_s, when);
    const QSet<QString> gaps{u"workload"_s, u"missing"_s};
    guide::ConditionReader reader(complaints, gaps);
    guide::TeamCheck check;
    check.when = reader.readCondition(valueOf(when), {});
    if (!facts.isEmpty())
        check.facts = reader.readFacts(valueOf(facts), {});
    if (!complaints.isEmpty())
        qFatal("%s", qPrintable(complaints.first()));
    return check;
}

checks::Verdict asked(const test::CheckCase &about, const QByteArray &when, const QByteArray &facts = {})
{
    return guide::ask(checkOf(when, facts), about.scope(), {{u"workload"_s, u"web"_s}});
}

} // namespace

class ConditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConditionAnswers_data();
    void aConditionAnswers();
    void whatWasNotReadIsWantedAndUnknown();
    void everyWantOfAJoinComesAtOnce();
    void evidenceNamesTheObjectTheFieldAndTheValue();
    void secretValuesStandNeitherInEvidenceNorInFacts();
    void factsAreCaptured();
    void aHostilePatternIsGivenUp();
    void whatMustNotBeShownIsReplaced();
    void neededKindsAreKnown();
};

void ConditionTest::aConditionAnswers_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<QString>("answer"); ///< or the reason of an unknown
    const auto row = [](const char *when, const char *answer) {
        QTest::newRow(when) << QByteArray(when) << QString::fromUtf8(answer);
    };
    row("{object: pod, path: '.spec.containers[*].image', matches: '^docker\\.io/'}", "yes");
    row("{object: pod, path: '.spec.containers[*].image', matches: '^quay\\.io/'}", "no");
    row("{object: pod, path: '.spec.containers[*].image', matches: '/', every: true}", "yes");
    row("{object: pod, path: '.spec.containers[*].image', matches: '^docker\\.io/', every: true}", "no");
    row("{object: pod, path: .nothing, matches: x, every: true}", "no");
    row("{object: pod, path: '{.metadata.annotations.example\\.com/team}', equals: payments}", "yes");
    row("{object: pod, path: '{.metadata.annotations.example\\.com/team}', in: [a, payments]}", "yes");
    row("{object: pod, path: '{.metadata.annotations.example\\.com/team}', in: [a, b]}", "no");
    row("{object: pod, path: '{.metadata.annotations.nobody}', exists: true}", "no");
    row("{object: pod, path: '{.metadata.annotations.nobody}', exists: false}", "yes");
    row("{object: pod, path: '{.metadata.annotations}'}", "yes");
    row("{object: pod, path: '{.metadata.annotations}', contains: example.com/team}", "yes");
    row("{object: pod, path: '{.spec.containers[*].name}', contains: prox}", "yes");
    row("{object: workload, path: .spec.replicas, equals: 3}", "yes");
    row("{object: workload, path: .spec.replicas, equals: '3'}", "yes");
    row("{object: workload, path: .spec.replicas, greaterThan: 2}", "yes");
    row("{object: workload, path: .spec.replicas, greaterThan: 3}", "no");
    row("{object: workload, path: .spec.replicas, atLeast: 3}", "yes");
    row("{object: workload, path: .spec.replicas, lessThan: 3}", "no");
    row("{object: workload, path: .spec.replicas, atMost: 3}", "yes");
    row("{object: pod, path: '{.spec.containers[0].resources.limits.memory}', lessThan: 1Gi}", "yes");
    row("{object: pod, path: '{.spec.containers[0].resources.limits.memory}', lessThan: 500M}", "no");
    row("{object: pod, path: '.spec.containers[0].name', greaterThan: 1}", "no");
    // Unknown is told apart from no.
    row("{object: workload, path: .status.replicas, equals: 1}", "noStatus");
    row("{object: node, path: .spec.unschedulable, equals: true}", "noObject");
    row("{object: {kind: Node, name: node-a}, path: .spec.unschedulable, equals: true}", "forbidden:nodes");
    row("{object: service, path: .spec.type, equals: NodePort}", "noObject");
    row("{object: {kind: ConfigMap, name: '{missing}'}}", "noObject");
    // An object by its name.
    row("{object: {kind: ConfigMap, name: '{workload}-config'}}", "yes");
    row("{object: {kind: ConfigMap, name: other}}", "no");
    row("{object: {kind: ConfigMap, name: other}, exists: false}", "yes");
    row("{object: {kind: ConfigMap, name: other}, path: .data.mode, equals: x}", "no");
    row("{object: {kind: ConfigMap, name: web-config}, path: .data.mode, equals: debug}", "yes");
    row("{object: {kind: ConfigMap, name: other, namespace: elsewhere}}", "oneNamespace");
    // Events.
    row("{event: pod, reason: FailedMount, contains: vault}", "yes");
    row("{event: pod, reason: [Failed, FailedMount], path: .count, atLeast: 4}", "yes");
    row("{event: pod, reason: Failed, contains: vault}", "no");
    row("{event: workload, contains: vault}", "no");
    row("{event: pod, path: .type, equals: Warning}", "yes");
    // Logs.
    row("{log: previous, matches: 'no route to (\\S+)'}", "yes");
    row("{log: previous, contains: panic}", "no");
    row("{log: current, contains: FATAL}", "logUnavailable");
    row("{log: previous, container: proxy, contains: x}", "logNotFetched");
    // Joined: an unknown part stays unknown unless another part settles it.
    row("all: [{event: pod, contains: vault}, {log: previous, contains: FATAL}]", "yes");
    row("all: [{event: pod, contains: vault}, {log: current, contains: FATAL}]", "logUnavailable");
    row("all: [{event: pod, contains: nobody}, {log: current, contains: FATAL}]", "no");
    row("any: [{event: pod, contains: vault}, {log: current, contains: FATAL}]", "yes");
    row("any: [{event: pod, contains: nobody}, {log: current, contains: FATAL}]", "logUnavailable");
    row("any: [{event: pod, contains: nobody}, {log: previous, contains: nobody}]", "no");
    row("not: {event: pod, contains: vault}", "no");
    row("not: {log: current, contains: FATAL}", "logUnavailable");
    row("not: {any: [{event: pod, contains: nobody}]}", "yes");
}

void ConditionTest::aConditionAnswers()
{
    QFETCH(QByteArray, when);
    QFETCH(QString, answer);
    const checks::Verdict verdict = asked(Fixture().read, when);
    QCOMPARE(verdict.unknownReason.isEmpty() ? checks::answerWord(verdict.answer) : verdict.unknownReason, answer);
    QCOMPARE(verdict.answer == Answer::Unknown, !verdict.unknownReason.isEmpty());
    if (verdict.answer != Answer::Unknown)
        QVERIFY(!verdict.evidence.empty());
}

void ConditionTest::whatWasNotReadIsWantedAndUnknown()
{
    const Fixture fixture;
    const auto verdict = asked(fixture.about, "{object: pod, path: '.spec.containers[*].image', matches: docker}");
    QCOMPARE(verdict.answer, Answer::Unknown);
    QCOMPARE(verdict.unknownReason, u"objectNotFetched"_s);
    QCOMPARE(verdict.wantedObjects.size(), size_t(1));
    QCOMPARE(verdict.wantedObjects.front().toString(), u"Pod/shop/web-1"_s);
    test::CheckCase refused = fixture.about;
    refused.cluster = std::make_shared<const model::Cluster>(model::withRawObjects(
        *refused.cluster, {{verdict.wantedObjects.front(), {model::RawObject::State::Unavailable, {}, u"403"_s}}}));
    const auto after = asked(refused, "{object: pod, path: .spec, exists: true}");
    QCOMPARE(after.unknownReason, u"objectUnavailable"_s);
    QVERIFY(after.wantedObjects.empty());
    // Whether an object is there at all is known without reading it.
    QCOMPARE(asked(fixture.about, "{object: {kind: ConfigMap, name: web-config}}").answer, Answer::Yes);
}

void ConditionTest::everyWantOfAJoinComesAtOnce()
{
    const auto verdict = asked(Fixture().about, "all: [{object: pod, path: .spec}, {object: workload, path: .spec},"
                                                " {log: previous, container: proxy, contains: x}]");
    QCOMPARE(verdict.wantedObjects.size(), size_t(2));
    QCOMPARE(verdict.wantedLogs.size(), size_t(1));
}

void ConditionTest::evidenceNamesTheObjectTheFieldAndTheValue()
{
    const Fixture fixture;
    const auto image = asked(fixture.read, "{object: pod, path: '.spec.containers[*].image', matches: '^docker'}");
    QCOMPARE(image.evidence.size(), size_t(1));
    QCOMPARE(image.evidence.front().object.toString(), u"Pod/shop/web-1"_s);
    QCOMPARE(image.evidence.front().field, u"spec.containers[proxy].image"_s);
    QCOMPARE(image.evidence.front().value, u"docker.io/proxy:2"_s);
    const auto event = asked(fixture.read, "{event: pod, contains: vault}");
    QCOMPARE(event.evidence.front().field, u"events[FailedMount].message"_s);
    const auto log = asked(fixture.read, "{log: previous, contains: FATAL}");
    QCOMPARE(log.evidence.front().field, u"log.previous"_s);
    QCOMPARE(log.evidence.front().value, u"FATAL: no route to db-7"_s);
    const auto nothing = asked(fixture.read, "{object: pod, path: '{.spec.priority}', equals: 1}");
    QCOMPARE(nothing.answer, Answer::No);
    QCOMPARE(nothing.evidence.front().field, u"spec.priority"_s);
    QCOMPARE(nothing.evidence.front().value, u"<none>"_s);
}

void ConditionTest::secretValuesStandNeitherInEvidenceNorInFacts()
{
    const Fixture fixture;
    const QByteArray paths[]{"{.spec.containers[0].env[?(@.name==\"DB_PASSWORD\")].value}",
                             "{.spec.containers[0].env}",
                             "{.spec.containers[*]}",
                             "{..env[*]}",
                             "{.spec}",
                             "{}"};
    for (const QByteArray &path : paths) {
        const auto verdict = asked(fixture.read, "{object: pod, path: '" + path + "', exists: true}",
                                   "{stolen: {object: pod, path: '" + path + "', matches: 'hunter.'}}");
        QCOMPARE(verdict.answer, Answer::Yes);
        for (const checks::Evidence &evidence : verdict.evidence)
            QVERIFY2(!evidence.value.contains(u"hunter2"_s), qPrintable(evidence.value));
        QVERIFY2(!verdict.facts.contains(u"stolen"_s), path.constData());
    }
    // They can be asked for nevertheless.
    QCOMPARE(asked(fixture.read, "{object: pod, path: '" + paths[0] + "', equals: hunter2}").answer, Answer::Yes);
    QCOMPARE(asked(fixture.read, "{object: pod, path: '" + paths[0] + "', equals: other}").answer, Answer::No);
    const auto map =
        asked(fixture.read, "{object: {kind: ConfigMap, name: web-config}, path: .data.mode, equals: debug}");
    QCOMPARE(map.evidence.front().value, QString(guide::kNotShown));
}

void ConditionTest::factsAreCaptured()
{
    const auto verdict = asked(Fixture().read, "{event: pod, contains: nobody}",
                               "{registry: {object: pod, path: '{.spec.containers[1].image}', matches: '^([^/]+)/'},"
                               " team: {object: pod, path: '{.metadata.annotations.example\\.com/team}'},"
                               " target: {log: previous, matches: 'to (\\S+)'},"
                               " none: {object: pod, path: .nothing}}");
    QCOMPARE(verdict.answer, Answer::No);
    const checks::Facts expected{{u"registry"_s, u"docker.io"_s}, {u"team"_s, u"payments"_s}, {u"target"_s, u"db-7"_s}};
    QCOMPARE(verdict.facts, expected);
}

void ConditionTest::aHostilePatternIsGivenUp()
{
    test::CheckCase about = Fixture().read;
    const model::LogKey key{u"shop"_s, u"web-1"_s, u"app"_s, true};
    const QString text = QString(u'a').repeated(60'000) + u"!\n"_s;
    about.cluster = std::make_shared<const model::Cluster>(
        model::withLogs(*about.cluster, {{key, {model::LogText::State::Text, text.repeated(20)}}}));
    QElapsedTimer timer;
    timer.start();
    const auto verdict = asked(about, "{log: previous, matches: '^(a+)+$'}");
    QCOMPARE(verdict.unknownReason, u"tooMuchWork"_s);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void ConditionTest::whatMustNotBeShownIsReplaced()
{
    const QJsonObject secret = valueOf("{kind: Secret, data: {a: b}, stringData: {c: d}, metadata: {annotations: "
                                       "{kubectl.kubernetes.io/last-applied-configuration: e, keep: f}}}")
                                   .toObject();
    const QJsonObject shown = guide::shownObject(secret, Kind::Secret);
    QCOMPARE(shown["data"_L1]["a"_L1].toString(), QString(guide::kNotShown));
    QCOMPARE(shown["stringData"_L1]["c"_L1].toString(), QString(guide::kNotShown));
    const QJsonObject annotations = shown["metadata"_L1]["annotations"_L1].toObject();
    QCOMPARE(annotations["kubectl.kubernetes.io/last-applied-configuration"_L1].toString(), QString(guide::kNotShown));
    QCOMPARE(annotations["keep"_L1].toString(), u"f"_s);
    const QJsonObject template_ =
        valueOf(
            "{spec: {template: {spec: {initContainers: [{env: [{name: A, value: b}, {name: C, valueFrom: {}}]}]}}}}")
            .toObject();
    const QJsonValue env = guide::shownObject(template_, Kind::Deployment)["spec"_L1]["template"_L1]["spec"_L1];
    QCOMPARE(env["initContainers"_L1][0]["env"_L1][0]["value"_L1].toString(), QString(guide::kNotShown));
    QCOMPARE(env["initContainers"_L1][0]["env"_L1][0]["name"_L1].toString(), u"A"_s);
}

void ConditionTest::neededKindsAreKnown()
{
    const auto check = checkOf("all: [{object: pod, path: .spec}, {event: pod, contains: x}]",
                               "{x: {log: current, matches: 'y'}, z: {object: {kind: node, name: a}}}");
    QCOMPARE(guide::kindsOf(check), (std::vector<Kind>{Kind::Pod, Kind::Node, Kind::Event}));
    QVERIFY(guide::readsLogs(check));
    QVERIFY(!guide::readsLogs(checkOf("{object: pod, path: .spec}")));
}

QTEST_GUILESS_MAIN(ConditionTest)
#include "tst_condition.moc"
