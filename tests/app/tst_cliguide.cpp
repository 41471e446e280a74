#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

QString source(const QString &path) { return QStringLiteral(FAULTLINE_SOURCE_DIR) + u'/' + path; }

const QString kVault = source(u"tests/guides/vault.yaml"_s);
const QString kDump = source(u"tests/guides/dump.yaml"_s);

QJsonObject json(const Run &run) { return QJsonDocument::fromJson(run.out).object(); }

QJsonObject nodeOf(const QJsonObject &list, const QString &id)
{
    for (const QJsonValue &node : list["nodes"_L1].toArray()) {
        if (node["id"_L1].toString() == id)
            return node.toObject();
    }
    return {};
}

QJsonObject primaryOf(const QJsonObject &report) { return report["subjects"_L1][0]["findings"_L1][0].toObject(); }

} // namespace

class CliGuideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theBuiltInGuideAndTheExampleAreInOrder();
    void everyMistakeIsPrintedWithItsPlace();
    void whatCannotBeReadIsAMistake();
    void aWrongCallExitsWith2();
    void everyNodeIsListedWithItsCheckAndRights();
    void teamNodesAreListedWithTheirFile();
    void aTeamsLeafIsFoundInADump();
    void standardInputIsReadOnceAndAskedTwice();
    void withoutTheGuideTheBuiltInLeafIsFound();
    void aFolderOfOnesOwnIsUsedUnasked();
    void aBadFileOfOnesOwnIsToldAndLeftOut();
    void aBadFileThatWasNamedStopsTheRun();
    void secretValuesOfTheDumpAreNowhere();
    void whatStandsBesideApplicationsIsAskedToo();

private:
    Run faultline(const QStringList &arguments, const QByteArray &input = {}) const;
    QString write(const QString &name, const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void CliGuideTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_home->path()).mkpath(u"faultline/guides"_s));
}

