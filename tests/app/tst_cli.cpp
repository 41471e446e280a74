#include "tests/app/clirun.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

QJsonObject primaryOf(const QJsonObject &report, const QString &kind)
{
    for (const QJsonValue &subject : report["subjects"_L1].toArray()) {
        if (subject["subject"_L1]["kind"_L1].toString() == kind)
            return subject["findings"_L1][0].toObject();
    }
    return {};
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionAndHelpArePrinted();
    void aWrongWordIsNamedAndExitsWith2();
    void aBrokenClusterExitsWith1AndTellsTheLeaf();
    void aHealthyClusterExitsWith0();
    void aFileHasNobodyToTry();
    void theGuidesFirstManifestIsASelectorMismatchAndTheSecondIsClean();
    void standardInputIsRead();
    void aMissingFileExitsWith2AndIsNamed();
    void anInputWithoutAnyObjectExitsWith2();
    void anObjectThatIsNotThereIsAFindingOfItsOwn();
    void oneObjectCanBeChosen();
    void whatIsHealthyBesideApplicationsIsSilentAndCanBeAskedAbout();
    void withoutKubeconfigItSaysWhatToDo();
    void everyRecordedReportFitsTheSchema();
    void chineseAndMarkdownComeOut();
};

void CliTest::versionAndHelpArePrinted()
{
    static const QRegularExpression line(
        u"^faultline %1 \\((commit [0-9a-f]{7,}(-dirty)?, )?Qt 6\\.\\d+\\.\\d+\\)\n$"_s.arg(
            QRegularExpression::escape(QStringLiteral(FAULTLINE_VERSION))));
    const QString version = runFaultline({u"version"_s}).text();
    QVERIFY2(line.match(version).hasMatch(), qPrintable(version));
    QCOMPARE(runFaultline({u"--version"_s}).text(), version);
    const Run help = runFaultline({u"help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains("diagnose"));
}

void CliTest::aWrongWordIsNamedAndExitsWith2()
{
    const Run option = runFaultline({u"diagnose"_s, u"--frobnicate"_s});
    QCOMPARE(option.exitCode, 2);
    QVERIFY(option.err.contains("frobnicate"));
    const Run format = runFaultline({u"diagnose"_s, u"-o"_s, u"xml"_s});
    QCOMPARE(format.exitCode, 2);
    QVERIFY(format.err.contains("xml"));
    const Run kind = runFaultline({u"diagnose"_s, u"teapot/shop"_s});
    QCOMPARE(kind.exitCode, 2);
    QVERIFY(kind.err.contains("teapot/shop"));
}

void CliTest::aBrokenClusterExitsWith1AndTellsTheLeaf()
{
    const Run run = runFaultline({u"diagnose"_s, u"-f"_s, recordedPath(u"selector-typo"_s), u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()["schema"_L1].toString(), u"faultline.diagnosis/1"_s);
    QCOMPARE(primaryOf(run.json(), u"Deployment"_s)["leaf"_L1].toString(), u"res_selector"_s);
}

void CliTest::aHealthyClusterExitsWith0()
{
    const Run run = runFaultline({u"diagnose"_s, u"-f"_s, recordedPath(u"healthy-ingress"_s)});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("fine"));
}

void CliTest::aFileHasNobodyToTry()
{
    const QString file = recordedPath(u"healthy-ingress"_s);
    const Run plain = runFaultline({u"diagnose"_s, u"-f"_s, file});
    const Run tried = runFaultline({u"diagnose"_s, u"-f"_s, file, u"--try"_s});
    QCOMPARE(tried.exitCode, 0);
    QCOMPARE(tried.out, plain.out);
    QVERIFY(!tried.err.contains("trying"));
}

void CliTest::theGuidesFirstManifestIsASelectorMismatchAndTheSecondIsClean()
{
    const QString folder = u"tests/clusters/manifests/guide-"_s;
    const Run first =
        runFaultline({u"diagnose"_s, u"-f"_s, sourcePath(folder + u"first-example/app.yaml"_s), u"-o"_s, u"json"_s});
    QCOMPARE(first.exitCode, 1);
    const QJsonObject finding = primaryOf(first.json(), u"Deployment"_s);
    QCOMPARE(finding["leaf"_L1].toString(), u"res_selector"_s);
    QVERIFY(finding["title"_L1].toString().contains(u"any-name=my-app"_s));
    const Run second = runFaultline({u"diagnose"_s, u"-f"_s, sourcePath(folder + u"second-example/app.yaml"_s)});
    QCOMPARE(second.exitCode, 0);
}

void CliTest::standardInputIsRead()
{
    QFile file(sourcePath(u"tests/clusters/manifests/guide-first-example/app.yaml"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Run run = runFaultline({u"diagnose"_s, u"-f"_s, u"-"_s}, file.readAll());
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.out.contains("my-service"));
}

void CliTest::aMissingFileExitsWith2AndIsNamed()
{
    const Run run = runFaultline({u"diagnose"_s, u"-f"_s, u"/nonexistent/dump.yaml"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("/nonexistent/dump.yaml"));
}

void CliTest::anInputWithoutAnyObjectExitsWith2()
{
    const Run run = runFaultline({u"diagnose"_s, u"-f"_s, u"-"_s}, "hello: world\n");
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.err.isEmpty());
}

void CliTest::anObjectThatIsNotThereIsAFindingOfItsOwn()
{
    const Run run = runFaultline(
        {u"diagnose"_s, u"deployment/ordres"_s, u"-f"_s, recordedPath(u"selector-typo"_s), u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(primaryOf(run.json(), u"Deployment"_s)["leaf"_L1].toString(), u"res_no_deployment"_s);
}

void CliTest::oneObjectCanBeChosen()
{
    const Run run = runFaultline(
        {u"diagnose"_s, u"deploy/orders"_s, u"-f"_s, recordedPath(u"selector-typo"_s), u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()["subjects"_L1].toArray().size(), 1);
}

void CliTest::whatIsHealthyBesideApplicationsIsSilentAndCanBeAskedAbout()
{
    const QString healthy = sourcePath(u"tests/clusters/stories/healthy-budget"_s);
    const Run all = runFaultline({u"diagnose"_s, u"-f"_s, healthy, u"-o"_s, u"json"_s});
    QCOMPARE(all.exitCode, 0);
    QCOMPARE(all.json()["subjects"_L1].toArray().size(), 1);
    for (const QString &asked : {u"node/node-a"_s, u"pdb/web"_s}) {
        const Run one = runFaultline({u"diagnose"_s, asked, u"-f"_s, healthy, u"-o"_s, u"json"_s});
        QCOMPARE(one.exitCode, 0);
        QCOMPARE(one.json()["subjects"_L1].toArray().size(), 1);
    }
    const QString silent = sourcePath(u"tests/clusters/stories/node-kubelet-silent"_s);
    const Run down = runFaultline({u"diagnose"_s, u"-f"_s, silent, u"-o"_s, u"json"_s});
    QCOMPARE(down.exitCode, 1);
    QCOMPARE(primaryOf(down.json(), u"Node"_s)["leaf"_L1].toString(), u"res_node_silent"_s);
    const Run missing = runFaultline({u"diagnose"_s, u"no/node-x"_s, u"-f"_s, silent, u"-o"_s, u"json"_s});
    QCOMPARE(missing.exitCode, 1);
    QCOMPARE(primaryOf(missing.json(), u"Node"_s)["leaf"_L1].toString(), u"res_no_object"_s);
}

void CliTest::withoutKubeconfigItSaysWhatToDo()
{
    const Run run = runFaultline({u"diagnose"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("--kubeconfig"));
}

void CliTest::everyRecordedReportFitsTheSchema()
{
    QProcess probe;
    probe.start(u"python3"_s, {u"-c"_s, u"import jsonschema"_s});
    if (!probe.waitForFinished(30000) || probe.exitCode() != 0) {
        probe.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import jsonschema"_s});
        if (!probe.waitForFinished(30000) || probe.exitCode() != 0)
            QSKIP("python3-jsonschema is not installed: packaging/test.sh installs it");
    }
    const QTemporaryDir folder;
    const Run run =
        runFaultline({u"diagnose"_s, u"-f"_s, sourcePath(u"tests/clusters/recorded"_s), u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QFile file(folder.filePath(u"report.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(run.out);
    file.close();
    QProcess validator;
    validator.start(probe.program(),
                    {u"-c"_s,
                     u"import json,sys,jsonschema;"
                     "jsonschema.validate(json.load(open(sys.argv[2])),json.load(open(sys.argv[1])))"_s,
                     sourcePath(u"resources/schemas/diagnosis-1.schema.json"_s), file.fileName()});
    QVERIFY(validator.waitForFinished(60000));
    QVERIFY2(validator.exitCode() == 0, validator.readAllStandardError().right(2000).constData());
}

void CliTest::chineseAndMarkdownComeOut()
{
    const Run run = runFaultline(
        {u"diagnose"_s, u"-f"_s, recordedPath(u"crash-oom"_s), u"-o"_s, u"md"_s, u"--language"_s, u"zh"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(QString::fromUtf8(run.out).contains(u"内存超限"_s));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
