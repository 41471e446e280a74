#include "tests/app/clirun.h"

#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;
using namespace faultline::test;

/// What the shells complete, and the program as kubectl's plugin.
class CliCompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsAreCompleted_data();
    void wordsAreCompleted();
    void bashCompletes_data();
    void bashCompletes();
    void everyShellsScriptIsPrinted();
    void otherShellsAreRefused();
    void asKubectlsPluginItIsCalledSo();
    void asKubectlsPluginItDiagnosesByItself();
    void kubectlFindsThePlugin();
    void kubectlsCompletionAsksThePlugin();

private:
    QProcessEnvironment environment() const;

    QTemporaryDir m_folder;
};

void CliCompletionTest::initTestCase()
{
    QFile config(m_folder.filePath(u"config"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("current-context: prod\nclusters: [{name: k, cluster: {server: 'https://127.0.0.1:1'}}]\n"
                 "contexts: [{name: prod, context: {cluster: k, user: u, namespace: shop}},\n"
                 "  {name: 'arn:aws:eks:x/blue', context: {cluster: k, user: u, namespace: blue}}]\n"
                 "users: [{name: u, user: {}}]\n");
    QVERIFY(QDir(m_folder.path()).mkpath(u"bin"_s));
    const QString bin = m_folder.filePath(u"bin/"_s);
    QVERIFY(QFile::link(programPath(), bin + u"faultline"_s));
    QVERIFY(QFile::link(programPath(), bin + u"kubectl-faultline"_s));
    QVERIFY(QFile::link(sourcePath(u"packaging/kubectl_complete-faultline"_s), bin + u"kubectl_complete-faultline"_s));
}

QProcessEnvironment CliCompletionTest::environment() const
{
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(u"KUBECONFIG"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"PATH"_s, m_folder.filePath(u"bin"_s) + u':' + environment.value(u"PATH"_s));
    return environment;
}

void CliCompletionTest::wordsAreCompleted_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("commands") << u"di"_s << u"diagnose :4"_s;
    QTest::newRow("options") << u"diagnose --fi"_s << u"--filename --final-after :4"_s;
    QTest::newRow("options of that command alone") << u"snapshot --wa"_s << u":4"_s;
    QTest::newRow("options of the window") << u"--the"_s << u"--theme :4"_s;
    QTest::newRow("formats") << u"diagnose -o j"_s << u"json junit :4"_s;
    QTest::newRow("formats, behind a sign") << u"diagnose --output=s"_s << u"--output=sarif :4"_s;
    QTest::newRow("formats of another command") << u"compare -o s"_s << u":4"_s;
    QTest::newRow("contexts") << u"diagnose --context "_s << u"prod arn:aws:eks:x/blue :4"_s;
    QTest::newRow("namespaces") << u"diagnose -n "_s << u"shop blue :4"_s;
    QTest::newRow("samples") << u"diagnose --sample se"_s << u"selector-typo :4"_s;
    QTest::newRow("kinds") << u"diagnose dep"_s << u"deployment :4"_s;
    QTest::newRow("files") << u"diagnose -f "_s << u":0"_s;
    QTest::newRow("files to compare") << u"compare "_s << u":0"_s;
    QTest::newRow("shells") << u"completion "_s << u"bash zsh fish :4"_s;
    QTest::newRow("guide's words") << u"guide l"_s << u"lint list :4"_s;
    QTest::newRow("guide's words, the rest") << u"guide r"_s << u"reference :4"_s;
    QTest::newRow("help of a command") << u"help comp"_s << u"compare completion :4"_s;
    QTest::newRow("languages") << u"diagnose --lang "_s << u"en zh :4"_s;
}

void CliCompletionTest::wordsAreCompleted()
{
    QFETCH(QString, line);
    const Run run = runProgram(programPath(), QStringList{u"__complete"_s} + line.split(u' '), environment());
    QStringList words;
    for (const QString &each : run.text().split(u'\n', Qt::SkipEmptyParts))
        words += each.section(u'\t', 0, 0);
    QTEST(words.join(u' '), "expected");
}

void CliCompletionTest::bashCompletes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a command") << u"faultline dia"_s << u"diagnose"_s;
    QTest::newRow("an option") << u"faultline diagnose --sel"_s << u"--selector"_s;
    QTest::newRow("a value") << u"faultline diagnose -o sa"_s << u"sarif"_s;
    // Bash breaks words at '=' and ':', so only what stands behind is handed back.
    QTest::newRow("a value behind a sign") << u"faultline diagnose --output=sa"_s << u"sarif"_s;
    QTest::newRow("a context with colons") << u"faultline diagnose --context arn:aws:e"_s << u"eks:x/blue"_s;
    QTest::newRow("nothing") << u"faultline diagnose --nonsense"_s << QString();
}

