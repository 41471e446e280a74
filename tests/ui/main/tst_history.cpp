#include "ui/main/history.h"

#include <QtTest/QtTest>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

Visit at(const QString &name, int step = 0) { return {{model::Kind::Deployment, u"shop"_s, name}, {0, step}}; }

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForwardAsABrowserDoes()
    {
        History history;
        QVERIFY(!history.canGoBack());
        history.visit(at(u"orders"_s));
        history.visit(at(u"orders"_s, 3));
        history.visit(at(u"cart"_s));
        QCOMPARE(history.back(), at(u"orders"_s, 3));
        QCOMPARE(history.back(), at(u"orders"_s));
        QCOMPARE(history.back(), std::nullopt);
        QCOMPARE(history.forward(), at(u"orders"_s, 3));
        QVERIFY(history.canGoForward());
    }

    void aNewWayCutsOffWhatWasAhead()
    {
        History history;
        history.visit(at(u"orders"_s));
        history.visit(at(u"cart"_s));
        history.back();
        history.visit(at(u"web"_s));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(), at(u"orders"_s));
    }

    void theSamePlaceTwiceIsOneVisit()
    {
        History history;
        history.visit(at(u"orders"_s));
        history.visit(at(u"orders"_s));
        QCOMPARE(history.count(), 1);
    }

    void whatTheClusterChangesIsNoVisit()
    {
        History history;
        history.visit(at(u"orders"_s, 1));
        history.amend(at(u"orders"_s, 4));
        QCOMPARE(history.count(), 1);
        history.visit(at(u"cart"_s));
        QCOMPARE(history.back(), at(u"orders"_s, 4));
    }

    void whatIsGoneIsForgottenAndThePlaceIsKept()
    {
        History history;
        for (const QString &name : {u"orders"_s, u"cart"_s, u"orders"_s, u"web"_s})
            history.visit(at(name));
        history.keep([](const model::ObjectRef &subject) { return subject.name != u"cart"_s; });
        QCOMPARE(history.count(), 2); // the two of orders have become neighbours
        QCOMPARE(history.back(), at(u"orders"_s));
        QVERIFY(!history.canGoBack());
        history.keep([](const model::ObjectRef &) { return false; });
        QCOMPARE(history.count(), 0);
        QVERIFY(!history.canGoBack() && !history.canGoForward());
    }

    void atMostAHundredAreKept()
    {
        History history;
        for (int i = 0; i < 250; ++i)
            history.visit(at(u"orders"_s, i));
        QCOMPARE(history.count(), 100);
        QCOMPARE(history.back(), at(u"orders"_s, 248));
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
