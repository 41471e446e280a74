#include "core/source/fileplaces.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using model::Kind;
using source::FieldOf;

namespace {

constexpr auto kYaml = R"(# orders
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    app.kubernetes.io/name: orders
    app: orders
    tier: backedn
  ports:
  - port: 80
  - port: 81
    targetPort: 8080
---
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: orders-1}
  spec:
    containers:
    - name: app
      image: orders:1
)";

} // namespace

class TestFilePlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFile file(m_folder.filePath(u"orders.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(kYaml) > 0);
    }

    void aFieldIsFoundByItsLine_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("line");
        QTest::newRow("a label") << u"spec.selector.tier"_s << u"orders.yaml:11"_s;
        QTest::newRow("a key with dots") << u"spec.selector.app.kubernetes.io/name"_s << u"orders.yaml:9"_s;
        QTest::newRow("in a list") << u"spec.ports[1].targetPort"_s << u"orders.yaml:15"_s;
        QTest::newRow("what is not there") << u"spec.selector.zone"_s << u"orders.yaml:8"_s;
        QTest::newRow("no such port") << u"spec.ports[7].port"_s << u"orders.yaml:12"_s;
    }

    void aFieldIsFoundByItsLine()
    {
        QFETCH(QString, field);
        QFETCH(QString, line);
        const FieldOf asked{{Kind::Service, u"shop"_s, u"orders"_s}, field};
        QCOMPARE(source::linesOf({m_folder.path()}, {asked}).value(asked), line);
    }

    void anItemOfAListIsInItsOwnNamespaceOrInDefault()
    {
        const FieldOf asked{{Kind::Pod, u"default"_s, u"orders-1"_s}, u"spec.containers[app].image"_s};
        QCOMPARE(source::linesOf({m_folder.path()}, {asked}).value(asked), u"orders.yaml:26"_s);
        const FieldOf elsewhere{{Kind::Pod, u"shop"_s, u"orders-1"_s}, u"spec"_s};
        QVERIFY(source::linesOf({m_folder.path()}, {elsewhere}).isEmpty());
    }

    void whatCannotBeReadIsPassedOver()
    {
        const FieldOf asked{{Kind::Service, u"shop"_s, u"orders"_s}, u"spec"_s};
        QVERIFY(source::linesOf({m_folder.filePath(u"nothing.yaml"_s), u"-"_s}, {asked}).isEmpty());
        QFile broken(m_folder.filePath(u"a-broken.yaml"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("a: [") > 0);
        broken.close();
        QCOMPARE(source::linesOf({m_folder.path()}, {asked}).size(), 1);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFilePlaces)
#include "tst_fileplaces.moc"