void CliCompletionTest::bashCompletes()
{
    QFETCH(QString, line);
    const QString script = u"source <(faultline completion bash); complete -p faultline >/dev/null || exit 1; "
                           "COMP_LINE=$1 COMP_POINT=${#1}; _faultline; IFS=' '; echo \"${COMPREPLY[*]}\""_s;
    const Run run = runProgram(u"bash"_s, {u"--norc"_s, u"-c"_s, script, u"bash"_s, line}, environment());
    QVERIFY2(run.exitCode == 0 && run.err.isEmpty(), run.err.constData());
    QTEST(run.text().trimmed(), "expected");
}

void CliCompletionTest::everyShellsScriptIsPrinted()
{
    for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
        const Run run = runFaultline({u"completion"_s, shell});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("faultline __complete"));
        if (QStandardPaths::findExecutable(shell).isEmpty())
            continue;
        const Run syntax = runProgram(shell, {u"-n"_s}, environment(), {}, run.out);
        QVERIFY2(syntax.exitCode == 0 && syntax.err.isEmpty(), syntax.err.constData());
    }
}

void CliCompletionTest::otherShellsAreRefused()
{
    for (const QStringList &words : {QStringList{u"completion"_s}, QStringList{u"completion"_s, u"csh"_s}}) {
        const Run run = runFaultline(words);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.err.contains("bash"));
    }
}

void CliCompletionTest::asKubectlsPluginItIsCalledSo()
{
    const QString plugin = m_folder.filePath(u"bin/kubectl-faultline"_s);
    for (const QStringList &words :
         {QStringList(), QStringList{u"--help"_s}, QStringList{u"diagnose"_s, u"--help"_s}}) {
        const Run run = runProgram(plugin, words, environment());
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("  kubectl faultline diagnose") && !run.out.contains("\n  faultline "),
                 run.out.constData());
    }
    const Run wrong = runProgram(plugin, {u"diagnose"_s, u"--nonsense"_s}, environment());
    QVERIFY(wrong.exitCode == 2 && wrong.err.contains("kubectl faultline diagnose"));
}

void CliCompletionTest::asKubectlsPluginItDiagnosesByItself()
{
    const Run run = runProgram(m_folder.filePath(u"bin/kubectl-faultline"_s),
                               {u"-f"_s, recordedPath(u"selector-typo"_s), u"-o"_s, u"json"_s}, environment());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()["schema"_L1].toString(), u"faultline.diagnosis/1"_s);
}

void CliCompletionTest::kubectlFindsThePlugin()
{
    if (QStandardPaths::findExecutable(u"kubectl"_s).isEmpty())
        QSKIP("no kubectl on this machine");
    const Run run = runProgram(u"kubectl"_s, {u"faultline"_s, u"diagnose"_s, u"--help"_s}, environment());
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(run.out.contains("kubectl faultline diagnose"));
}

void CliCompletionTest::kubectlsCompletionAsksThePlugin()
{
    const Run own = runProgram(m_folder.filePath(u"bin/kubectl_complete-faultline"_s),
                               {u"diagnose"_s, u"-o"_s, u"sa"_s}, environment());
    QCOMPARE(own.text(), u"sarif\n:4\n"_s);
    if (QStandardPaths::findExecutable(u"kubectl"_s).isEmpty())
        QSKIP("no kubectl on this machine");
    const Run run =
        runProgram(u"kubectl"_s, {u"__complete"_s, u"faultline"_s, u"diagnose"_s, u"-o"_s, u"sa"_s}, environment());
    if (!run.out.contains("sarif"))
        QSKIP("this kubectl does not complete for plugins (it came with 1.26)");
    QVERIFY(run.out.startsWith("sarif"));
}

QTEST_GUILESS_MAIN(CliCompletionTest)
#include "tst_clicompletion.moc"
