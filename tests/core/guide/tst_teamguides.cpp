#include "core/guide/diagnosis.h"
#include "core/guide/needs.h"
#include "core/guide/teamguides.h"
#include "core/guide/wording.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

const guide::Guide &builtIn()
{
    static const auto guide = guide::Guide::loadBuiltIn();
    return *guide;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One question with its leaf, put in at `point` ("before: p_pending").
QByteArray oneQuestion(const QByteArray &id, const QByteArray &point)
{
    return "insert: [{" + point + ", node: " + id +
           "}]\n"
           "nodes:\n"
           "  - id: " +
           id +
           "\n"
           "    text: Is it so?\n"
           "    when: {object: pod, path: .spec.x}\n"
           "    edges: {\"yes\": " +
           id +
           "_leaf, \"no\": CONTINUE, unknown: CONTINUE}\n"
           "  - {id: " +
           id + "_leaf, title: It is so, why: Because, fix: Do it}\n";
}

guide::TeamGuides merged(const std::vector<guide::GuideText> &files) { return withTeamGuides(builtIn(), files); }

QString lines(const std::vector<guide::Problem> &problems)
{
    QStringList all;
    for (const guide::Problem &problem : problems)
        all.append(problem.toString());
    return all.join(u'\n');
}

QString target(const guide::Guide &guide, const QString &node, const QString &answer)
{
    const guide::Node &from = guide.node(node);
    const auto &edge = answer == "yes"_L1    ? from.yes
                       : answer == "no"_L1   ? from.no
                       : answer == "next"_L1 ? from.next
                                             : from.unknown;
    return edge->ask ? u"ASK"_s : edge->to;
}

} // namespace

class TeamGuidesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfTheDocumentIsInOrder();
    void beforeANodeEveryWayLeadsThroughTheQuestion();
    void atAnEdgeOnlyThatOneIsTurned();
    void filesAtOnePointStandInTheirOrder();
    void aFileMayBuildOnTheOneBefore();
    void beforeALayersEntryTheLayerBeginsWithTheQuestion();
    void beforeALeafTheCertaintyStays();
    void aSingleTextCountsForBothLanguages();
    void plainYesAndNoAreTakenForEdges();
    void aMistakeIsToldWithItsPlace_data();
    void aMistakeIsToldWithItsPlace();
    void everyMistakeIsToldAndTheFileLeftOut();
    void aBadFileLeavesTheOthersAlone();
    void filesOfAFolderComeInTheOrderOfTheirNames();
    void rightsOfAQuestionAreKnown();
};

void TeamGuidesTest::theExampleOfTheDocumentIsInOrder()
{
    const QString path = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/guides/vault.yaml");
    const QByteArray example = read(path);
    QVERIFY(!example.isEmpty());
    const auto result = merged({{path, example}});
    QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
    const guide::Node &leaf = result.guide.node(u"team_vault_not_injected"_s);
    QCOMPARE(leaf.origin, QStringList{u"team"_s});
    QCOMPARE(leaf.file, u"vault.yaml"_s);
    QCOMPARE(leaf.layer, guide::Layer::Pods);
    // The document shows this very file.
    const QByteArray document = read(QStringLiteral(FAULTLINE_SOURCE_DIR "/docs/guide-authoring.md"));
    QVERIFY2(document.contains(example), "docs/guide-authoring.md does not show tests/guides/vault.yaml as it is");
}

void TeamGuidesTest::beforeANodeEveryWayLeadsThroughTheQuestion()
{
    QStringList ways;
    for (const guide::Node &node : builtIn().nodes()) {
        for (const auto *edge : {&node.yes, &node.no, &node.unknown, &node.next}) {
            if (*edge && (*edge)->to == "p_pending"_L1)
                ways.append(node.id);
        }
    }
    QVERIFY(ways.size() > 1);
    const auto result = merged({{u"a.yaml"_s, oneQuestion("team_a", "before: p_pending")}});
    QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
    for (const guide::Node &node : result.guide.nodes()) {
        for (const auto *edge : {&node.yes, &node.no, &node.unknown, &node.next}) {
            if (*edge && (*edge)->to == "p_pending"_L1)
                QCOMPARE(node.id, u"team_a"_s);
            if (*edge && (*edge)->to == "team_a"_L1)
                ways.removeOne(node.id);
        }
    }
    QCOMPARE(ways, QStringList());
    QCOMPARE(target(result.guide, u"team_a"_s, u"no"_s), u"p_pending"_s);
    QVERIFY(result.guide.node(u"team_a"_s).no->passesOn);
}

