#include "core/compare/comparison.h"

#include "core/source/filesource.h"
#include "tests/support/casefile.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

struct Picture {
    model::ClusterPtr cluster;
    std::vector<guide::Diagnosis> diagnoses;

    compare::Side side(std::map<model::ObjectRef, QJsonObject> objects = {}) const
    {
        return {cluster.get(), &diagnoses, std::move(objects)};
    }
};

const guide::Guide &builtIn()
{
    static const auto guide = guide::Guide::loadBuiltIn();
    return *guide;
}

Picture recorded(const QString &name)
{
    const QString folder = QStringLiteral(FAULTLINE_SOURCE_DIR) + u"/tests/clusters/recorded/"_s + name;
    const auto read = source::readFiles({{folder}, {}, source::Origin::Type::Files});
    Q_ASSERT(read.has_value());
    return {read->cluster, guide::diagnoseAll(builtIn(), *read->cluster)};
}

/// As a file: what it does not hold is not known to be missing.
Picture manifests(const QByteArray &objects)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"app.yaml"_s));
    const bool isOpen = file.open(QIODevice::WriteOnly);
    Q_ASSERT(isOpen);
    file.write("apiVersion: v1\nkind: List\nitems:\n" + objects);
    file.close();
    const auto read = source::readFiles({{file.fileName()}, {}, source::Origin::Type::Files});
    Q_ASSERT(read.has_value());
    return {read->cluster, guide::diagnoseAll(builtIn(), *read->cluster)};
}

Picture pictureOf(const QByteArray &objects)
{
    const auto cluster = test::clusterFromYaml("objects:\n" + objects);
    Q_ASSERT(cluster.has_value());
    return {*cluster, guide::diagnoseAll(builtIn(), **cluster)};
}

QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }

/// "+Service/shop/a ~Pod/shop/b" and so on.
QString textOf(const std::vector<compare::ObjectChange> &changes)
{
    QStringList words;
    for (const compare::ObjectChange &change : changes) {
        const QString sign = change.fared == compare::Fared::Came   ? u"+"_s
                             : change.fared == compare::Fared::Went ? u"-"_s
                                                                    : u"~"_s;
        words += sign + change.object.toString();
    }
    return words.join(u' ');
}

QStringList leavesThat(const compare::Comparison &comparison, compare::Fared fared, const Picture &side)
{
    QStringList leaves;
    for (const compare::FindingChange &change : comparison.findings) {
        if (change.fared == fared)
            leaves += side.diagnoses[change.diagnosis].findings[change.finding].leaf;
    }
    return leaves;
}

QByteArray service(const QByteArray &name, const QByteArray &version)
{
    return "  - {apiVersion: v1, kind: Service, metadata: {name: " + name + ", namespace: shop, uid: u-" + name +
           ", resourceVersion: '" + version + "'}, spec: {selector: {app: a}, ports: [{port: 80}]}}\n";
}

const QByteArray kDeployment =
    "  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {selector: "
    "{matchLabels: "
    "{app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: 'a:1', ports: "
    "[{containerPort: 80}]}]}}}}\n";

} // namespace

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureDoesNotDifferFromItself();
    void aFaultThatCameAndOneThatWentAreTold();
    void aFaultThatStayedIsNoNewOne();
    void objectsAreToldByNameWhereTheyAreNotAtHand();
    void ofASecretTheNameAloneIsTold();
    void aChangedConfigMapIsToldThoughItsValuesAreNotKept();
    void whatChangesByItselfIsLeftOut();
    void fieldsAreNamedAsInTheEvidence();
    void elementsWithoutANameGoByTheirPlace();
    void aKindThatCouldNotBeReadIsNotCompared();
};

void ComparisonTest::aPictureDoesNotDifferFromItself()
{
    const Picture picture = recorded(u"selector-typo"_s);
    const compare::Comparison same = compare::compared(picture.side(), picture.side());
    QCOMPARE(textOf(same.objects), QString());
    QVERIFY(same.health.empty());
    QVERIFY(!same.hasNewFault());
    QVERIFY(!same.findings.empty());
    for (const compare::FindingChange &change : same.findings)
        QCOMPARE(change.fared, compare::Fared::Stayed);
}

void ComparisonTest::aFaultThatCameAndOneThatWentAreTold()
{
    const Picture good = manifests(kDeployment + service("web", "1"));
    const Picture bad = manifests(kDeployment + service("web", "2").replace("app: a", "app: b"));
    const compare::Comparison broke = compare::compared(good.side(), bad.side());
    QVERIFY(broke.hasNewFault());
    const QStringList came = leavesThat(broke, compare::Fared::Came, bad);
    QVERIFY2(!came.isEmpty(), "nothing came");
    const compare::Comparison healed = compare::compared(bad.side(), good.side());
    QVERIFY2(!healed.hasNewFault(), qPrintable(leavesThat(healed, compare::Fared::Came, good).join(u' ')));
    QCOMPARE(leavesThat(healed, compare::Fared::Went, bad), came);
    QVERIFY(!broke.health.empty());
    QCOMPARE(broke.health.size(), healed.health.size());
    for (size_t i = 0; i < broke.health.size(); ++i) {
        QCOMPARE(broke.health[i].subject, healed.health[i].subject);
        QCOMPARE(broke.health[i].before, healed.health[i].after);
        QCOMPARE(broke.health[i].after, healed.health[i].before);
    }
}

