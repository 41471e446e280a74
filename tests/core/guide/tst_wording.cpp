#include "core/guide/applying.h"
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
    void aConditionKeepsItsPartOrDropsIt();
    void aContextIsNotPutIntoValues();
    void patchValuesAreQuotedForYaml();
    void aPatchGoesWhenAGapHasNoValue();
    void aTemplateStandsWhereTheOwnerHasIt();
    void pagesHaveTheirChineseEdition();
    void aPatchComesWithTheWayToApplyIt();
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

void WordingTest::aConditionKeepsItsPartOrDropsIt()
{
    const QString text = u"a[[?exitCode=137|143 b]][[?!exitCode=137 c]][[?exitCode d{exitCode}]][[?!exitCode e]]"_s;
    QCOMPARE(guide::fill(text, {{u"exitCode"_s, u"137"_s}}), u"abd137"_s);
    QCOMPARE(guide::fill(text, {{u"exitCode"_s, u"143"_s}}), u"abcd143"_s);
    QCOMPARE(guide::fill(text, {}), u"ace"_s);
    const QString nested = u"x[[?!exitCode [[: {pod}]][[, {message}]]]]"_s;
    QCOMPARE(guide::fill(nested, {{u"message"_s, u"m"_s}}), u"x, m"_s);
    QCOMPARE(guide::fill(nested, {{u"message"_s, u"m"_s}, {u"exitCode"_s, u"1"_s}}), u"x"_s);
    QCOMPARE(guide::fill(u"[[?pod {message}]]"_s, {{u"pod"_s, u"a"_s}}), QString());
}

void WordingTest::aContextIsNotPutIntoValues()
{
    QCOMPARE(guide::fillCommand(u"kubectl get pod {pod} && kubectl version"_s, {{u"pod"_s, u"a; kubectl b"_s}},
                                {u"{pod} x"_s}),
             u"kubectl --context '{pod} x' get pod 'a; kubectl b' && kubectl --context '{pod} x' version"_s);
}

void WordingTest::patchValuesAreQuotedForYaml()
{
    const QString patch = u"name: {container}\nport: {port}\nimage: {image}\n{selectorPair}\n{suggestedPortJson}"_s;
    QCOMPARE(guide::fillPatch(patch, {{u"container"_s, u"80"_s},
                                      {u"port"_s, u"80"_s},
                                      {u"image"_s, u"a: \"b\"\n- c"_s},
                                      {u"selectorPair"_s, u"app/version=1.0"_s},
                                      {u"suggestedPortJson"_s, u"\"http\""_s}}),
             u"name: \"80\"\nport: 80\nimage: \"a: \\\"b\\\"\\n- c\"\napp/version: \"1.0\"\n\"http\""_s);
    for (const QString &word :
         {u"true"_s, u"No"_s, u"null"_s, u"1e3"_s, u"0x1f"_s, u"- a"_s, u"a #b"_s, u"&a"_s, u""_s})
        QVERIFY2(guide::fillPatch(u"{image}"_s, {{u"image"_s, word}}).startsWith(u'"'), qPrintable(word));
    for (const QString &word : {u"nginx:1.25"_s, u"64Mi"_s, u"500m"_s, u"a.b/c@sha256:0a"_s})
        QCOMPARE(guide::fillPatch(u"{image}"_s, {{u"image"_s, word}}), word);
}

void WordingTest::aPatchGoesWhenAGapHasNoValue()
{
    const QString patch = u"a: {image}\n[[b: {port}\n]]c: 1"_s;
    QCOMPARE(guide::fillPatch(patch, {{u"image"_s, u"x"_s}}), u"a: x\nc: 1"_s);
    QCOMPARE(guide::fillPatch(patch, {{u"port"_s, u"1"_s}}), QString());
    QCOMPARE(guide::fillPatch({}, {}), QString());
}