void TeamGuidesTest::atAnEdgeOnlyThatOneIsTurned()
{
    const auto result = merged({{u"a.yaml"_s, oneQuestion("team_a", "at: p_failed/no")}});
    QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
    QCOMPARE(target(result.guide, u"p_failed"_s, u"no"_s), u"team_a"_s);
    QCOMPARE(target(result.guide, u"p_failed"_s, u"unknown"_s), target(builtIn(), u"p_failed"_s, u"unknown"_s));
    QCOMPARE(target(result.guide, u"team_a"_s, u"unknown"_s), u"p_pending"_s);
    const auto action = merged({{u"a.yaml"_s, oneQuestion("team_a", "at: p_get_pods/next")}});
    QVERIFY2(action.problems.empty(), qPrintable(lines(action.problems)));
    QCOMPARE(target(action.guide, u"p_get_pods"_s, u"next"_s), u"team_a"_s);
}

void TeamGuidesTest::filesAtOnePointStandInTheirOrder()
{
    for (const QByteArray point : {"before: p_pending", "at: p_failed/no"}) {
        const auto result =
            merged({{u"a.yaml"_s, oneQuestion("team_a", point)}, {u"b.yaml"_s, oneQuestion("team_b", point)}});
        QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
        QCOMPARE(target(result.guide, u"p_failed"_s, u"no"_s), u"team_a"_s);
        QCOMPARE(target(result.guide, u"team_a"_s, u"no"_s), u"team_b"_s);
        QCOMPARE(target(result.guide, u"team_b"_s, u"no"_s), u"p_pending"_s);
    }
}

void TeamGuidesTest::aFileMayBuildOnTheOneBefore()
{
    const guide::GuideText first{u"a.yaml"_s, oneQuestion("team_a", "before: p_pending")};
    const guide::GuideText second{u"b.yaml"_s, oneQuestion("team_b", "at: team_a/yes")};
    const auto result = merged({first, second});
    QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
    QCOMPARE(target(result.guide, u"team_b"_s, u"no"_s), u"team_a_leaf"_s);
    QCOMPARE(merged({second, first}).problems.size(), size_t(1));
}

void TeamGuidesTest::beforeALayersEntryTheLayerBeginsWithTheQuestion()
{
    const auto result = merged({{u"a.yaml"_s, oneQuestion("team_a", "before: s_find")}});
    QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
    QCOMPARE(result.guide.entry(guide::Layer::Service), u"team_a"_s);
    QCOMPARE(result.guide.node(u"team_a"_s).layer, guide::Layer::Service);
    QVERIFY(result.guide.isEntry(u"team_a"_s));
    const auto kind = merged({{u"a.yaml"_s, oneQuestion("team_a", "before: k_node_found")}});
    QVERIFY2(kind.problems.empty(), qPrintable(lines(kind.problems)));
    QCOMPARE(kind.guide.kindEntry(model::Kind::Node), u"team_a"_s);
    QByteArray wrong = oneQuestion("team_a", "before: s_find");
    wrong.replace("    text: Is it so?", "    layer: pods\n    text: Is it so?");
    QVERIFY(lines(merged({{u"a.yaml"_s, wrong}}).problems)
                .contains(u"a.yaml:4:12: team_a: stands where the layer service"_s));
}

void TeamGuidesTest::beforeALeafTheCertaintyStays()
{
    // A Pod of which nothing but the deletion is known: res_terminating. The team's question cannot be answered.
    const auto result = merged({{u"a.yaml"_s, oneQuestion("team_a", "before: res_terminating")}});
    QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
    model::ClusterData data;
    data.now = {1'700'000'000'000};
    model::Pod pod;
    pod.meta.nameSpace = u"shop"_s;
    pod.meta.name = u"web"_s;
    model::PodSpec spec;
    spec.containers.emplace_back().name = u"app"_s;
    pod.spec = std::make_shared<const model::PodSpec>(spec);
    pod.meta.deleted = {1'600'000'000'000};
    data.pods.push_back(pod);
    const model::Cluster cluster(std::move(data));
    const model::ObjectRef subject{model::Kind::Pod, u"shop"_s, u"web"_s};
    const auto before = diagnose(builtIn(), cluster, subject);
    const auto after = diagnose(result.guide, cluster, subject);
    QCOMPARE(before.walks.front().at, u"res_terminating"_s);
    QCOMPARE(after.walks.front().at, u"res_terminating"_s);
    QCOMPARE(after.walks.front().certainty, before.walks.front().certainty);
    QCOMPARE(after.walks.front().steps.size(), before.walks.front().steps.size() + 1);
}

