#include "tests/app/clirun.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;
using namespace faultline::test;

/// What other programs read: SARIF and JUnit, against their public schemas (tests/schemas/README.md).
class CliMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sarifFitsItsSchema_data();
    void sarifFitsItsSchema();
    void junitFitsItsSchema_data() { sarifFitsItsSchema_data(); }
    void junitFitsItsSchema();
    void sarifPointsToTheLineOfTheManifest();
    void sarifSaysWhatCouldNotBeRead();
    void aFingerprintOutlivesThePods();
    void levelsFollowTheWeightOfAFinding();
    void rulesAreThoseThatResultsName();
    void junitCountsWhatItHolds();
    void aHealthyClusterPassesAndSaysWhatWasNotLookedAt();
    void nothingToJudgeIsAnEmptyButValidLog();

private:
    QString write(const QString &name, const QByteArray &bytes);
    QString problemOfSarif(const QByteArray &sarif);
    QString problemOfJunit(const QByteArray &junit);
    static QJsonObject sarifOf(const QStringList &arguments)
    {
        const Run run = runFaultline(QStringList{u"diagnose"_s, u"-o"_s, u"sarif"_s} + arguments);
        return run.json()["runs"_L1][0].toObject();
    }

    QTemporaryDir m_folder;
};

QString CliMachineTest::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void CliMachineTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QFile file(sourcePath(u"tests/core/report/hostile.yaml"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString objects = QString::fromUtf8(file.readAll()).section(u"\nobjects:"_s, 1);
    QVERIFY(!objects.isEmpty() && QDir(m_folder.path()).mkpath(u"hostile/logs"_s));
    write(u"hostile/objects.yaml"_s, "apiVersion: v1\nkind: List\nitems:" + objects.toUtf8());
    write(u"hostile/logs/web-1.web.log"_s, "fatal: password=hunter2canary <script> ]]> \x1b[31m \xef\xbf\xbf");
    write(u"hostile/logs/web-1.web.previous.log"_s, "fatal: password=hunter2canary <script> ]]> \x1b[31m \xef\xbf\xbf");
}

/// Empty when it fits; "skip" where no validator is installed.
QString CliMachineTest::problemOfSarif(const QByteArray &sarif)
{
    static const QString script =
        u"import json,sys,jsonschema\n"
        "schema=json.load(open(sys.argv[1]))\n"
        "errors=list(jsonschema.Draft4Validator(schema).iter_errors(json.load(open(sys.argv[2]))))\n"
        "print('\\n'.join(str(list(e.path))+': '+e.message[:300] for e in errors[:5]))"_s;
    for (const QString &python : {u"python3"_s, u"/usr/bin/python3"_s}) {
        const Run run = runProgram(python, {u"-c"_s, script, sourcePath(u"tests/schemas/sarif-2.1.0-rtm.5.json"_s),
                                            write(u"log.sarif"_s, sarif)});
        if (run.exitCode == 0)
            return QString::fromUtf8(run.out).trimmed();
        if (!run.err.contains("No module named"))
            return QString::fromUtf8(run.err);
    }
    return u"skip"_s;
}

QString CliMachineTest::problemOfJunit(const QByteArray &junit)
{
    const Run run =
        runProgram(u"xmllint"_s, {u"--noout"_s, u"--nonet"_s, u"--schema"_s,
                                  sourcePath(u"tests/schemas/jenkins-junit.xsd"_s), write(u"junit.xml"_s, junit)});
    if (run.exitCode < 0)
        return u"skip"_s;
    return run.exitCode == 0 ? QString() : QString::fromUtf8(run.err);
}

void CliMachineTest::sarifFitsItsSchema_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("every recorded cluster") << QStringList{u"-f"_s, sourcePath(u"tests/clusters/recorded"_s)} << 1;
    QTest::newRow("every recorded cluster, in Chinese")
        << QStringList{u"-f"_s, sourcePath(u"tests/clusters/recorded"_s), u"--language"_s, u"zh"_s} << 1;
    QTest::newRow("manifests") << QStringList{u"-f"_s, sourcePath(u"tests/clusters/manifests"_s)} << 1;
    QTest::newRow("hostile texts") << QStringList{u"-f"_s, m_folder.filePath(u"hostile"_s)} << 1;
    QTest::newRow("healthy") << QStringList{u"-f"_s, recordedPath(u"healthy-ingress"_s)} << 0;
    QTest::newRow("a sample") << QStringList{u"--sample"_s, u"shop"_s} << 1;
}

void CliMachineTest::sarifFitsItsSchema()
{
    QFETCH(QStringList, arguments);
    const Run run = runFaultline(QStringList{u"diagnose"_s, u"-o"_s, u"sarif"_s} + arguments);
    QTEST(run.exitCode, "exitCode");
    QCOMPARE(run.json()["version"_L1].toString(), u"2.1.0"_s);
    QVERIFY(!run.out.contains("hunter2canary") && !run.out.contains('\x1b'));
    const QString problem = problemOfSarif(run.out);
    if (problem == "skip"_L1)
        QSKIP("python3-jsonschema is not installed: packaging/test.sh installs it");
    QCOMPARE(problem, QString());
}

