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

QString recorded(const QString &name) { return source(u"tests/clusters/recorded/"_s + name); }

/// The program itself, as a person starts it; without any kubeconfig or display of this machine.
Run faultline(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, u"/nonexistent/config"_s);
    environment.remove(u"DISPLAY"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/faultline"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject json(const Run &run) { return QJsonDocument::fromJson(run.out).object(); }

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
    QVERIFY(faultline({u"version"_s}).out.startsWith("faultline "));
    const Run help = faultline({u"help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains("diagnose"));
}

void CliTest::aWrongWordIsNamedAndExitsWith2()
{
    const Run option = faultline({u"diagnose"_s, u"--frobnicate"_s});
    QCOMPARE(option.exitCode, 2);
    QVERIFY(option.err.contains("frobnicate"));
    const Run format = faultline({u"diagnose"_s, u"-o"_s, u"xml"_s});
    QCOMPARE(format.exitCode, 2);
    QVERIFY(format.err.contains("xml"));
    const Run kind = faultline({u"diagnose"_s, u"teapot/shop"_s});
    QCOMPARE(kind.exitCode, 2);
    QVERIFY(kind.err.contains("teapot/shop"));
}

void CliTest::aBrokenClusterExitsWith1AndTellsTheLeaf()
{
    const Run run = faultline({u"diagnose"_s, u"-f"_s, recorded(u"selector-typo"_s), u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(json(run)["schema"_L1].toString(), u"faultline.diagnosis/1"_s);
    QCOMPARE(primaryOf(json(run), u"Deployment"_s)["leaf"_L1].toString(), u"res_selector"_s);
}

void CliTest::aHealthyClusterExitsWith0()
{
    const Run run = faultline({u"diagnose"_s, u"-f"_s, recorded(u"healthy-ingress"_s)});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("fine"));
}

void CliTest::aFileHasNobodyToTry()
{
    const QString file = recorded(u"healthy-ingress"_s);
    const Run plain = faultline({u"diagnose"_s, u"-f"_s, file});
    const Run tried = faultline({u"diagnose"_s, u"-f"_s, file, u"--try"_s});
    QCOMPARE(tried.exitCode, 0);
    QCOMPARE(tried.out, plain.out);
    QVERIFY(!tried.err.contains("trying"));
}

void CliTest::theGuidesFirstManifestIsASelectorMismatchAndTheSecondIsClean()
{
    const QString folder = u"tests/clusters/manifests/guide-"_s;
    const Run first =
        faultline({u"diagnose"_s, u"-f"_s, source(folder + u"first-example/app.yaml"_s), u"-o"_s, u"json"_s});
    QCOMPARE(first.exitCode, 1);
    const QJsonObject finding = primaryOf(json(first), u"Deployment"_s);
    QCOMPARE(finding["leaf"_L1].toString(), u"res_selector"_s);
    QVERIFY(finding["title"_L1].toString().contains(u"any-name=my-app"_s));
    const Run second = faultline({u"diagnose"_s, u"-f"_s, source(folder + u"second-example/app.yaml"_s)});
    QCOMPARE(second.exitCode, 0);
}

void CliTest::standardInputIsRead()
{
    QFile file(source(u"tests/clusters/manifests/guide-first-example/app.yaml"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Run run = faultline({u"diagnose"_s, u"-f"_s, u"-"_s}, file.readAll());
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.out.contains("my-service"));
}

void CliTest::aMissingFileExitsWith2AndIsNamed()
{
    const Run run = faultline({u"diagnose"_s, u"-f"_s, u"/nonexistent/dump.yaml"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("/nonexistent/dump.yaml"));
}

void CliTest::anInputWithoutAnyObjectExitsWith2()
{
    const Run run = faultline({u"diagnose"_s, u"-f"_s, u"-"_s}, "hello: world\n");
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.err.isEmpty());
}

void CliTest::anObjectThatIsNotThereIsAFindingOfItsOwn()
{
    const Run run =
        faultline({u"diagnose"_s, u"deployment/ordres"_s, u"-f"_s, recorded(u"selector-typo"_s), u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(primaryOf(json(run), u"Deployment"_s)["leaf"_L1].toString(), u"res_no_deployment"_s);
}

void CliTest::oneObjectCanBeChosen()
{
    const Run run =
        faultline({u"diagnose"_s, u"deploy/orders"_s, u"-f"_s, recorded(u"selector-typo"_s), u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(json(run)["subjects"_L1].toArray().size(), 1);
}

void CliTest::whatIsHealthyBesideApplicationsIsSilentAndCanBeAskedAbout()
{
    const QString healthy = source(u"tests/clusters/stories/healthy-budget"_s);
    const Run all = faultline({u"diagnose"_s, u"-f"_s, healthy, u"-o"_s, u"json"_s});
    QCOMPARE(all.exitCode, 0);
    QCOMPARE(json(all)["subjects"_L1].toArray().size(), 1);
    for (const QString &asked : {u"node/node-a"_s, u"pdb/web"_s}) {
        const Run one = faultline({u"diagnose"_s, asked, u"-f"_s, healthy, u"-o"_s, u"json"_s});
        QCOMPARE(one.exitCode, 0);
        QCOMPARE(json(one)["subjects"_L1].toArray().size(), 1);
    }
    const QString silent = source(u"tests/clusters/stories/node-kubelet-silent"_s);
    const Run down = faultline({u"diagnose"_s, u"-f"_s, silent, u"-o"_s, u"json"_s});
    QCOMPARE(down.exitCode, 1);
    QCOMPARE(primaryOf(json(down), u"Node"_s)["leaf"_L1].toString(), u"res_node_silent"_s);
    const Run missing = faultline({u"diagnose"_s, u"no/node-x"_s, u"-f"_s, silent, u"-o"_s, u"json"_s});
    QCOMPARE(missing.exitCode, 1);
    QCOMPARE(primaryOf(json(missing), u"Node"_s)["leaf"_L1].toString(), u"res_no_object"_s);
}

void CliTest::withoutKubeconfigItSaysWhatToDo()
{
    const Run run = faultline({u"diagnose"_s});
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
    const Run run = faultline({u"diagnose"_s, u"-f"_s, source(u"tests/clusters/recorded"_s), u"-o"_s, u"json"_s});
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
                     source(u"resources/schemas/diagnosis-1.schema.json"_s), file.fileName()});
    QVERIFY(validator.waitForFinished(60000));
    QVERIFY2(validator.exitCode() == 0, validator.readAllStandardError().right(2000).constData());
}

void CliTest::chineseAndMarkdownComeOut()
{
    const Run run =
        faultline({u"diagnose"_s, u"-f"_s, recorded(u"crash-oom"_s), u"-o"_s, u"md"_s, u"--language"_s, u"zh"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(QString::fromUtf8(run.out).contains(u"内存超限"_s));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
