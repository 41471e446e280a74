#include "core/report/report.h"

#include "core/source/filesource.h"
#include "tests/support/casefile.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

/// A cluster with its diagnoses, and the Input over them.
struct Story {
    guide::Guide guide;
    model::ClusterPtr cluster;
    std::vector<guide::Diagnosis> diagnoses;

    report::Input input(base::Language language = base::Language::English) const
    {
        report::Input input;
        input.guide = &guide;
        input.cluster = cluster.get();
        for (const guide::Diagnosis &diagnosis : diagnoses)
            input.diagnoses.push_back(&diagnosis);
        input.context.sourceName = u"test"_s;
        input.context.sourceType = u"files"_s;
        input.context.programVersion = u"1"_s;
        input.language = language;
        return input;
    }
};

Story storyOf(model::ClusterPtr cluster)
{
    auto guide = guide::Guide::loadBuiltIn();
    Q_ASSERT(guide.has_value());
    Story story{*std::move(guide), std::move(cluster), {}};
    story.diagnoses = guide::diagnoseAll(story.guide, *story.cluster);
    return story;
}

Story recorded(const QString &name)
{
    const QString folder = QStringLiteral(FAULTLINE_SOURCE_DIR) + u"/tests/clusters/recorded/"_s + name;
    const auto read = source::readFiles({{folder}, {}, source::Origin::Type::Files});
    Q_ASSERT(read.has_value());
    return storyOf(read->cluster);
}

/// A Pod whose message, log and labels try everything.
Story hostile()
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR) + u"/tests/core/report/hostile.yaml"_s);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    const auto cluster = test::clusterFromYaml(file.readAll());
    if (!cluster)
        qFatal("%s", qPrintable(cluster.error().toString()));
    return storyOf(*cluster);
}

/// Within a fence everything is text; a fence ends at a line of as many backticks as it began with.
QString outsideOfCode(const QString &markdown)
{
    static const QRegularExpression fence(u"^(`{3,})[a-z]*\n.*?^\\1\n"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression span(u"`[^`\n]*`"_s);
    return QString(markdown).remove(fence).remove(span);
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonTellsLeafLayerObjectAndWalk();
    void jsonOfAHealthySubjectIsHealthyWithNotesOnly();
    void walksOfWhatIsFineAreLeftOutOnlyOnRequest();
    void jsonPieceByPieceIsTheSameDocument();
    void everyOutputTellsTheSameHeadline();
    void everyOutputTellsCausesPatchAndWhereToRead();
    void secretsAndControlCharactersReachNoOutput();
    void deniedReadsComeWithTheRoleThatAllowsThem();
    void withoutADeniedReadNoRoleIsNamed();
    void markdownLetsNoMarkupThrough();
    void htmlIsWellFormedAndHasNoScript();
    void namesOfATableAreWholeWhereverTheyMayBreak();
    void svgIsWellFormed();
    void serverAndUserAreLeftOutUnlessGiven();
    void chineseIsChinese();
};

void ReportTest::jsonTellsLeafLayerObjectAndWalk()
{
    const Story story = recorded(u"selector-typo"_s);
    const QJsonObject json = report::toJson(story.input());
    QCOMPARE(json["schema"_L1].toString(), u"faultline.diagnosis/1"_s);
    QJsonObject broken;
    for (const QJsonValue &subject : json["subjects"_L1].toArray()) {
        if (subject["healthy"_L1] == QJsonValue(false) &&
            subject["subject"_L1]["kind"_L1].toString() == "Deployment"_L1)
            broken = subject.toObject();
    }
    const QJsonObject finding = broken["findings"_L1][0].toObject();
    QCOMPARE(finding["leaf"_L1].toString(), u"res_selector"_s);
    QCOMPARE(finding["layer"_L1].toString(), u"service"_s);
    QCOMPARE(finding["object"_L1]["kind"_L1].toString(), u"Service"_s);
    QVERIFY(finding["primary"_L1].toBool());
    QCOMPARE(finding["certainty"_L1].toString(), u"proven"_s);
    QVERIFY(finding["title"_L1].toString().contains(u"tier=backedn"_s));
    const QJsonArray walk = finding["walk"_L1].toArray();
    QCOMPARE(walk.last()["node"_L1].toString(), u"s_selector"_s);
    QCOMPARE(walk.last()["answer"_L1].toString(), u"no"_s);
    QVERIFY(!walk.last()["evidence"_L1].toArray().isEmpty());
}

void ReportTest::jsonOfAHealthySubjectIsHealthyWithNotesOnly()
{
    const Story story = recorded(u"healthy-internal"_s);
    const QJsonArray subjects = report::toJson(story.input())["subjects"_L1].toArray();
    QVERIFY(!subjects.isEmpty());
    for (const QJsonValue &subject : subjects) {
        QCOMPARE(subject["healthy"_L1], QJsonValue(true));
        for (const QJsonValue &finding : subject["findings"_L1].toArray())
            QVERIFY(finding["note"_L1].toBool());
        QVERIFY(!subject["notChecked"_L1].toArray().isEmpty());
    }
}

/// A broken subject and healthy ones, as a whole cluster has them.
void ReportTest::walksOfWhatIsFineAreLeftOutOnlyOnRequest()
{
    for (const QString &name : {u"healthy-internal"_s, u"selector-typo"_s}) {
        const Story story = recorded(name);
        report::Input input = story.input();
        const QJsonArray whole = report::toJson(input)["subjects"_L1].toArray();
        input.hasWalksOfFine = false;
        const QJsonArray brief = report::toJson(input)["subjects"_L1].toArray();
        QCOMPARE(brief.size(), whole.size());
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QVERIFY(!whole[i]["walks"_L1].toArray().isEmpty());
            const bool isFine = whole[i]["health"_L1].toString() == "fine"_L1;
            QCOMPARE(brief[i]["walks"_L1].toArray().isEmpty(), isFine);
            QCOMPARE(brief[i]["findings"_L1], whole[i]["findings"_L1]);
        }
    }
}

