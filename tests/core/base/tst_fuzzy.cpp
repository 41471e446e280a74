#include "core/base/fuzzy.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace faultline::base;

class FuzzyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreComparedWithoutCaseDashesAndLookAlikes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("normalized");
        QTest::newRow("plain") << u"my-app"_s << u"my-app"_s;
        QTest::newRow("case and blanks") << u"  My-App\t"_s << u"my-app"_s;
        QTest::newRow("underscore") << u"my_app"_s << u"my-app"_s;
        QTest::newRow("long dash") << u"my–app"_s << u"my-app"_s;
        QTest::newRow("Cyrillic a and o") << u"b\u0430ckend-\u043e"_s << u"backend-o"_s;
        QTest::newRow("Cyrillic capital") << u"\u0410pp"_s << u"app"_s;
        QTest::newRow("full width") << u"\uff41\uff50\uff50\uff11"_s << u"app1"_s;
        QTest::newRow("zero width inside") << u"my\u200b-\ufeffapp\u00ad"_s << u"my-app"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("Chinese stays") << u"订单"_s << u"订单"_s;
    }
    void namesAreComparedWithoutCaseDashesAndLookAlikes()
    {
        QFETCH(QString, text);
        QFETCH(QString, normalized);
        QCOMPARE(normalizedName(text), normalized);
    }

    void editsAreCounted_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<int>("edits");
        QTest::newRow("equal") << u"backend"_s << u"backend"_s << 0;
        QTest::newRow("swapped neighbours are one edit") << u"backedn"_s << u"backend"_s << 1;
        QTest::newRow("missing letter") << u"my-ap"_s << u"my-app"_s << 1;
        QTest::newRow("replaced letter") << u"kitten"_s << u"mitten"_s << 1;
        QTest::newRow("classic") << u"kitten"_s << u"sitting"_s << 3;
        QTest::newRow("a swapped pair is not edited again") << u"ca"_s << u"abc"_s << 3;
        QTest::newRow("from nothing") << QString() << u"abc"_s << 3;
        QTest::newRow("to nothing") << u"abc"_s << QString() << 3;
        QTest::newRow("nothing at all") << QString() << QString() << 0;
    }
    void editsAreCounted()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(int, edits);
        QCOMPARE(editDistance(left, right), edits);
        QCOMPARE(editDistance(right, left), edits);
    }

    void aSlipLooksAlikeAndAnotherNameDoesNot_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<bool>("alike");
        QTest::newRow("equal") << u"web"_s << u"web"_s << true;
        QTest::newRow("one edit in four letters") << u"wbe"_s << u"web"_s << true;
        QTest::newRow("two edits in four letters") << u"wab1"_s << u"web2"_s << false;
        QTest::newRow("two edits in ten letters") << u"bakcned"_s << u"backend"_s << true;
        QTest::newRow("three edits in ten letters") << u"frontend"_s << u"fruntind1"_s << false;
        QTest::newRow("three edits in eleven letters") << u"my-frontend"_s << u"my-fruntind1"_s << true;
        QTest::newRow("a quarter of a long name") << u"abcdefghijklmnop"_s << u"abcdefghijkl"_s << true;
        QTest::newRow("more than a quarter") << u"abcdefghijklmnop"_s << u"abcdefghijk"_s << false;
        QTest::newRow("other word") << u"frontend"_s << u"database"_s << false;
        QTest::newRow("one letter is no slip of another") << u"a"_s << u"b"_s << false;
        QTest::newRow("nothing is like nothing") << QString() << QString() << false;
        QTest::newRow("only the case differs") << u"MY_APP"_s << u"my-app"_s << true;
    }
    void aSlipLooksAlikeAndAnotherNameDoesNot()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(bool, alike);
        QCOMPARE(looksAlike(left, right), alike);
        QCOMPARE(looksAlike(right, left), alike);
    }

    void theClosestCandidateWinsAndTiesGoToTheFirstInOrder()
    {
        QCOMPARE(closest(u"backedn", {u"frontend"_s, u"backends"_s, u"backend"_s}), u"backend"_s);
        QCOMPARE(closest(u"web-x", {u"web-c"_s, u"web-a"_s, u"web-b"_s}), u"web-a"_s);
        QCOMPARE(closest(u"payments", {u"frontend"_s, u"cart"_s}), QString());
        QCOMPARE(closest(u"payments", {}), QString());
    }
};

QTEST_GUILESS_MAIN(FuzzyTest)
#include "tst_fuzzy.moc"
