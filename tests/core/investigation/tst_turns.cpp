#include "core/investigation/turns.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using guide::Health;
using investigation::Turn;
using investigation::Turns;

namespace {
const model::ObjectRef kWeb{model::Kind::Deployment, u"shop"_s, u"web"_s};
} // namespace

class TurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSeenForTheFirstTimeIsNoNews();
    void whatBreaksAndHealsIsNewsWithTheTimeItTook();
    void waitingInBetweenIsNoNewsAndDoesNotCount();
    void whatIsGoneIsForgotten();
};

void TurnsTest::whatIsSeenForTheFirstTimeIsNoNews()
{
    Turns turns;
    QVERIFY(!turns.note(kWeb, Health::Fault, {1'000}));
    QVERIFY(!turns.note(kWeb, Health::Open, {2'000}));
}

void TurnsTest::whatBreaksAndHealsIsNewsWithTheTimeItTook()
{
    Turns turns;
    turns.note(kWeb, Health::Fine, {1'000});
    QCOMPARE(turns.note(kWeb, Health::Fault, {61'000}), (Turn{kWeb, Turn::Into::Broken, 60'000}));
    QCOMPARE(turns.note(kWeb, Health::Fine, {253'000}), (Turn{kWeb, Turn::Into::Fine, 192'000}));
}

void TurnsTest::waitingInBetweenIsNoNewsAndDoesNotCount()
{
    Turns turns;
    turns.note(kWeb, Health::Fault, {1'000});
    QVERIFY(!turns.note(kWeb, Health::Waiting, {2'000}));
    QVERIFY(!turns.note(kWeb, Health::Fault, {3'000}));
    QVERIFY(!turns.note(kWeb, Health::Waiting, {4'000}));
    QCOMPARE(turns.note(kWeb, Health::Fine, {5'000}), (Turn{kWeb, Turn::Into::Fine, 4'000}));
    QVERIFY(!turns.note(kWeb, Health::Waiting, {6'000}));
    QVERIFY(!turns.note(kWeb, Health::Fine, {7'000}));
}

void TurnsTest::whatIsGoneIsForgotten()
{
    Turns turns;
    turns.note(kWeb, Health::Fault, {1'000});
    turns.keepOnly([](const model::ObjectRef &) { return false; });
    QVERIFY(!turns.note(kWeb, Health::Fine, {2'000}));
}

QTEST_GUILESS_MAIN(TurnsTest)
#include "tst_turns.moc"