void ReportTest::jsonPieceByPieceIsTheSameDocument()
{
    for (const QString &name : {u"healthy-internal"_s, u"selector-typo"_s, u"crash-oom"_s}) {
        const Story story = recorded(name);
        report::Input input = story.input();
        // More subjects than are worded at once.
        const std::vector<const guide::Diagnosis *> own = input.diagnoses;
        while (input.diagnoses.size() < 150)
            input.diagnoses.insert(input.diagnoses.end(), own.begin(), own.end());
        QByteArray text;
        report::writeJson(input, [&text](const QByteArray &piece) { text += piece; });
        QJsonParseError error;
        const QJsonDocument read = QJsonDocument::fromJson(text, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QCOMPARE(read.object(), report::toJson(input));
        QVERIFY(text.endsWith("\n"));
    }
    const Story story = recorded(u"healthy-internal"_s);
    report::Input none = story.input();
    none.diagnoses.clear();
    QByteArray text;
    report::writeJson(none, [&text](const QByteArray &piece) { text += piece; });
    QCOMPARE(QJsonDocument::fromJson(text).object(), report::toJson(none));
}

void ReportTest::everyOutputTellsTheSameHeadline()
{
    const Story story = recorded(u"crash-oom"_s);
    const QString headline = guide::headline(story.guide, story.diagnoses.front(), base::Language::English);
    const QString word = u"too much memory"_s;
    QVERIFY2(headline.contains(word), qPrintable(headline));
    QVERIFY(report::toText(story.input(), false).contains(word));
    QVERIFY(report::toMarkdown(story.input()).contains(word));
    QVERIFY(report::toHtml(story.input(), report::estimateText).contains(word));
}

void ReportTest::everyOutputTellsCausesPatchAndWhereToRead()
{
    const Story story = recorded(u"crash-oom"_s);
    const QString page = u"https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/"_s;
    const QString cause = u"The app does not know its limit"_s, patch = u"memory: 64Mi # was 32Mi"_s;
    const QString html = report::toHtml(story.input(), report::estimateText);
    for (const QString &output : {report::toText(story.input(), false), report::toMarkdown(story.input()), html}) {
        for (const QString &part : {u"Likely causes"_s, cause, patch, u"Read more"_s, page})
            QVERIFY2(output.contains(part), qPrintable(part));
    }
    QVERIFY(html.contains(u"<a href=\"%1\""_s.arg(page)));
    const QJsonValue finding = report::toJson(story.input())["subjects"_L1][0]["findings"_L1][0];
    QVERIFY(finding["causes"_L1].toArray().size() > 2);
    QVERIFY(finding["patch"_L1].toString().contains(patch));
    QVERIFY(finding["read"_L1].toArray().contains(page));
    const QString chinese = report::toText(story.input(base::Language::Chinese), false);
    QVERIFY(chinese.contains(u"https://kubernetes.io/zh-cn/docs/tasks/configure-pod-container/"_s));
}

void ReportTest::secretsAndControlCharactersReachNoOutput()
{
    const Story story = hostile();
    const QStringList outputs{QString::fromUtf8(QJsonDocument(report::toJson(story.input())).toJson()),
                              report::toText(story.input(), false), report::toMarkdown(story.input()),
                              report::toHtml(story.input(), report::estimateText)};
    for (const QString &output : outputs) {
        QVERIFY(output.contains(u"fatal"_s));
        QVERIFY(!output.contains(u"hunter2canary"_s));
        QVERIFY(!output.contains(u'\033'));
        QVERIFY(!output.contains(QChar(0x202E)));
    }
}

void ReportTest::deniedReadsComeWithTheRoleThatAllowsThem()
{
    const auto cluster = test::clusterFromYaml(R"(
unseen: {nodes: forbidden, services: forbidden, secrets: forbidden, ingresses: failed}
objects:
- {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: 1}}
- apiVersion: v1
  kind: Pod
  metadata: {name: web-1, namespace: shop}
  spec: {containers: [{name: web, image: web}]}
  status: {phase: Pending, conditions: [{type: PodScheduled, status: "False", reason: Unschedulable}]}
)");
    QVERIFY2(cluster, cluster ? "" : qPrintable(cluster.error().toString()));
    const Story story = storyOf(*cluster);
    report::Input input = story.input();
    input.context.nameSpace = u"shop"_s;
    const QStringList outputs{report::toText(input, false), report::toMarkdown(input),
                              report::toHtml(input, report::estimateText).replace(u"&quot;"_s, u"\""_s)};
    for (const QString &output : outputs) {
        QVERIFY2(output.contains(u"kind: Role\n"_s) && output.contains(u"kind: ClusterRole\n"_s), qPrintable(output));
        QVERIFY2(output.contains(u"resources: [services]\n"_s) && output.contains(u"resources: [nodes]\n"_s),
                 qPrintable(output));
        QVERIFY(!output.contains(u"resources: [secrets]"_s));   // whoever may list them may read their values
        QVERIFY(!output.contains(u"resources: [ingresses]"_s)); // failed is not denied
    }
    const QJsonObject json = report::toJson(input);
    QVERIFY(json[u"missingRights"_s].toString().contains(u"namespace: shop"_s));
    bool isTold = false;
    for (const QJsonValue &subject : json[u"subjects"_s].toArray()) {
        for (const QJsonValue &item : subject[u"notChecked"_s].toArray()) {
            const QString reason = item[u"reason"_s].toString();
            QCOMPARE(item[u"rule"_s].isString(), reason.startsWith(u"forbidden:"_s) && !reason.endsWith(u"secrets"_s));
            isTold = isTold || item[u"rule"_s].toString().startsWith(u"{apiGroups: [\"\"], resources: ["_s);
        }
    }
    QVERIFY(isTold);
}