void WordingTest::aTemplateStandsWhereTheOwnerHasIt()
{
    const QString patch = u"spec:\n  template:\n    spec:\n-     a: 1\n+     a: {port}\n"_s;
    const auto of = [&](const QString &kind) {
        return guide::fillPatch(patch, {{u"port"_s, u"2"_s}, {u"workloadKind"_s, kind}});
    };
    QCOMPARE(of(u"deployment"_s), u"spec:\n  template:\n    spec:\n-     a: 1\n+     a: 2"_s);
    QCOMPARE(of(u"pod"_s), u"spec:\n- a: 1\n+ a: 2"_s);
    QCOMPARE(of(u"cronjob"_s),
             u"spec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n-         a: 1\n+         a: 2"_s);
}

void WordingTest::pagesHaveTheirChineseEdition()
{
    const QString page = u"https://kubernetes.io/docs/concepts/"_s;
    QCOMPARE(guide::readAddress(page, base::Language::English), page);
    QCOMPARE(guide::readAddress(page, base::Language::Chinese), u"https://kubernetes.io/zh-cn/docs/concepts/"_s);
    QCOMPARE(guide::readAddress(u"https://gateway-api.sigs.k8s.io/"_s, base::Language::Chinese),
             u"https://gateway-api.sigs.k8s.io/"_s);
}

void WordingTest::aPatchComesWithTheWayToApplyIt()
{
    const QString source = u"spec:\n  template:\n    spec: {a: 1}"_s;
    const auto of = [&](const QString &kind, const QString &patch) {
        guide::FindingText text;
        const checks::Facts facts{
            {u"workloadKind"_s, kind}, {u"kind"_s, u"Job"_s}, {u"workload"_s, u"w"_s}, {u"namespace"_s, u"n"_s}};
        text.patch = guide::fillPatch(patch, facts);
        guide::addApplying(text, patch, facts, base::Language::English, {u"c"_s});
        return text;
    };
    QCOMPARE(of(u"deployment"_s, source).commands,
             QStringList{u"kubectl --context c patch deployment w -n n --patch-file mend.yaml"_s});
    QCOMPARE(of(u"cronjob"_s, source).commands.size(), 1);
    QCOMPARE(of(u"deployment"_s, u"apiVersion: v1"_s).commands,
             QStringList{u"kubectl --context c apply -f mend.yaml"_s});
    QVERIFY(of(u"job"_s, source).commands.isEmpty());
    QVERIFY(of(u"job"_s, source).fix.front().contains(u"A Job that exists"_s));
    QVERIFY(of(u"pod"_s, source).fix.front().contains(u"replace --force"_s));
    QVERIFY(of(u"deployment"_s, u"spec:\n- a\n+ b"_s).fix.isEmpty());
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
    const QString updated = u"stories/new-version-broken-old-one-serves"_s; // the others have no former version
    for (const QString &story : {updated, u"recorded-1.20/crash-exit-code"_s, u"recorded-1.20/job-fails"_s,
                                 u"recorded-1.20/bare-pod-crash"_s}) {
        const auto snapshot =
            source::readFiles({{QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/") + story}, {}});
        QVERIFY(guide && snapshot);
        const auto diagnoses = guide::diagnoseAll(*guide, *snapshot->cluster);
        QVERIFY(!diagnoses.empty() && diagnoses.front().primary());
        const auto text =
            guide::describe(*guide, diagnoses.front(), *diagnoses.front().primary(), base::Language::English, {});
        QCOMPARE(text.commands.join(u'\n').contains(u"rollout undo deployment/front"_s), story == updated);
        QCOMPARE(text.commands.join(u'\n').contains(u"rollout undo"_s), story == updated);
        QVERIFY(!text.commands.join(u'\n').contains(u"undo job"_s) &&
                !text.commands.join(u'\n').contains(u"undo pod"_s));
    }
}

QTEST_GUILESS_MAIN(WordingTest)
#include "tst_wording.moc"
