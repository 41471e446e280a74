#include "tests/app/clirun.h"

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

QByteArray object(const QByteArray &kind, const QByteArray &name, const QByteArray &labels)
{
    return "apiVersion: " + QByteArray(kind == "Service" ? "v1" : "apps/v1") + "\nkind: " + kind +
           "\nmetadata: {name: " + name + ", labels: {" + labels + "}}\nspec: {selector: " +
           (kind == "Service" ? QByteArray("{app: x}, ports: [{port: 80}]")
                              : QByteArray("{matchLabels: {app: ") + name + "}}, template: {metadata: {labels: {app: " +
                                    name + "}}, spec: {containers: [{name: c, image: 'a:1'}]}}") +
           "}\n---\n";
}

const QByteArray kInput = object("Deployment", "a", "app: web, tier: front") + object("Deployment", "b", "app: web") +
                          object("Deployment", "c", "app: db, old: 'yes'") +
                          object("StatefulSet", "s", "app: db, example.com/team: x") +
                          object("Service", "lone", "app: web");

/// The names of the subjects that were judged, in order; "2: ..." where the call failed.
QString judged(const QStringList &arguments)
{
    const Run run = runProgram(programPath(), QStringList{u"diagnose"_s, u"-f"_s, u"-"_s, u"-ojson"_s} + arguments,
                               plainEnvironment(), {}, kInput);
    QStringList names;
    for (const QJsonValue &subject : run.json()["subjects"_L1].toArray())
        names += subject["subject"_L1]["name"_L1].toString();
    names.sort();
    return run.out.isEmpty() ? u"%1: %2"_s.arg(run.exitCode).arg(QString::fromUtf8(run.err)) : names.join(u' ');
}

} // namespace

/// Which objects `faultline diagnose` is asked about.
class CliSelectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSelectorIsKubectls_data();
    void theSelectorIsKubectls();
    void aSelectorThatIsNoneIsRefused_data();
    void aSelectorThatIsNoneIsRefused();
    void whoStillSaysDashLForTheLanguageIsTold();
    void objectsAreNamedAsWithKubectl_data();
    void objectsAreNamedAsWithKubectl();
    void aWrongNameIsRefused_data();
    void aWrongNameIsRefused();
    void aMistypedCommandIsGuessedAtWithoutADisplay();
    void quietLeavesTheExitCodeAlone();
    void coloursAndLinksAreForTerminals();
};

void CliSelectTest::theSelectorIsKubectls_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<QString>("expected");
    QTest::newRow("equal") << u"app=web"_s << u"a b lone"_s;
    QTest::newRow("equal, twice the sign") << u"app==web"_s << u"a b lone"_s;
    QTest::newRow("with blanks") << u" app = web , tier = front "_s << u"a"_s;
    QTest::newRow("not equal holds without the key") << u"tier!=front"_s << u"b c lone s"_s;
    QTest::newRow("one of a set") << u"app in (db, cache)"_s << u"c s"_s;
    QTest::newRow("none of a set") << u"app notin (db),tier"_s << u"a"_s;
    QTest::newRow("a key") << u"old"_s << u"c"_s;
    QTest::newRow("no such key") << u"!old,app=db"_s << u"s"_s;
    QTest::newRow("a key with a prefix") << u"example.com/team=x"_s << u"s"_s;
    QTest::newRow("an empty value") << u"app="_s << QString();
    QTest::newRow("nothing is everything") << QString() << u"a b c lone s"_s;
}

void CliSelectTest::theSelectorIsKubectls()
{
    QFETCH(QString, selector);
    QTEST(judged({u"--selector="_s + selector}), "expected");
}

