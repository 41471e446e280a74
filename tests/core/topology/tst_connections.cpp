#include "core/topology/connections.h"
#include "tests/support/casefile.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using model::Kind;
using topology::Connection;
using topology::Link;

namespace {

/// What a developer has before anything is deployed.
constexpr auto kManifests = R"(
unseen: {@UNSEEN}
objects:
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: orders, namespace: shop}
  spec:
    selector: {matchLabels: {app: orders}}
    template:
      metadata: {labels: {app: orders, tier: backend}}
      spec:
        containers:
        - {name: web, image: "shop/orders:1", ports: [{name: http, containerPort: 8080}]}
- apiVersion: v1
  kind: @SERVICE
  metadata: {name: orders, namespace: shop}
  spec:
    selector: {app: orders, tier: @TIER}
    ports: [{port: 80, targetPort: @TARGET}]
- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata: {name: orders, namespace: shop}
  spec:
    rules:
    - http:
        paths:
        - {path: /, pathType: Prefix, backend: {service: {name: @BACKEND, port: {number: @PORT}}}}
        - {path: /api, pathType: Prefix, backend: {service: {name: @BACKEND, port: {number: @PORT}}}}
)";

struct Values {
    QByteArray tier = "backend";
    QByteArray target = "http";
    QByteArray backend = "orders";
    QByteArray port = "80";
    QByteArray unseen = ""; ///< "services: forbidden"
};

QString matchWord(Link::Match match)
{
    static const std::map<Link::Match, QString> words{{Link::Match::Fine, u"="_s},
                                                      {Link::Match::Wrong, u"!="_s},
                                                      {Link::Match::Suspected, u"~"_s},
                                                      {Link::Match::Unknown, u"?"_s}};
    return words.at(match);
}

/// "Service spec.selector.tier tier=backedn != spec.template.metadata.labels.tier tier=backend"
QString rowText(const Connection &row)
{
    return u"%1 %2 %3 %4 %5 %6"_s
        .arg(model::kindName(row.from.object.kind), row.from.field, row.from.value, matchWord(row.match), row.to.field,
             row.to.value)
        .trimmed();
}

QStringList connectionsWith(const Values &values)
{
    QByteArray yaml(kManifests);
    yaml.replace("@TIER", values.tier).replace("@TARGET", values.target).replace("@UNSEEN", values.unseen);
    yaml.replace("@BACKEND", values.backend).replace("@PORT", values.port);
    yaml.replace("@SERVICE", values.unseen.isEmpty() ? "Service" : "ConfigMap");
    const base::Result<model::ClusterPtr> cluster = test::clusterFromYaml(yaml);
    if (!cluster)
        qFatal("%s", qPrintable(cluster.error().detail));
    static const guide::Guide guide = *guide::Guide::loadBuiltIn();
    const guide::Diagnosis diagnosis = guide::diagnose(guide, **cluster, {Kind::Deployment, u"shop"_s, u"orders"_s});
    QStringList rows;
    for (const Connection &row : topology::connectionsOf(**cluster, diagnosis))
        rows += rowText(row);
    return rows;
}

} // namespace

class ConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manifestsThatMatchAreFineRowByRow()
    {
        QCOMPARE(connectionsWith({}),
                 (QStringList{u"Deployment spec.selector.matchLabels.app app=orders = "
                              "spec.template.metadata.labels.app app=orders"_s,
                              u"Service spec.selector.app app=orders = spec.template.metadata.labels.app app=orders"_s,
                              u"Service spec.selector.tier tier=backend = "
                              "spec.template.metadata.labels.tier tier=backend"_s,
                              u"Service spec.ports[0].targetPort http = "
                              "spec.template.spec.containers[0].ports[0].containerPort 8080 (http)"_s,
                              u"Ingress spec.rules[0].http.paths[0].backend.service.name orders = "
                              "metadata.name orders"_s,
                              u"Ingress spec.rules[0].http.paths[0].backend.service.port.number 80 = "
                              "spec.ports[0].port 80"_s}));
    }

    void aSelectorPairThatDiffersIsWrongAndTheOthersFine()
    {
        const QStringList rows = connectionsWith({.tier = "backedn"});
        QVERIFY(rows.contains(u"Service spec.selector.tier tier=backedn != "
                              "spec.template.metadata.labels.tier tier=backend"_s));
        QVERIFY(rows.contains(u"Service spec.selector.app app=orders = "
                              "spec.template.metadata.labels.app app=orders"_s));
    }

    void aNameThatNoContainerDeclaresIsWrong()
    {
        QVERIFY(connectionsWith({.target = "htpp"})
                    .contains(u"Service spec.ports[0].targetPort htpp != "
                              "spec.template.spec.containers[0].ports[0].containerPort 8080 (http)"_s));
    }

    void aNumberThatNoContainerDeclaresIsNeverProvenWrong()
    {
        const QStringList rows = connectionsWith({.target = "8081"}).filter(u"targetPort"_s);
        QCOMPARE(rows.size(), 1);
        QVERIFY2(!rows.first().contains(u" != "_s) && !rows.first().contains(u" = "_s), qPrintable(rows.first()));
    }

    void aBackendThatIsNotThereNamesWhatItMayMean()
    {
        const QStringList rows = connectionsWith({.backend = "ordres"}).filter(u"Ingress"_s);
        QCOMPARE(rows, QStringList{u"Ingress spec.rules[0].http.paths[0].backend.service.name ordres != "
                                   "metadata.name orders"_s});
    }

    void aBackendPortThatTheServiceDoesNotHaveIsWrong()
    {
        QVERIFY(connectionsWith({.port = "8080"})
                    .contains(u"Ingress spec.rules[0].http.paths[0].backend.service.port.number 8080 != "
                              "spec.ports[0].port 80"_s));
    }

    void servicesThatWereNotReadAreNotMissing()
    {
        QCOMPARE(connectionsWith({.unseen = "services: forbidden"}).filter(u"Ingress"_s), QStringList());
    }
};

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "tst_connections.moc"
