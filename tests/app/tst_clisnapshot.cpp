#include "tests/app/clirun.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

/// The report on a path, without where it came from.
QJsonObject judged(const QString &path)
{
    const Run run = runFaultline({u"diagnose"_s, u"-f"_s, path, u"-o"_s, u"json"_s});
    QJsonObject report = run.json();
    report.remove(u"source"_s);
    return report;
}

} // namespace

/// `faultline snapshot`, as a person runs it.
class CliSnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsDiagnosisIsThatOfItsSource();
    void openedElsewhereItIsTheSameByteForByte();
    void itSaysWhatIsInIt();
    void aWrongCallSaysWhichWordIsOff_data();
    void aWrongCallSaysWhichWordIsOff();
    void whatCannotBeReadLeavesNoFile();

private:
    QTemporaryDir m_folder;
};

void CliSnapshotTest::itsDiagnosisIsThatOfItsSource()
{
    const QString path = m_folder.filePath(u"oom.tar.gz"_s);
    const Run run = runFaultline({u"snapshot"_s, u"-f"_s, recordedPath(u"crash-oom"_s), u"-o"_s, path});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QJsonObject source = judged(recordedPath(u"crash-oom"_s));
    QVERIFY(!source[u"subjects"_s].toArray().isEmpty());
    QCOMPARE(judged(path), source);
    const QString second = m_folder.filePath(u"again.tar.gz"_s);
    QCOMPARE(runFaultline({u"snapshot"_s, u"-f"_s, path, u"-o"_s, second}).exitCode, 0);
    QCOMPARE(judged(second), source);
}

/// On another machine, of another person, in another zone: of the same program the same words.
void CliSnapshotTest::openedElsewhereItIsTheSameByteForByte()
{
    const QString path = m_folder.filePath(u"here.tar.gz"_s);
    QCOMPARE(runFaultline({u"snapshot"_s, u"-f"_s, recordedPath(u"crash-oom"_s), u"-o"_s, path}).exitCode, 0);
    QVERIFY(QDir(m_folder.path()).mkpath(u"elsewhere/home"_s));
    const QString copy = m_folder.filePath(u"elsewhere/here.tar.gz"_s);
    QVERIFY(QFile::copy(path, copy));
    for (const QString &format : {u"json"_s, u"text"_s, u"md"_s, u"html"_s, u"sarif"_s, u"junit"_s}) {
        const Run here = runFaultline({u"diagnose"_s, u"-f"_s, path, u"-o"_s, format, u"--language"_s, u"en"_s});
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, m_folder.filePath(u"elsewhere/home"_s));
        environment.insert(u"TZ"_s, u"Asia/Tokyo"_s);
        environment.insert(u"LC_ALL"_s, u"C"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.filePath(u"elsewhere"_s));
        process.start(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/faultline"_s,
                      {u"diagnose"_s, u"-f"_s, u"here.tar.gz"_s, u"-o"_s, format, u"--language"_s, u"en"_s});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), here.exitCode);
        QCOMPARE(process.readAllStandardOutput(), here.out);
        QVERIFY(here.out.size() > 1'000);
    }
}

void CliSnapshotTest::itSaysWhatIsInIt()
{
    const QString path = m_folder.filePath(u"told.tar.gz"_s);
    const Run run = runFaultline({u"snapshot"_s, u"-f"_s, recordedPath(u"crash-oom"_s), u"-o"_s, path});
    QVERIFY2(run.out.contains("objects") && run.out.contains(path.toUtf8()), run.out.constData());
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QCOMPARE(QFileInfo(path).permissions() & others, QFileDevice::Permissions());
    QVERIFY(runFaultline({u"help"_s}).out.contains("faultline snapshot"));
}

void CliSnapshotTest::aWrongCallSaysWhichWordIsOff_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const QString story = recordedPath(u"crash-oom"_s);
    QTest::newRow("no file") << QStringList{u"-f"_s, story} << "-o FILE"_ba;
    QTest::newRow("a folder") << QStringList{u"-f"_s, story, u"-o"_s, m_folder.path()} << "is a folder"_ba;
    QTest::newRow("a name") << QStringList{u"-f"_s, story, u"-o"_s, u"x"_s, u"deployment/web"_s}
                            << "one word too many"_ba;
    QTest::newRow("both scopes") << QStringList{u"-A"_s, u"-n"_s, u"a"_s, u"-o"_s, u"x"_s} << "exclude each other"_ba;
    QTest::newRow("its own input") << QStringList{u"-f"_s, story, u"-o"_s, story} << "is a folder"_ba;
    QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << "frobnicate"_ba;
}

void CliSnapshotTest::aWrongCallSaysWhichWordIsOff()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const Run run = runFaultline(QStringList{u"snapshot"_s} + arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(words), run.err.constData());
}

void CliSnapshotTest::whatCannotBeReadLeavesNoFile()
{
    const QString path = m_folder.filePath(u"none.tar.gz"_s);
    const Run run = runFaultline({u"snapshot"_s, u"-f"_s, u"/nowhere.yaml"_s, u"-o"_s, path});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("/nowhere.yaml"), run.err.constData());
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(CliSnapshotTest)
#include "tst_clisnapshot.moc"