void ComparisonTest::aFaultThatStayedIsNoNewOne()
{
    const Picture bad = recorded(u"crash-exit-3"_s);
    const compare::Comparison same = compare::compared(bad.side(), bad.side());
    QVERIFY(std::any_of(same.findings.begin(), same.findings.end(), [](const auto &change) { return change.isFault; }));
    QVERIFY(!same.hasNewFault());
}

void ComparisonTest::objectsAreToldByNameWhereTheyAreNotAtHand()
{
    const Picture before = pictureOf(service("a", "1") + service("b", "1") + service("c", "1"));
    const Picture after = pictureOf(service("b", "1") + service("c", "2") + service("d", "1"));
    QCOMPARE(textOf(compare::compared(before.side(), after.side()).objects),
             u"-Service/shop/a ~Service/shop/c +Service/shop/d"_s);
}

void ComparisonTest::ofASecretTheNameAloneIsTold()
{
    const model::ObjectRef ref{model::Kind::Secret, u"shop"_s, u"s"_s};
    const auto secret = [](const QByteArray &version) {
        return pictureOf("  - {apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop, uid: u, "
                         "resourceVersion: '" +
                         version + "'}}\n");
    };
    const Picture before = secret("1"), after = secret("2");
    const auto changes = compare::compared(before.side({{ref, json(R"({"data":{"a":"x"}})")}}),
                                           after.side({{ref, json(R"({"data":{"a":"y"}})")}}))
                             .objects;
    QCOMPARE(textOf(changes), u"~Secret/shop/s"_s);
    QVERIFY(changes.front().fields.empty());
}

void ComparisonTest::aChangedConfigMapIsToldThoughItsValuesAreNotKept()
{
    const model::ObjectRef ref{model::Kind::ConfigMap, u"shop"_s, u"m"_s};
    const auto map = [](const QByteArray &version) {
        return pictureOf("  - {apiVersion: v1, kind: ConfigMap, metadata: {name: m, namespace: shop, uid: u, "
                         "resourceVersion: '" +
                         version + "'}, data: {k: v}}\n");
    };
    const auto object = json(R"({"data":{"k":"<dropped>"}})");
    const Picture before = map("1"), after = map("2");
    QCOMPARE(textOf(compare::compared(before.side({{ref, object}}), after.side({{ref, object}})).objects),
             u"~ConfigMap/shop/m"_s);
    QCOMPARE(textOf(compare::compared(before.side({{ref, object}}), before.side({{ref, object}})).objects), QString());
}

void ComparisonTest::whatChangesByItselfIsLeftOut()
{
    const auto before = json(R"({"metadata":{"resourceVersion":"1","generation":1,"managedFields":[1]},
        "status":{"observedGeneration":1,"conditions":[{"type":"Ready","status":"True","lastHeartbeatTime":"a"}]}})");
    const auto after = json(R"({"metadata":{"resourceVersion":"2","generation":2},
        "status":{"observedGeneration":2,"conditions":[{"type":"Ready","status":"True","lastHeartbeatTime":"b"}]}})");
    QVERIFY(compare::fieldChanges(before, after).empty());
}

void ComparisonTest::fieldsAreNamedAsInTheEvidence()
{
    const auto changes = compare::fieldChanges(
        json(R"({"spec":{"replicas":3,"containers":[{"name":"app","image":"a:1"},{"name":"old"}]},"x":""})"),
        json(R"({"spec":{"replicas":2,"containers":[{"name":"new"},{"name":"app","image":"a:2"}]}})"));
    QStringList lines;
    for (const compare::FieldChange &change : changes) {
        lines += u"%1: %2 -> %3"_s.arg(change.field, change.before.isNull() ? u"(null)"_s : change.before,
                                       change.after.isNull() ? u"(null)"_s : change.after);
    }
    QCOMPARE(lines, (QStringList{u"spec.containers[app].image: a:1 -> a:2"_s,
                                 u"spec.containers[new]: (null) -> {\"name\":\"new\"}"_s,
                                 u"spec.containers[old]: {\"name\":\"old\"} -> (null)"_s, u"spec.replicas: 3 -> 2"_s,
                                 u"x:  -> (null)"_s}));
}

void ComparisonTest::elementsWithoutANameGoByTheirPlace()
{
    const auto changes = compare::fieldChanges(json(R"({"args":["a","b"]})"), json(R"({"args":["a","c","d"]})"));
    QCOMPARE(changes.size(), size_t(2));
    QCOMPARE(changes[0].field, u"args[1]"_s);
    QCOMPARE(changes[1].field, u"args[2]"_s);
    QVERIFY(changes[1].before.isNull());
}

void ComparisonTest::aKindThatCouldNotBeReadIsNotCompared()
{
    const Picture before = pictureOf(service("a", "1"));
    model::ClusterData data = before.cluster->data();
    data.services.clear();
    data.unseen[model::Kind::Service] = {model::Unseen::Reason::Forbidden, {}};
    const Picture after{std::make_shared<const model::Cluster>(std::move(data)), {}};
    const compare::Comparison comparison = compare::compared(before.side(), after.side());
    QCOMPARE(textOf(comparison.objects), QString());
    QCOMPARE(comparison.notCompared, std::vector<model::Kind>{model::Kind::Service});
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
