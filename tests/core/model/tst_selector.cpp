#include "core/model/selector.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;

class SelectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expressionsHoldAsTheServerHasThem_data();
    void expressionsHoldAsTheServerHasThem();
    void everyPartMustHold();
};

void SelectorTest::expressionsHoldAsTheServerHasThem_data()
{
    QTest::addColumn<QString>("op");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<QString>("text");
    QTest::newRow("listed") << u"In"_s << u"app"_s << true << u"app in (web, api)"_s;
    QTest::newRow("key absent") << u"In"_s << u"tier"_s << false << u"tier in (web, api)"_s;
    QTest::newRow("not listed") << u"In"_s << u"track"_s << false << u"track in (web, api)"_s;
    QTest::newRow("must not be listed") << u"NotIn"_s << u"app"_s << false << u"app notin (web, api)"_s;
    QTest::newRow("not in holds for an absent key") << u"NotIn"_s << u"tier"_s << true << u"tier notin (web, api)"_s;
    QTest::newRow("exists") << u"Exists"_s << u"app"_s << true << u"app"_s;
    QTest::newRow("exists not") << u"Exists"_s << u"tier"_s << false << u"tier"_s;
    QTest::newRow("must not exist") << u"DoesNotExist"_s << u"app"_s << false << u"!app"_s;
    QTest::newRow("is not there") << u"DoesNotExist"_s << u"tier"_s << true << u"!tier"_s;
}

void SelectorTest::expressionsHoldAsTheServerHasThem()
{
    QFETCH(QString, op);
    QFETCH(QString, key);
    QFETCH(bool, fits);
    QFETCH(QString, text);
    const LabelSelector selector{{}, true, {{key, op, {u"web"_s, u"api"_s}}}};
    QCOMPARE(matches(selector, {{u"app"_s, u"web"_s}, {u"track"_s, u"beta"_s}}), fits);
    QCOMPARE(selectorText(selector), text);
}

void SelectorTest::everyPartMustHold()
{
    const Labels labels{{u"app"_s, u"web"_s}};
    QVERIFY(matches({}, labels));
    const LabelSelector both{{{u"app"_s, u"web"_s}}, true, {{u"tier"_s, u"Exists"_s, {}}}};
    QVERIFY(!matches(both, labels));
    QVERIFY(matches(both, {{u"app"_s, u"web"_s}, {u"tier"_s, u"front"_s}}));
    QVERIFY(!matches(both, {{u"app"_s, u"api"_s}, {u"tier"_s, u"front"_s}}));
    QCOMPARE(selectorText(both), u"app=web,tier"_s);
}

QTEST_GUILESS_MAIN(SelectorTest)
#include "tst_selector.moc"
