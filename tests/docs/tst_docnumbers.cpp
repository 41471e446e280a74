#include "tests/docs/pages.h"

#include <QtTest/QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

/// Every number of a text, as it is written.
QStringList numbersIn(const QString &text)
{
    static const QRegularExpression number(u"(?<![\\d.,])\\d[\\d,]*(?:\\.\\d+)?(?![\\d.]*\\d)"_s);
    QStringList numbers;
    for (const auto &match : number.globalMatch(text))
        numbers.append(match.captured());
    return numbers;
}

double valueOf(QString number) { return number.remove(u',').toDouble(); }

/// True when one of `measured` is that number, rounded as that is.
bool isMeasured(const QString &number, const QStringList &measured)
{
    const double unit = std::pow(10, number.contains(u'.') ? -number.section(u'.', 1).size() : 0);
    return std::any_of(measured.begin(), measured.end(), [&](const QString &each) {
        return std::abs(valueOf(each) - valueOf(number)) <= unit / 2 + 1e-9;
    });
}

/// The paragraph in which a page tells what was measured.
QString measuredParagraph(const QString &page)
{
    for (const QString &paragraph : pageText(page).split(u"\n\n"_s)) {
        if (paragraph.contains("](docs/performance.md)"_L1) && paragraph.contains("curl"_L1))
            return paragraph;
    }
    return {};
}

} // namespace

class DocNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatReadmeMeasuresStandsInThePerformancePage_data();
    void whatReadmeMeasuresStandsInThePerformancePage();
    void aNumberThatNobodyMeasuredIsFound();
};

void DocNumbersTest::whatReadmeMeasuresStandsInThePerformancePage_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("English") << u"README.md"_s;
    QTest::newRow("Chinese") << u"README.zh-CN.md"_s;
}

void DocNumbersTest::whatReadmeMeasuresStandsInThePerformancePage()
{
    QFETCH(QString, page);
    const QStringList told = numbersIn(measuredParagraph(page));
    QVERIFY(told.size() >= 5);
    const QStringList measured = numbersIn(pageText(u"docs/performance.md"_s));
    for (const QString &number : told)
        QVERIFY2(isMeasured(number, measured), qPrintable(number));
}

void DocNumbersTest::aNumberThatNobodyMeasuredIsFound()
{
    const QStringList measured = numbersIn(u"| wall | 3.0863 s; 10,000 Pods | 7.8x |"_s);
    QCOMPARE(measured, QStringList({u"3.0863"_s, u"10,000"_s, u"7.8"_s}));
    QVERIFY(isMeasured(u"3.1"_s, measured) && isMeasured(u"3"_s, measured) && isMeasured(u"10,000"_s, measured));
    QVERIFY(!isMeasured(u"3.0"_s, measured) && !isMeasured(u"2"_s, measured));
}

QTEST_GUILESS_MAIN(DocNumbersTest)
#include "tst_docnumbers.moc"
