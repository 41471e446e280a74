#include "core/base/quantity.h"

#include <QtTest/QTest>

#include <limits>

using namespace Qt::StringLiterals;
using faultline::base::Quantity;

namespace {
constexpr qint64 kMost = std::numeric_limits<qint64>::max();
}

class TestQuantity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheGrammarOfKubernetes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milli");
        const auto row = [](const char *text, qint64 milli) {
            QTest::newRow(text) << QString::fromLatin1(text) << milli;
        };
        row("500m", 500);
        row("1.5", 1500);
        row("0", 0);
        row("2", 2000);
        row("0.1", 100);
        row(".5", 500);
        row("5.", 5000);
        row("+3", 3000);
        row("-1", -1000);
        row("1k", 1'000'000);
        row("1M", 1'000'000'000);
        row("1E", kMost); // 10^21 thousandths: more than there is room for
        row("1e3", 1'000'000);
        row("1E3", 1'000'000);
        row("12e-1", 1200);
        row("1Ki", 1'024'000);
        row("64Mi", 67'108'864'000);
        row("1.5Gi", 1'610'612'736'000);
        row("1.123456789012Ti", 1'235'253'802'822'583);
        row("1Pi", 1'125'899'906'842'624'000);
        row("1u", 1); // rounded up, as Quantity.MilliValue() does
        row("1n", 1);
        row("1500u", 2);
        row("-1u", -1);
        row("0.0001", 1);
        row("1e-30", 1);
        row("0e999999999999", 0);
        row("1e999999999999", kMost);
        row("-9Ei", -kMost);
        row("9999999999999999999999999999", kMost);
        row("0.00000000000000000000000000000000001", 1);
        row("1.000000000000000000000000000000000001", 1001);
    }
    void readsTheGrammarOfKubernetes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milli);
        const auto quantity = Quantity::parse(text);
        QVERIFY(quantity.has_value());
        QCOMPARE(quantity->milli, milli);
    }

    void refusesJunk_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",    "m",  "Mi", ".",   "-",    "+",    "--1", "1 Mi", " 1",  "1 ",  "1.2.3", "1mi",
                                 "1ki", "1K", "1e", "1e+", "1e3m", "1Mim", "abc", "0x10", "1,5", "NaN", "Inf"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void refusesJunk()
    {
        QFETCH(QString, text);
        QVERIFY(!Quantity::parse(text).has_value());
    }

    void addsAndSubtractsWithoutOverflow()
    {
        QCOMPARE((Quantity{1500} + Quantity{500}).milli, qint64{2000});
        QCOMPARE((Quantity{1500} - Quantity{2000}).milli, qint64{-500});
        QCOMPARE((Quantity{kMost} + Quantity{1}).milli, kMost);
        QCOMPARE((Quantity{-kMost} - Quantity{kMost}).milli, -kMost);
        QVERIFY(Quantity{999} < Quantity{1000});
    }

    void writesBytesAndNumbersForPeople()
    {
        QCOMPARE(Quantity::parse(u"64Mi")->toString(true), u"64Mi"_s);
        QCOMPARE(Quantity::parse(u"1536Mi")->toString(true), u"1.5Gi"_s);
        QCOMPARE(Quantity::parse(u"24479296Ki")->toString(true), u"23.3Gi"_s);
        QCOMPARE(Quantity::parse(u"512")->toString(true), u"512"_s);
        QCOMPARE(Quantity::parse(u"500m")->toString(false), u"500m"_s);
        QCOMPARE(Quantity::parse(u"1500m")->toString(false), u"1500m"_s);
        QCOMPARE(Quantity::parse(u"2000m")->toString(false), u"2"_s);
        QCOMPARE(Quantity{-2000}.toString(false), u"-2"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
