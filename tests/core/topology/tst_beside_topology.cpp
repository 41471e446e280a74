#include "core/source/filesource.h"
#include "core/topology/topology.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using topology::Item;
using topology::Link;

/// Pictures of what stands beside applications.
class TestBesideTopology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachShowsItselfAndWhatItIsAbout_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QStringList>("items");
        QTest::newRow("claim without its class")
            << u"claim-class-mistyped"_s << u"PersistentVolumeClaim/shop/data"_s
            << QStringList{u"PersistentVolumeClaim/shop/data"_s, u"StorageClass/fsat missing (fast)"_s,
                           u"StorageClass/fast near"_s};
        QTest::newRow("claim without its volume")
            << u"claim-lost"_s << u"PersistentVolumeClaim/shop/data"_s
            << QStringList{u"PersistentVolumeClaim/shop/data"_s, u"StorageClass/fast"_s,
                           u"PersistentVolume/disk-9 missing"_s};
        QTest::newRow("autoscaler without its target")
            << u"autoscaler-target-mistyped"_s << u"HorizontalPodAutoscaler/shop/web"_s
            << QStringList{u"HorizontalPodAutoscaler/shop/web"_s, u"Deployment/shop/wbe missing (web)"_s,
                           u"Deployment/shop/web near"_s};
        QTest::newRow("budget over two Pods")
            << u"budget-of-zero"_s << u"PodDisruptionBudget/shop/web"_s
            << QStringList{u"PodDisruptionBudget/shop/web"_s, u"Pod/shop/web-7d9c-a2x x2"_s};
        QTest::newRow("budget that misses") << u"budget-selector-mistyped"_s << u"PodDisruptionBudget/shop/web"_s
                                            << QStringList{u"PodDisruptionBudget/shop/web"_s, u"Deployment/shop/web"_s};
        QTest::newRow("node with its Pods") << u"node-disk-pressure"_s << u"Node/node-a"_s
                                            << QStringList{u"Node/node-a"_s, u"Pod/shop/web-7d9c-a2x x2"_s};
    }

    void eachShowsItselfAndWhatItIsAbout()
    {
        QFETCH(QString, story);
        QFETCH(QString, subject);
        QFETCH(QStringList, items);
        const auto guide = guide::Guide::loadBuiltIn();
        const auto read =
            source::readFiles({{QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/stories/") + story}, {}});
        QVERIFY(guide.has_value() && read.has_value());
        const QStringList parts = subject.split(u'/');
        const model::ObjectRef ref{model::kindFromName(parts.first()), parts.size() == 3 ? parts[1] : QString(),
                                   parts.last()};
        const topology::Topology picture =
            topology::topologyOf(*read->cluster, guide::diagnose(*guide, *read->cluster, ref));
        QStringList texts;
        for (const Item &item : picture.items) {
            texts.append(item.object.toString() + (item.count > 1 ? u" x%1"_s.arg(item.count) : QString()) +
                         (item.found ? QString() : u" missing"_s) + (item.nearMiss ? u" near"_s : QString()) +
                         (item.similar.isEmpty() ? QString() : u" ("_s + item.similar + u')'));
        }
        QCOMPARE(texts, items);
        QCOMPARE(picture.links.size(), picture.items.size() - 1);
        for (const Link &link : picture.links)
            QCOMPARE(link.from, link.kind == Link::Kind::PerhapsIs ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestBesideTopology)
#include "tst_beside_topology.moc"
