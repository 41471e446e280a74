#include "core/guide/wording.h"
#include "core/source/filesource.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsAreFilled();
    void anOptionalPartGoesWhenAGapHasNoValue();
    void aMissingGapElsewhereIsShownAsUnknown();
    void clusterTextThatLooksLikeAGapStaysAsItIs();
    void commandsAreQuotedForTheShell();
    void aValueInsideQuotesKeepsThemClosed();
    void theContextStandsBehindEveryKubectl();
    void whatNobodyKnowsStandsInCapitals();
    void reasonsHaveWordsInBothLanguages();
    void onlyWhatKeepsRevisionsIsRolledBack();
};

void WordingTest::gapsAreFilled()
{
    QCOMPARE(guide::fill(u"{pod} in {namespace}"_s, {{u"pod"_s, u"web-1"_s}, {u"namespace"_s, u"shop"_s}}),
             u"web-1 in shop"_s);
}

void WordingTest::anOptionalPartGoesWhenAGapHasNoValue()
{
    const QString text = u"{pod} fails[[: {message}]][[ (exit {exitCode})]]."_s;
    QCOMPARE(guide::fill(text, {{u"pod"_s, u"a"_s}, {u"exitCode"_s, u"3"_s}}), u"a fails (exit 3)."_s);
    QCOMPARE(guide::fill(text, {{u"pod"_s, u"a"_s}}), u"a fails."_s);
}

void WordingTest::aMissingGapElsewhereIsShownAsUnknown() { QCOMPARE(guide::fill(u"{pod}!"_s, {}), u"?!"_s); }

void WordingTest::clusterTextThatLooksLikeAGapStaysAsItIs()
{
    QCOMPARE(guide::fill(u"{message}"_s, {{u"message"_s, u"{pod} [[x]] {message}"_s}, {u"pod"_s, u"no"_s}}),
             u"{pod} [[x]] {message}"_s);
}

void WordingTest::commandsAreQuotedForTheShell()
{
    const checks::Facts facts{{u"pod"_s, u"a; rm -rf ~"_s}, {u"namespace"_s, u"it's"_s}};
    QCOMPARE(guide::fillCommand(u"kubectl get pod {pod} -n {namespace}"_s, facts, {}),
             u"kubectl get pod 'a; rm -rf ~' -n 'it'\\''s'"_s);
    QCOMPARE(guide::fillCommand(u"kubectl get pod {pod}"_s, {{u"pod"_s, u"web-1"_s}}, {}), u"kubectl get pod web-1"_s);
}

void WordingTest::aValueInsideQuotesKeepsThemClosed()
{
    QCOMPARE(guide::fillCommand(u"curl -H 'Host: {host}' http://x/"_s, {{u"host"_s, u"a'b"_s}}, {}),
             u"curl -H 'Host: a'\\''b' http://x/"_s);
}

void WordingTest::theContextStandsBehindEveryKubectl()
{
    QCOMPARE(guide::fillCommand(u"kubectl get pods; kubectl get nodes"_s, {}, {u"prod eu"_s}),
             u"kubectl --context 'prod eu' get pods; kubectl --context 'prod eu' get nodes"_s);
    QCOMPARE(guide::fillCommand(u"kubectl get pods"_s, {}, {u"a\\1b"_s}), u"kubectl --context 'a\\1b' get pods"_s);
}

void WordingTest::whatNobodyKnowsStandsInCapitals()
{
    QCOMPARE(guide::fillCommand(u"kubectl get pod {pod}"_s, {}, {}), u"kubectl get pod POD"_s);
}

void WordingTest::reasonsHaveWordsInBothLanguages()
{
    QCOMPARE(guide::reasonText(u"forbidden:nodes"_s, base::Language::English), u"no right to list nodes"_s);
    QCOMPARE(guide::reasonText(u"forbidden:nodes"_s, base::Language::Chinese), u"没有列出 nodes 的权限"_s);
    QCOMPARE(guide::reasonText(u"notTried"_s, base::Language::English), u"the connection was not tried"_s);
}

void WordingTest::onlyWhatKeepsRevisionsIsRolledBack()
{
    const auto guide = guide::Guide::loadBuiltIn();
    for (const QString &story : {u"crash-exit-code"_s, u"job-fails"_s, u"bare-pod-crash"_s}) {
        const auto snapshot =
            source::readFiles({{QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded-1.20/") + story}, {}});
        QVERIFY(guide && snapshot);
        const auto diagnoses = guide::diagnoseAll(*guide, *snapshot->cluster);
        QVERIFY(diagnoses.size() == 1 && diagnoses.front().primary());
        const auto text =
            guide::describe(*guide, diagnoses.front(), *diagnoses.front().primary(), base::Language::English, {});
        QCOMPARE(text.commands.join(u'\n').contains(u"rollout undo deployment/cart"_s), story == "crash-exit-code"_L1);
        QVERIFY(!text.commands.join(u'\n').contains(u"undo job"_s) &&
                !text.commands.join(u'\n').contains(u"undo pod"_s));
    }
}

QTEST_GUILESS_MAIN(WordingTest)
#include "tst_wording.moc"