void CliSelectTest::aSelectorThatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("selector");
    for (const char *text :
         {"app=web,", "=web", "app in db", "app in (db", "a b", "app=(web)", "!", "app in (db))", "a=b=c"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void CliSelectTest::aSelectorThatIsNoneIsRefused()
{
    QFETCH(QString, selector);
    const QString said = judged({u"-l"_s, selector});
    QVERIFY2(said.startsWith("2: "_L1) && said.contains("label selector"_L1), qPrintable(said));
}

void CliSelectTest::whoStillSaysDashLForTheLanguageIsTold()
{
    const Run run =
        runProgram(programPath(), {u"diagnose"_s, u"-f"_s, u"-"_s, u"-l"_s, u"zh"_s}, plainEnvironment(), {}, kInput);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("--language"), run.err.constData());
}

void CliSelectTest::objectsAreNamedAsWithKubectl_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a name is a Deployment's") << QStringList{u"a"_s} << u"a"_s;
    QTest::newRow("kind and name") << QStringList{u"deployment/a"_s} << u"a"_s;
    QTest::newRow("kind, then name") << QStringList{u"sts"_s, u"s"_s} << u"s"_s;
    QTest::newRow("several") << QStringList{u"deployment/a"_s, u"deploy/c"_s, u"sts/s"_s} << u"a c s"_s;
    QTest::newRow("a kind, several names") << QStringList{u"deploy"_s, u"a"_s, u"b"_s} << u"a b"_s;
    QTest::newRow("a kind alone") << QStringList{u"deployments"_s} << u"a b c"_s;
    QTest::newRow("several kinds") << QStringList{u"deploy,svc"_s} << u"a b c lone"_s;
    QTest::newRow("a kind and labels") << QStringList{u"deploy"_s, u"-l"_s, u"app=web"_s} << u"a b"_s;
    QTest::newRow("one is missing") << QStringList{u"deploy/a"_s, u"deploy/nope"_s} << u"a nope"_s;
}

void CliSelectTest::objectsAreNamedAsWithKubectl()
{
    QFETCH(QStringList, words);
    QTEST(judged(words), "expected");
}

void CliSelectTest::aWrongNameIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no such kind") << QStringList{u"teapot/a"_s};
    QTest::newRow("no name") << QStringList{u"deploy/"_s};
    QTest::newRow("one of several without a kind") << QStringList{u"deploy/a"_s, u"b"_s};
    QTest::newRow("two names") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("a name and labels") << QStringList{u"deploy/a"_s, u"-l"_s, u"app=web"_s};
    QTest::newRow("-A with -n") << QStringList{u"-A"_s, u"-n"_s, u"shop"_s};
    QTest::newRow("-f with --sample") << QStringList{u"--sample"_s, u"shop"_s};
    QTest::newRow("no such colour") << QStringList{u"--color"_s, u"pink"_s};
}

void CliSelectTest::aWrongNameIsRefused()
{
    QFETCH(QStringList, words);
    const QString said = judged(words);
    QVERIFY2(said.startsWith("2: "_L1) && said.contains("Usage:"_L1), qPrintable(said));
}

void CliSelectTest::aMistypedCommandIsGuessedAtWithoutADisplay()
{
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    const Run run = runProgram(programPath(), {u"diagnos"_s, u"-f"_s, u"x"_s}, environment);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("did you mean diagnose?"), run.err.constData());
    QCOMPARE(runProgram(programPath(), {u"window"_s, u"--help"_s}, environment).exitCode, 0);
}

void CliSelectTest::quietLeavesTheExitCodeAlone()
{
    const Run run = runFaultline({u"diagnose"_s, u"-q"_s, u"-f"_s, recordedPath(u"selector-typo"_s)});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.out + run.err, QByteArray());
    QCOMPARE(runFaultline({u"diagnose"_s, u"-q"_s, u"-f"_s, recordedPath(u"healthy-ingress"_s)}).exitCode, 0);
    QVERIFY(!runFaultline({u"diagnose"_s, u"-q"_s, u"-f"_s, u"/nonexistent"_s}).err.isEmpty());
}

void CliSelectTest::coloursAndLinksAreForTerminals()
{
    const QStringList call{u"diagnose"_s, u"-f"_s, recordedPath(u"selector-typo"_s)};
    QVERIFY(!runFaultline(call).out.contains('\x1b'));
    QVERIFY(!runFaultline(call + QStringList{u"--color"_s, u"never"_s}).out.contains('\x1b'));
    const QByteArray always = runFaultline(call + QStringList{u"--color"_s, u"always"_s}).out;
    QVERIFY(always.contains("\x1b[31m") && always.contains("\x1b]8;;https://kubernetes.io/"));
    // On a terminal, which script(1) is: with colours, but not where NO_COLOR or TERM forbid them.
    const QString line = programPath() + u" diagnose -f "_s + recordedPath(u"selector-typo"_s);
    const auto onTerminal = [&](const QString &name, const QString &value) {
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(u"TERM"_s, u"xterm"_s);
        environment.insert(name, value);
        return runProgram(u"script"_s, {u"-qec"_s, line, u"/dev/null"_s}, environment).out.contains("\x1b[31m");
    };
    QVERIFY(onTerminal(u"NO_COLOR"_s, QString()));
    QVERIFY(!onTerminal(u"NO_COLOR"_s, u"1"_s));
    QVERIFY(!onTerminal(u"TERM"_s, u"dumb"_s));
}

QTEST_GUILESS_MAIN(CliSelectTest)
#include "tst_cliselect.moc"