void CliMachineTest::junitFitsItsSchema()
{
    QFETCH(QStringList, arguments);
    const Run run = runFaultline(QStringList{u"diagnose"_s, u"-o"_s, u"junit"_s} + arguments);
    QTEST(run.exitCode, "exitCode");
    QVERIFY(run.out.contains("<testcase") && !run.out.contains("hunter2canary") && !run.out.contains('\x1b'));
    const QString problem = problemOfJunit(run.out);
    if (problem == "skip"_L1)
        QSKIP("xmllint is not installed: packaging/test.sh installs it");
    QCOMPARE(problem, QString());
}

void CliMachineTest::sarifPointsToTheLineOfTheManifest()
{
    const QString folder = sourcePath(u"tests/clusters/manifests"_s);
    const Run run = runProgram(programPath(), {u"diagnose"_s, u"-f"_s, u"guide-first-example"_s, u"-o"_s, u"sarif"_s},
                               plainEnvironment(), folder);
    QFile file(folder + u"/guide-first-example/app.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    bool isFound = false;
    for (const QJsonValue &result : run.json()["runs"_L1][0]["results"_L1].toArray()) {
        if (result["ruleId"_L1].toString() != "res_selector"_L1)
            continue;
        isFound = true;
        const QJsonValue place = result["locations"_L1][0]["physicalLocation"_L1];
        QCOMPARE(place["artifactLocation"_L1]["uri"_L1].toString(), u"guide-first-example/app.yaml"_s);
        const int line = place["region"_L1]["startLine"_L1].toInt();
        QVERIFY2(lines.value(line - 1).contains("name: app") || lines.value(line - 1).contains("selector:"),
                 lines.value(line - 1).constData());
        QCOMPARE(result["locations"_L1][0]["logicalLocations"_L1][0]["fullyQualifiedName"_L1].toString(),
                 u"Service/default/my-service"_s);
    }
    QVERIFY(isFound);
    const Run elsewhere =
        runProgram(programPath(), {u"diagnose"_s, u"-f"_s, folder + u"/guide-first-example"_s, u"-o"_s, u"sarif"_s},
                   plainEnvironment(), m_folder.path());
    QVERIFY(elsewhere.out.contains("\"app.yaml\""));
    QVERIFY2(!elsewhere.out.contains(folder.toUtf8()), "a path of this machine is in the log");
}

void CliMachineTest::sarifSaysWhatCouldNotBeRead()
{
    const QJsonObject run = sarifOf({u"-f"_s, sourcePath(u"tests/clusters/manifests/guide-first-example"_s)});
    const QJsonObject invocation = run["invocations"_L1][0].toObject();
    QVERIFY(invocation["executionSuccessful"_L1].toBool());
    QStringList unread;
    for (const QJsonValue &note : invocation["toolExecutionNotifications"_L1].toArray())
        unread += note["descriptor"_L1]["id"_L1].toString();
    QVERIFY2(!unread.filter(u"unread/"_s).isEmpty(), qPrintable(unread.join(u' ')));
    QCOMPARE(QSet<QString>(unread.begin(), unread.end()).size(), unread.size());
}

void CliMachineTest::aFingerprintOutlivesThePods()
{
    QFile file(recordedPath(u"crash-exit-3"_s));
    const QDir folder(recordedPath(u"crash-exit-3"_s));
    const auto prints = [](const QJsonObject &run) {
        QStringList found;
        for (const QJsonValue &result : run["results"_L1].toArray())
            found += result["partialFingerprints"_L1]["faultline/v1"_L1].toString();
        found.sort();
        return found;
    };
    const QStringList before = prints(sarifOf({u"-f"_s, folder.path()}));
    QVERIFY(!before.isEmpty());
    QCOMPARE(before.size(), QSet<QString>(before.begin(), before.end()).size());
    QCOMPARE(prints(sarifOf({u"-f"_s, folder.path()})), before);
    // The same objects with other Pods: the last five letters of their names are the server's choice.
    static const QRegularExpression podName(u"(-[a-z0-9]{8,10}-)[a-z0-9]{5}\\b"_s);
    const QStringList files = folder.entryList({u"*.json"_s, u"*.yaml"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    QVERIFY(QDir(m_folder.path()).mkpath(u"renamed"_s));
    bool isRenamed = false;
    for (const QString &name : files) {
        QFile old(folder.filePath(name));
        QVERIFY(old.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(old.readAll());
        const QString renamed = QString(text).replace(podName, u"\\1zzzzz"_s);
        isRenamed = isRenamed || renamed != text;
        QVERIFY(!write(u"renamed/"_s + name, renamed.toUtf8()).isEmpty());
    }
    QVERIFY(isRenamed);
    QCOMPARE(prints(sarifOf({u"-f"_s, m_folder.filePath(u"renamed"_s)})), before);
}

void CliMachineTest::levelsFollowTheWeightOfAFinding()
{
    const QStringList files{u"-f"_s, sourcePath(u"tests/clusters/recorded"_s)};
    const Run json = runFaultline(QStringList{u"diagnose"_s, u"-o"_s, u"json"_s} + files);
    QMap<QString, int> expected, found;
    for (const QJsonValue &subject : json.json()["subjects"_L1].toArray()) {
        for (const QJsonValue &finding : subject["findings"_L1].toArray()) {
            const QString verdict = finding["verdict"_L1].toString();
            const bool isNote = finding["note"_L1].toBool() || finding["explained"_L1].toBool() || verdict == "wait"_L1;
            const bool isSuspected =
                finding["certainty"_L1].toString() == "suspected"_L1 || verdict == "suspect"_L1 || verdict == "open"_L1;
            ++expected[isNote ? u"note"_s : (isSuspected ? u"warning"_s : u"error"_s)];
        }
    }
    for (const QJsonValue &result : sarifOf(files)["results"_L1].toArray())
        ++found[result["level"_L1].toString()];
    QCOMPARE(found, expected);
    QVERIFY(found.value(u"error"_s) > 5 && found.value(u"note"_s) > 5);
}

void CliMachineTest::rulesAreThoseThatResultsName()
{
    const QJsonObject run = sarifOf({u"-f"_s, sourcePath(u"tests/clusters/recorded"_s)});
    const QJsonArray rules = run["tool"_L1]["driver"_L1]["rules"_L1].toArray();
    QSet<int> used;
    for (const QJsonValue &result : run["results"_L1].toArray()) {
        const int index = result["ruleIndex"_L1].toInt(-1);
        QCOMPARE(rules.at(index)["id"_L1].toString(), result["ruleId"_L1].toString());
        used.insert(index);
    }
    QCOMPARE(used.size(), rules.size());
    for (const QJsonValue &rule : rules) {
        const QString id = rule["id"_L1].toString();
        QVERIFY2(!rule["shortDescription"_L1]["text"_L1].toString().isEmpty(), qPrintable(id));
        if (id.startsWith("res_"_L1))
            QVERIFY2(rule["helpUri"_L1].toString().startsWith("https://"_L1), qPrintable(id));
    }
}

void CliMachineTest::junitCountsWhatItHolds()
{
    const Run run =
        runFaultline({u"diagnose"_s, u"-o"_s, u"junit"_s, u"-f"_s, sourcePath(u"tests/clusters/recorded"_s)});
    const auto sum = [&](const QString &attribute) {
        const QRegularExpression pattern(u"<testsuite [^>]*\\b"_s + attribute + u"=\"(\\d+)\""_s);
        int total = 0;
        for (const auto &match : pattern.globalMatch(run.text()))
            total += match.captured(1).toInt();
        return total;
    };
    QCOMPARE(sum(u"tests"_s), static_cast<int>(run.out.count("<testcase ")));
    QCOMPARE(sum(u"failures"_s), static_cast<int>(run.out.count("<failure ")));
    QCOMPARE(sum(u"errors"_s), static_cast<int>(run.out.count("<error ")));
    QCOMPARE(sum(u"skipped"_s), static_cast<int>(run.out.count("<skipped>")));
    QVERIFY(sum(u"failures"_s) > 5);
    QVERIFY(run.out.contains("<failure type=\"res_selector\""));
    QVERIFY(run.out.contains("$ kubectl"));
}

void CliMachineTest::aHealthyClusterPassesAndSaysWhatWasNotLookedAt()
{
    const Run run = runFaultline({u"diagnose"_s, u"-o"_s, u"junit"_s, u"-f"_s, recordedPath(u"healthy-ingress"_s)});
    QVERIFY(run.out.contains("failures=\"0\"") && !run.out.contains("<failure"));
    QVERIFY(run.out.contains("<system-out>"));
    QVERIFY(run.out.contains("Not checked"));
}

void CliMachineTest::nothingToJudgeIsAnEmptyButValidLog()
{
    const QStringList files{u"-f"_s, recordedPath(u"healthy-ingress"_s), u"-l"_s, u"nobody=has-it"_s};
    const Run sarif = runFaultline(QStringList{u"diagnose"_s, u"-o"_s, u"sarif"_s} + files);
    QCOMPARE(sarif.exitCode, 2);
    QVERIFY(!sarif.json()["runs"_L1][0]["invocations"_L1][0]["executionSuccessful"_L1].toBool(true));
    const Run junit = runFaultline(QStringList{u"diagnose"_s, u"-o"_s, u"junit"_s} + files);
    QCOMPARE(junit.exitCode, 2);
    for (const QString &problem : {problemOfSarif(sarif.out), problemOfJunit(junit.out)})
        QVERIFY2(problem.isEmpty() || problem == "skip"_L1, qPrintable(problem));
}

QTEST_GUILESS_MAIN(CliMachineTest)
#include "tst_climachine.moc"