void TeamGuidesTest::aSingleTextCountsForBothLanguages()
{
    QByteArray text = oneQuestion("team_a", "before: p_pending");
    text.replace("title: It is so", "title: {zh: 确实如此}");
    const auto result = merged({{u"a.yaml"_s, text}});
    QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
    const guide::Node &leaf = result.guide.node(u"team_a_leaf"_s);
    QCOMPARE(leaf.leaf.why.zh, u"Because"_s);
    QCOMPARE(leaf.leaf.title.en, u"确实如此"_s);
    QCOMPARE(leaf.text.en, u"确实如此"_s);
    QCOMPARE(leaf.type, guide::NodeType::Resolution);
}

void TeamGuidesTest::plainYesAndNoAreTakenForEdges()
{
    QByteArray text = oneQuestion("team_a", "before: p_pending");
    text.replace("\"yes\"", "yes").replace("\"no\"", "no");
    QVERIFY(merged({{u"a.yaml"_s, text}}).problems.empty());
}

void TeamGuidesTest::aMistakeIsToldWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *from, const char *to, const char *problem) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(problem);
    };
    row("an unknown node id", "\"yes\": t_leaf", "\"yes\": t_laef", "6:20: t: leads to \"t_laef\", which is not there");
    row("an unknown insertion point", "before: p_pending", "before: p_pendign",
        "1:19: there is no node \"p_pendign\" to put something at");
    row("an unknown edge", "before: p_pending", "at: p_failed/maybe", "1:15: p_failed has no edge \"maybe\"");
    row("an edge that asks", "before: p_pending", "at: r_found/unknown", "1:15: r_found asks a person there");
    row("no point", "before: p_pending, ", "", "1:10: needs either before: NODE or at: NODE/yes");
    row("an insertion of no node", "node: t}", "node: tt}", "1:36: \"tt\" is no node of this file");
    row("a loop", "\"no\": CONTINUE", "\"no\": p_failed", "6:12: t: is part of a loop: ");
    row("an unreachable node", "\"yes\": t_leaf", "\"yes\": res_terminating", "7:5: t_leaf: no way leads here");
    row("a missing text", "title: It is so, ", "", "7:5: t_leaf: has no text");
    row("a missing why", "why: Because, ", "", "7:5: t_leaf: a resolution needs title, why and fix");
    row("an empty text", "why: Because", "why: ''", "7:40: t_leaf: a text is missing");
    row("a bad JSONPath", "path: .spec.x}", "path: '{.spec.x[y}'}", "5:40: not a JSONPath: \"[\" is never closed");
    row("a bad regular expression", "path: .spec.x}", "path: .spec.x, matches: 'a(b'}",
        "5:53: not a regular expression: missing closing parenthesis");
    row("an id of the built-in guide", "id: t\n", "id: p_failed\n",
        "3:9: p_failed: the built-in guide has a node of this id");
    row("an id that stands twice", "id: t_leaf,", "id: t,", "7:10: t: this id stands twice");
    row("an id that is none", "id: t_leaf,", "id: 't leaf',", "7:10: \"t leaf\" is no id");
    row("an unknown gap", "why: Because", "why: 'Because {nobody}'",
        "7:49: t_leaf: nobody fills the gap {nobody} of why");
    row("a gap of one language", "why: Because", "why: {en: '{pod}', zh: x}", "7:40: t_leaf: English and Chinese");
    row("an unknown word of a node", "why: Because", "wyh: Because", "7:35: t_leaf: unknown word \"wyh\"");
    row("an unknown word of a condition", "path: .spec.x}", "paht: .spec.x}", "5:25: unknown word \"paht\"");
    row("an unknown word of the file", "nodes:\n", "notes: x\nnodes:\n", "2:1: unknown word \"notes\"");
    row("a key that stands twice", "\"no\": CONTINUE", "\"no\": CONTINUE, \"no\": t_leaf", "6:44: \"no\" stands twice");
    row("an unknown part", "object: pod", "object: pood", "5:20: is one of workload, pod");
    row("an unknown kind", "object: pod", "object: {kind: Teapot, name: x}", "5:27: \"Teapot\" is no kind");
    row("nothing to look at", "object: pod, ", "", "5:11: needs exactly one of object, event and log");
    row("two tests", "path: .spec.x}", "path: .spec.x, equals: 1, contains: 2}", "5:11: has more than one test");
    row("a fact of the program's own", "    edges:", "    facts: {image: {object: pod, path: .x}}\n    edges:",
        "6:13: the program itself fills {image}");
    row("a missing edge", ", unknown: CONTINUE", "", "6:12: t: a question needs the edges yes, no and unknown");
    row("asking on yes", "\"yes\": t_leaf", "\"yes\": ASK", "6:20: t: only the unknown edge can ask");
    row("an unknown check", "when: {object: pod, path: .spec.x}", "check: pod_happy",
        "5:12: t: there is no check \"pod_happy\"");
    row("an unknown layer", "    text: Is", "    layer: cellar\n    text: Is", "4:12: t: layer is rollout");
    row("an unknown verdict", "why: Because", "verdict: maybe, why: Because",
        "7:44: t_leaf: a resolution needs a verdict");
    row("no web page", "why: Because", "read: 'http://x', why: Because",
        "7:41: t_leaf: \"http://x\" is no https address");
    row("not YAML", "nodes:\n", "nodes: [\n", "not valid YAML");
    row("nothing in it", "nodes:", "nodse:", "unknown word \"nodse\"");
}

