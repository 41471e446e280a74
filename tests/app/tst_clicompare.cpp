#include "tests/app/clirun.h"

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

const QByteArray kApp =
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {replicas: 2, "
    "selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: "
    "[{name: c, image: 'a:1', ports: [{containerPort: 80}], env: [{name: P, value: hunter2canary}]}]}}}\n";
const QByteArray kService =
    "---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {selector: "
    "{app: web}, ports: [{port: 80}]}\n";
const QByteArray kSecret = "---\napiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\ntype: Opaque\n"
                           "stringData: {old: hunter3canary}\n";

QString changed(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    return QString::fromUtf8(text.replace(from, to));
}

} // namespace

/// `faultline compare OLD NEW`.
class CliCompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aNewFaultExitsWith1AndItsMendWith0();
    void fieldsThatDifferAreTold();
    void noValueOfASecretOrAnEnvironmentIsTold();
    void theSameTwiceIsNoDifference();
    void snapshotsAreComparedToo();
    void jsonFitsItsSchema();
    void markdownIsHarmless();
    void aWrongCallExitsWith2();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QString &text);
    Run compare(const QString &before, const QString &after, const QStringList &more = {})
    {
        return runFaultline(QStringList{u"compare"_s, path(before), path(after)} + more);
    }

    QTemporaryDir m_folder;
};

void CliCompareTest::write(const QString &name, const QString &text)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

void CliCompareTest::initTestCase()
{
    const QByteArray all = kApp + kService + kSecret;
    write(u"good.yaml"_s, QString::fromUtf8(all));
    write(u"bad.yaml"_s, changed(all, "{selector: {app: web}, ports", "{selector: {app: wep}, ports"));
    write(u"scaled.yaml"_s, changed(changed(all, "replicas: 2", "replicas: 5").toUtf8(), "'a:1'", "'a:2'"));
    write(u"secret.yaml"_s,
          changed(changed(all, "old: hunter3canary", "new: hunter4canary").toUtf8(), "hunter2canary", "hunter5canary"));
    write(u"without.yaml"_s, QString::fromUtf8(kApp + kSecret));
    write(u"hostile.yaml"_s, changed(all, "'a:1'", "'a:1 <img src=x> [x](http://evil.example) \\x1b[31m `b`'"));
}

void CliCompareTest::aNewFaultExitsWith1AndItsMendWith0()
{
    const Run broke = compare(u"good.yaml"_s, u"bad.yaml"_s);
    QVERIFY2(broke.exitCode == 1, broke.err.constData());
    QVERIFY(broke.out.contains("Came") && broke.out.contains("Deployment/shop/web"));
    QVERIFY(broke.out.contains("spec.selector.app: web → wep"));
    const Run healed = compare(u"bad.yaml"_s, u"good.yaml"_s);
    QCOMPARE(healed.exitCode, 0);
    QVERIFY(healed.out.contains("Went"));
    QCOMPARE(compare(u"bad.yaml"_s, u"bad.yaml"_s).exitCode, 0);
    QCOMPARE(compare(u"good.yaml"_s, u"bad.yaml"_s, {u"-q"_s}).out, QByteArray());
}

void CliCompareTest::fieldsThatDifferAreTold()
{
    const Run run = compare(u"good.yaml"_s, u"scaled.yaml"_s);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("spec.replicas: 2 → 5"), run.out.constData());
    QVERIFY(run.out.contains("spec.template.spec.containers[c].image: a:1 → a:2"));
    QVERIFY(compare(u"good.yaml"_s, u"without.yaml"_s).out.contains("- Service/shop/web"));
    QVERIFY(compare(u"without.yaml"_s, u"good.yaml"_s).out.contains("+ Service/shop/web"));
}

void CliCompareTest::noValueOfASecretOrAnEnvironmentIsTold()
{
    for (const QString &format : {u"text"_s, u"json"_s, u"md"_s}) {
        const Run run = compare(u"good.yaml"_s, u"secret.yaml"_s, {u"-o"_s, format});
        QVERIFY2(run.out.contains("Secret/shop/s"), run.out.constData());
        QVERIFY(!run.out.contains("canary") && !run.out.contains("stringData"));
    }
}

void CliCompareTest::theSameTwiceIsNoDifference()
{
    const Run run = compare(u"good.yaml"_s, u"good.yaml"_s);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("no difference"), run.out.constData());
}

void CliCompareTest::snapshotsAreComparedToo()
{
    for (const QString &name : {u"healthy-ingress"_s, u"selector-typo"_s}) {
        const Run made = runFaultline({u"snapshot"_s, u"-f"_s, recordedPath(name), u"-o"_s, path(name + u".tar.gz"_s)});
        QVERIFY2(made.exitCode == 0, made.err.constData());
    }
    const Run run = compare(u"healthy-ingress.tar.gz"_s, u"selector-typo.tar.gz"_s, {u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.json()["newFault"_L1].toBool());
    QCOMPARE(run.json()["before"_L1]["name"_L1].toString(), u"healthy-ingress.tar.gz"_s);
    // A snapshot holds what its input holds.
    const Run same = runFaultline({u"compare"_s, recordedPath(u"selector-typo"_s), path(u"selector-typo.tar.gz"_s)});
    QVERIFY2(same.exitCode == 0 && same.out.contains("no difference"), same.out.constData());
}

void CliCompareTest::jsonFitsItsSchema()
{
    const Run run = compare(u"good.yaml"_s, u"bad.yaml"_s, {u"-o"_s, u"json"_s});
    write(u"out.json"_s, run.text());
    for (const QString &python : {u"python3"_s, u"/usr/bin/python3"_s}) {
        const Run checked =
            runProgram(python, {u"-c"_s,
                                u"import json,sys,jsonschema;"
                                "jsonschema.validate(json.load(open(sys.argv[2])),json.load(open(sys.argv[1])))"_s,
                                sourcePath(u"resources/schemas/comparison-1.schema.json"_s), path(u"out.json"_s)});
        if (checked.err.contains("No module named"))
            continue;
        QVERIFY2(checked.exitCode == 0, checked.err.right(1000).constData());
        return;
    }
    QSKIP("python3-jsonschema is not installed: packaging/test.sh installs it");
}

void CliCompareTest::markdownIsHarmless()
{
    const Run run = compare(u"good.yaml"_s, u"hostile.yaml"_s, {u"-o"_s, u"md"_s, u"--language"_s, u"zh"_s});
    QVERIFY(run.text().contains(u"对比"_s));
    QVERIFY(run.out.contains("[x](http") && !run.out.contains('\x1b'));
    // In code, and nothing in it ends the code.
    static const QRegularExpression spans(u"`[^`\\n]*`"_s);
    QVERIFY(!QString(run.text()).remove(spans).contains("<img"_L1));
}

void CliCompareTest::aWrongCallExitsWith2()
{
    for (const QStringList &words :
         {QStringList{u"compare"_s}, QStringList{u"compare"_s, path(u"good.yaml"_s)},
          QStringList{u"compare"_s, u"-"_s, u"-"_s}, QStringList{u"compare"_s, path(u"good.yaml"_s), u"/nonexistent"_s},
          QStringList{u"compare"_s, path(u"good.yaml"_s), path(u"bad.yaml"_s), u"-o"_s, u"sarif"_s}}) {
        const Run run = runFaultline(words);
        QVERIFY2(run.exitCode == 2 && !run.err.isEmpty(), qPrintable(words.join(u' ')));
    }
}

QTEST_GUILESS_MAIN(CliCompareTest)
#include "tst_clicompare.moc"
