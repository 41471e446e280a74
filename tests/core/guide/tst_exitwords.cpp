#include "core/guide/wording.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

/// What the guide says about how a container ended: by number, and by the name of the signal.
class ExitWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeIsExplained_data();
    void everyCodeIsExplained();
    void otherCodesAreTheProgramsOwn();
};

namespace {

QStringList causesOf(const QString &leaf, const QString &code, base::Language language)
{
    static const auto guide = guide::Guide::loadBuiltIn();
    if (!guide)
        qFatal("the guide does not load");
    checks::Facts facts{{u"exitCode"_s, code}};
    if (code.toInt() > 128)
        facts[u"exitMeaning"_s] = u"SIGNAL"_s;
    QStringList causes;
    for (const base::LocalizedText &cause : guide->node(leaf).leaf.causes)
        causes += guide::fill(cause.in(language), facts);
    return causes.filter(code);
}

} // namespace

void ExitWordsTest::everyCodeIsExplained_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *code, const QString &word) {
        QTest::newRow(code) << QString::fromLatin1(code) << word;
    };
    row("1", u"log"_s);
    row("2", u"arguments"_s);
    row("126", u"execute"_s);
    row("127", u"not found"_s);
    row("128", u"start"_s);
    row("129", u"SIGNAL"_s);
    row("130", u"SIGNAL"_s);
    row("132", u"SIGILL"_s);
    row("134", u"SIGABRT"_s);
    row("135", u"SIGBUS"_s);
    row("136", u"SIGFPE"_s);
    row("137", u"SIGKILL"_s);
    row("139", u"SIGSEGV"_s);
    row("141", u"SIGPIPE"_s);
    row("143", u"SIGTERM"_s);
    row("159", u"SIGSYS"_s);
    row("255", u"-1"_s);
}

void ExitWordsTest::everyCodeIsExplained()
{
    QFETCH(QString, code);
    QFETCH(QString, word);
    for (const QString &leaf : {u"res_fix_app"_s, u"res_fix_crashing"_s}) {
        const QStringList english = causesOf(leaf, code, base::Language::English);
        QCOMPARE(english.size(), 1);
        QVERIFY2(english.front().contains(word), qPrintable(english.front()));
        QCOMPARE(causesOf(leaf, code, base::Language::Chinese).size(), 1);
    }
}

void ExitWordsTest::otherCodesAreTheProgramsOwn()
{
    const QStringList causes = causesOf(u"res_fix_app"_s, u"42"_s, base::Language::English);
    QCOMPARE(causes.size(), 1);
    QVERIFY2(causes.front().startsWith(u"Exit code 42: the meaning is the program's own"_s),
             qPrintable(causes.front()));
    const QStringList signal = causesOf(u"res_fix_app"_s, u"150"_s, base::Language::English);
    QVERIFY2(signal.front().startsWith(u"Exit code 150 (SIGNAL): "_s), qPrintable(signal.front()));
}

QTEST_GUILESS_MAIN(ExitWordsTest)
#include "tst_exitwords.moc"