/// The program itself; the configuration folder is the test's own.
Run CliGuideTest::faultline(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, u"/nonexistent/config"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home->path());
    environment.remove(u"DISPLAY"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/faultline"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// A file of the person's own folder.
QString CliGuideTest::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_home->filePath(u"faultline/guides/"_s + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return file.fileName();
}

void CliGuideTest::theBuiltInGuideAndTheExampleAreInOrder()
{
    const Run none = faultline({u"guide"_s, u"lint"_s});
    QCOMPARE(none.exitCode, 0);
    QVERIFY2(none.out.contains("0 guide files in order"), none.out.constData());
    const Run example = faultline({u"guide"_s, u"lint"_s, kVault});
    QCOMPARE(example.exitCode, 0);
    QVERIFY2(example.out.contains("1 guide file in order"), example.out.constData());
}

void CliGuideTest::everyMistakeIsPrintedWithItsPlace()
{
    const QString file =
        write(u"bad.yaml"_s, "insert:\n  - {before: nowhere, node: a}\nnodes:\n  - id: a\n    text: A\n"
                             "    when: {object: pod, path: '{.x[}'}\n    edges: {\"yes\": b}\n");
    for (const QStringList &arguments :
         {QStringList{u"guide"_s, u"lint"_s}, QStringList{u"guide"_s, u"lint"_s, file}}) {
        const Run run = faultline(arguments);
        QCOMPARE(run.exitCode, 1);
        const QByteArray name = file.toUtf8();
        QVERIFY2(run.out.contains(name + ":2:14: there is no node \"nowhere\""), run.out.constData());
        QVERIFY2(run.out.contains(name + ":6:35: not a JSONPath"), run.out.constData());
        QVERIFY2(run.out.contains(name + ":7:12: a: a question needs the edges"), run.out.constData());
    }
}

void CliGuideTest::whatCannotBeReadIsAMistake()
{
    const Run run = faultline({u"guide"_s, u"lint"_s, u"/nonexistent/team.yaml"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.out.contains("/nonexistent/team.yaml: cannot be read"));
}

void CliGuideTest::aWrongCallExitsWith2()
{
    for (const QStringList &arguments :
         {QStringList{u"guide"_s}, QStringList{u"guide"_s, u"burn"_s}, QStringList{u"guide"_s, u"lint"_s, u"--loud"_s},
          QStringList{u"guide"_s, u"list"_s, u"-o"_s, u"xml"_s}}) {
        const Run run = faultline(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.err.contains("guide lint"));
    }
    QCOMPARE(faultline({u"guide"_s, u"--help"_s}).exitCode, 0);
}

void CliGuideTest::everyNodeIsListedWithItsCheckAndRights()
{
    const Run run = faultline({u"guide"_s, u"list"_s, u"-o"_s, u"json"_s, u"--lang"_s, u"en"_s});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject list = json(run);
    QVERIFY(list["nodes"_L1].toArray().size() > 300);
    const QJsonObject failed = nodeOf(list, u"p_failed"_s);
    QCOMPARE(failed["check"_L1].toString(), u"pod_phase_failed"_s);
    QCOMPARE(failed["text"_L1].toString(), u"Has the Pod ended as Failed?"_s);
    QCOMPARE(failed["edges"_L1]["no"_L1].toString(), u"p_pending"_s);
    QCOMPARE(failed["rights"_L1][0]["resource"_L1].toString(), u"pods"_s);
    const QJsonObject node = nodeOf(list, u"k_node_ready"_s);
    QVERIFY2(!node.isEmpty(), "no k_node_ready");
    QCOMPARE(node["rights"_L1][0]["clusterWide"_L1].toBool(), true);
    const Run text = faultline({u"guide"_s, u"list"_s, u"--lang"_s, u"zh"_s});
    QVERIFY(text.out.contains("p_failed  pods  check  ext  check pod_phase_failed\n"));
    QVERIFY(QString::fromUtf8(text.out).contains(u"    Pod 已经以 Failed 状态结束了吗？\n"_s));
    QVERIFY(text.out.contains("    needs: list nodes (cluster-wide)"));
}

void CliGuideTest::teamNodesAreListedWithTheirFile()
{
    const Run run = faultline({u"guide"_s, u"list"_s, u"-o"_s, u"json"_s, u"--guide"_s, kVault});
    const QJsonObject node = nodeOf(json(run), u"team_vault_agent"_s);
    QCOMPARE(node["origin"_L1][0].toString(), u"team"_s);
    QCOMPARE(node["file"_L1].toString(), u"vault.yaml"_s);
    QCOMPARE(node["edges"_L1]["no"_L1].toString(), u"p_pending"_s);
    QVERIFY(node["rights"_L1].toArray().size() >= 3);
}

void CliGuideTest::aTeamsLeafIsFoundInADump()
{
    const Run run =
        faultline({u"diagnose"_s, u"-f"_s, kDump, u"--guide"_s, kVault, u"-o"_s, u"json"_s, u"--language"_s, u"en"_s});
    QCOMPARE(run.exitCode, 1);
    const QJsonObject finding = primaryOf(json(run));
    QCOMPARE(finding["leaf"_L1].toString(), u"team_vault_not_injected"_s);
    QCOMPARE(finding["origin"_L1].toString(), u"team"_s);
    QCOMPARE(finding["guideFile"_L1].toString(), u"vault.yaml"_s);
    QCOMPARE(finding["certainty"_L1].toString(), u"proven"_s);
    QCOMPARE(finding["title"_L1].toString(), u"Pod pay-1-x was started without Vault's agent, role payments."_s);
    QVERIFY(run.err.isEmpty());
    for (const QString &format : {u"text"_s, u"md"_s, u"html"_s}) {
        const Run other = faultline({u"diagnose"_s, u"-f"_s, kDump, u"--guide"_s, kVault, u"-o"_s, format});
        QVERIFY2(other.out.contains("vault.yaml"), qPrintable(format));
    }
}

void CliGuideTest::standardInputIsReadOnceAndAskedTwice()
{
    QFile dump(kDump);
    QVERIFY(dump.open(QIODevice::ReadOnly));
    const Run run =
        faultline({u"diagnose"_s, u"-f"_s, u"-"_s, u"--guide"_s, kVault, u"-o"_s, u"json"_s}, dump.readAll());
    QCOMPARE(primaryOf(json(run))["leaf"_L1].toString(), u"team_vault_not_injected"_s);
}

void CliGuideTest::withoutTheGuideTheBuiltInLeafIsFound()
{
    const Run run = faultline({u"diagnose"_s, u"-f"_s, kDump, u"-o"_s, u"json"_s});
    const QJsonObject finding = primaryOf(json(run));
    QVERIFY(finding["leaf"_L1].toString() != "team_vault_not_injected"_L1);
    QCOMPARE(finding["origin"_L1].toString(), u"built-in"_s);
    QVERIFY(finding["guideFile"_L1].isNull());
}

void CliGuideTest::aFolderOfOnesOwnIsUsedUnasked()
{
    QFile example(kVault);
    QVERIFY(example.open(QIODevice::ReadOnly));
    QVERIFY(!write(u"vault.yaml"_s, example.readAll()).isEmpty());
    const Run run = faultline({u"diagnose"_s, u"-f"_s, kDump, u"-o"_s, u"json"_s});
    QCOMPARE(primaryOf(json(run))["leaf"_L1].toString(), u"team_vault_not_injected"_s);
}

void CliGuideTest::aBadFileOfOnesOwnIsToldAndLeftOut()
{
    const QString bad = write(u"bad.yaml"_s, "nodes:\n  - {id: x}\n");
    const Run run = faultline({u"diagnose"_s, u"-f"_s, kDump, u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(bad.toUtf8() + ":2:5: x: "), run.err.constData());
    QVERIFY(!primaryOf(json(run))["leaf"_L1].toString().isEmpty());
}

void CliGuideTest::aBadFileThatWasNamedStopsTheRun()
{
    const QString bad = write(u"../bad.yaml"_s, "nodes:\n  - {id: x}\n");
    for (const QStringList &call : {QStringList{u"diagnose"_s, u"-f"_s, kDump}, QStringList{u"guide"_s, u"list"_s}}) {
        const Run run = faultline(call + QStringList{u"--guide"_s, bad});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("bad.yaml:2:5: x: "), run.err.constData());
        QVERIFY(run.out.isEmpty());
    }
}

void CliGuideTest::secretValuesOfTheDumpAreNowhere()
{
    const QString nosy = write(
        u"../nosy.yaml"_s, "insert: [{before: p_pending, node: nosy}]\n"
                           "nodes:\n"
                           "  - id: nosy\n"
                           "    text: Which password?\n"
                           "    when: {object: pod, path: '{.spec.containers[*].env}'}\n"
                           "    facts: {password: {object: pod, path: '{..env[*].value}'}}\n"
                           "    edges: {\"yes\": nosy_leaf, \"no\": CONTINUE, unknown: CONTINUE}\n"
                           "  - {id: nosy_leaf, title: 'It is {password}', why: Because, fix: 'Look {password}'}\n");
    for (const QString &format : {u"json"_s, u"text"_s, u"md"_s, u"html"_s}) {
        const Run run = faultline({u"diagnose"_s, u"-f"_s, kDump, u"--guide"_s, nosy, u"-o"_s, format});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.out.contains("It is ?"));
        QVERIFY2(!run.out.contains("hunter2"), qPrintable(format));
    }
}

/// A healthy Node is in no list; a team's question about it is asked nevertheless.
void CliGuideTest::whatStandsBesideApplicationsIsAskedToo()
{
    const QString guide = write(
        u"../nodes.yaml"_s, "insert: [{before: k_node_ready, node: old_kernel}]\n"
                            "nodes:\n"
                            "  - id: old_kernel\n"
                            "    text: Does the Node run the kernel that drops connections?\n"
                            "    when: {object: node, path: .status.nodeInfo.kernelVersion, matches: '^5\\.4\\.'}\n"
                            "    facts: {kernel: {object: node, path: .status.nodeInfo.kernelVersion}}\n"
                            "    edges: {yes: old_kernel_leaf, no: CONTINUE, unknown: CONTINUE}\n"
                            "  - {id: old_kernel_leaf, title: '{node} runs {kernel}', why: It drops, fix: Update}\n");
    QByteArray dump = R"(apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Node
    metadata: {name: node-a}
    status:
      nodeInfo: {kernelVersion: 5.4.0-10, kubeletVersion: v1.30.0}
      conditions: [{type: Ready, status: "True", lastHeartbeatTime: "2026-11-23T10:00:00Z"}]
  - apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop, generation: 1}
    spec: {replicas: 0, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: []}}}
    status: {observedGeneration: 1}
)";
    const auto nodesIn = [this, &guide](const QByteArray &input) {
        const Run run = faultline({u"diagnose"_s, u"-f"_s, u"-"_s, u"--guide"_s, guide, u"-o"_s, u"json"_s}, input);
        QStringList found;
        for (const QJsonValue &subject : json(run)["subjects"_L1].toArray()) {
            if (subject["subject"_L1]["kind"_L1].toString() == "Node"_L1)
                found.append(subject["headline"_L1].toString());
        }
        return found;
    };
    QCOMPARE(nodesIn(dump), QStringList{u"node-a runs 5.4.0-10"_s});
    QCOMPARE(nodesIn(dump.replace("5.4.0-10", "6.8.0-1")), QStringList());
}

QTEST_GUILESS_MAIN(CliGuideTest)
#include "tst_cliguide.moc"