void ReportTest::withoutADeniedReadNoRoleIsNamed()
{
    const Story story = recorded(u"crash-oom"_s);
    QVERIFY(!report::toText(story.input(), false).contains(u"rbac.authorization"_s));
    QVERIFY(!report::toMarkdown(story.input()).contains(u"rbac.authorization"_s));
    QVERIFY(report::toJson(story.input())[u"missingRights"_s].isNull());
}

void ReportTest::markdownLetsNoMarkupThrough()
{
    const QString markdown = report::toMarkdown(hostile().input());
    QVERIFY(!markdown.contains(u"](http"_s));
    QVERIFY(!outsideOfCode(markdown).contains(u"<script>"_s));
    QVERIFY(!outsideOfCode(markdown).contains(u"<img"_s));
}

void ReportTest::htmlIsWellFormedAndHasNoScript()
{
    const QString html = report::toHtml(hostile().input(), report::estimateText);
    QVERIFY(html.contains(u"Content-Security-Policy"_s));
    QVERIFY(html.contains(u"default-src 'none'"_s));
    QVERIFY(!html.contains(u"<script"_s));
    QVERIFY(!html.contains(u"http://evil"_s) || !html.contains(u"href"_s));
    QVERIFY(!html.contains(u" src="_s));
}

void ReportTest::namesOfATableAreWholeWhereverTheyMayBreak()
{
    const QString html = report::toHtml(recorded(u"crash-oom"_s).input(), report::estimateText);
    QVERIFY(html.contains(u"<wbr/>"_s));
    const QString read = QString(html).remove(u"<wbr/>"_s);
    for (const QString &name : {u"<td class=\"name\">Pod/crash-oom/cart-8447465f6f-k8d8r</td>"_s,
                                u"<td class=\"name\">status.containerStatuses[app].state.terminated.exitCode</td>"_s})
        QVERIFY2(read.contains(name), qPrintable(name));
}

void ReportTest::svgIsWellFormed()
{
    for (const Story &story : {recorded(u"selector-typo"_s), hostile()}) {
        for (const guide::Diagnosis &diagnosis : story.diagnoses) {
            for (const QString &svg : {report::topologySvg(story.input(), diagnosis, report::estimateText),
                                       report::pathSvg(story.input(), diagnosis, report::estimateText)}) {
                QXmlStreamReader xml(svg);
                while (!xml.atEnd())
                    xml.readNext();
                QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            }
        }
    }
}

void ReportTest::serverAndUserAreLeftOutUnlessGiven()
{
    const Story story = recorded(u"healthy-internal"_s);
    report::Input input = story.input();
    QVERIFY(report::toJson(input)["source"_L1]["server"_L1].isNull());
    input.context.server = u"https://api.example:6443"_s;
    QVERIFY(report::toMarkdown(input).contains(u"api.example"_s));
}

void ReportTest::chineseIsChinese()
{
    const Story story = recorded(u"selector-typo"_s);
    const QString markdown = report::toMarkdown(story.input(base::Language::Chinese));
    QVERIFY(markdown.contains(u"诊断报告"_s));
    QVERIFY(markdown.contains(u"没有选中"_s));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