void TeamGuidesTest::aMistakeIsToldWithItsPlace()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, problem);
    QByteArray text = oneQuestion("t", "before: p_pending");
    QVERIFY2(text.contains(from), from.constData());
    const auto result = merged({{u"team/t.yaml"_s, text.replace(from, to)}});
    QVERIFY2(!result.problems.empty(), "nothing was said");
    const QString all = lines(result.problems);
    QVERIFY2(all.contains((problem.at(0).isDigit() ? u"team/t.yaml:"_s : QString()) + problem), qPrintable(all));
    QCOMPARE(result.guide.nodes().size(), builtIn().nodes().size());
}

void TeamGuidesTest::everyMistakeIsToldAndTheFileLeftOut()
{
    QByteArray text = oneQuestion("t", "before: p_pending");
    text.replace("\"yes\": t_leaf", "\"yes\": t_laef")
        .replace("path: .spec.x", "path: '.spec['")
        .replace("why: Because", "wyh: {x}");
    const auto result = merged({{u"t.yaml"_s, text}});
    QVERIFY2(result.problems.size() >= 4, qPrintable(lines(result.problems)));
    for (size_t i = 1; i < result.problems.size(); ++i)
        QVERIFY(result.problems[i - 1].line <= result.problems[i].line);
    QVERIFY(result.guide.find(u"t"_s) == nullptr);
}

void TeamGuidesTest::aBadFileLeavesTheOthersAlone()
{
    const auto result = merged({{u"a.yaml"_s, "nodes: ["}, {u"b.yaml"_s, oneQuestion("team_b", "before: p_pending")}});
    QCOMPARE(result.problems.size(), size_t(1));
    QCOMPARE(result.problems.front().file, u"a.yaml"_s);
    QVERIFY(result.problems.front().line > 0);
    QVERIFY(result.guide.find(u"team_b"_s) != nullptr);
}

void TeamGuidesTest::filesOfAFolderComeInTheOrderOfTheirNames()
{
    const QTemporaryDir folder;
    for (const QString &name : {u"b.yaml"_s, u"a.yml"_s, u"readme.txt"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
    }
    const auto files =
        guide::readGuideFiles({folder.path(), folder.filePath(u"b.yaml"_s), folder.filePath(u"c.yaml"_s)});
    QCOMPARE(files.texts.size(), size_t(2));
    QVERIFY(files.texts.front().name.endsWith(u"a.yml"_s));
    QCOMPARE(files.problems.size(), size_t(1));
    QVERIFY(files.problems.front().toString().contains(u"c.yaml: cannot be read"_s));
}

void TeamGuidesTest::rightsOfAQuestionAreKnown()
{
    const auto words = [](const guide::Node &node) {
        QStringList all;
        for (const guide::Right &right : guide::rightsOf(node))
            all.append(right.toString());
        return all;
    };
    const QStringList previousLog{u"list pods"_s, u"get pods/log"_s};
    for (const guide::Node &node : builtIn().nodes()) {
        if (node.checkId == "log_previous_nonempty"_L1)
            QCOMPARE(words(node), previousLog);
        if (node.type == guide::NodeType::Resolution)
            QCOMPARE(words(node), QStringList());
    }
    QByteArray text = oneQuestion("t", "before: p_pending");
    text.replace("{object: pod, path: .spec.x}", "[{object: node, path: .spec.x}, {log: current, matches: x}]");
    const auto result = merged({{u"t.yaml"_s, text}});
    QVERIFY2(result.problems.empty(), qPrintable(lines(result.problems)));
    const QStringList expected{u"get nodes (cluster-wide)"_s, u"list nodes (cluster-wide)"_s, u"get pods"_s,
                               u"list pods"_s, u"get pods/log"_s};
    QCOMPARE(words(result.guide.node(u"t"_s)), expected);
    const auto kinds = guide::neededKinds(result.guide);
    QVERIFY(std::find(kinds.begin(), kinds.end(), model::Kind::Node) != kinds.end());
}

QTEST_GUILESS_MAIN(TeamGuidesTest)
#include "tst_teamguides.moc"
