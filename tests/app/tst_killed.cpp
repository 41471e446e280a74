#include "core/base/savefile.h"
#include "tests/app/clirun.h"
#include "ui/main/settings.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QSettings>
#include <QtCore/QThread>

#include <cstdio>

using namespace faultline;
using namespace Qt::StringLiterals;

/// kill -9 at any moment: what was said to be saved is there, and every file is whole, the one before or the one after.
class KilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSaidToBeSavedIsThere();
    void aSnapshotIsWholeOrAbsent();
};

namespace {

constexpr qsizetype kSize = 1'000'000;
constexpr auto kAsChild = "--save-until-killed";

/// What the round `n` writes: one letter, many times.
char letterOf(int n) { return static_cast<char>('a' + n % 26); }

/// Saves a setting and a file again and again, and says so each time.
void saveUntilKilled(const QString &path)
{
    for (int n = 1;; ++n) {
        ui::Settings().setTextScale(n);
        if (!base::saveFile(path, QByteArray(kSize, letterOf(n))))
            return;
        std::printf("%d\n", n);
        std::fflush(stdout);
    }
}

int textScaleIn(const QString &folder)
{
    const QSettings settings(folder + u"/FaultlineTest/killed.conf"_s, QSettings::IniFormat);
    return settings.status() == QSettings::NoError ? settings.value(u"textScale"_s, -1).toInt() : -2;
}

} // namespace

void KilledTest::whatWasSaidToBeSavedIsThere()
{
    int saidInAll = 0;
    for (int round = 0; round < 30; ++round) {
        const QTemporaryDir home;
        const QString path = home.filePath(u"report.html"_s);
        QProcessEnvironment environment = test::plainEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {QLatin1StringView(kAsChild), path});
        QVERIFY(process.waitForReadyRead(20'000));
        QThread::usleep(QRandomGenerator::global()->bounded(40'000U));
        process.kill();
        QVERIFY(process.waitForFinished());

        const QByteArrayList lines = process.readAllStandardOutput().split('\n');
        const int said = lines.value(lines.size() - 2).toInt(); // behind the last line break stands nothing whole
        QVERIFY(said >= 1);
        saidInAll += said;
        const int kept = textScaleIn(home.path());
        QVERIFY2(kept == said || kept == said + 1, QByteArray::number(kept).constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(bytes.size(), kSize);
        QVERIFY(bytes.front() == letterOf(said) || bytes.front() == letterOf(said + 1));
        QCOMPARE(bytes.count(bytes.front()), kSize);
    }
    QVERIFY(saidInAll > 30); // it was killed at its work
}

void KilledTest::aSnapshotIsWholeOrAbsent()
{
    const QTemporaryDir home;
    int killed = 0;
    for (int round = 0; round < 20; ++round) {
        const QString path = home.filePath(u"%1.tar.gz"_s.arg(round));
        QProcess process;
        process.setProcessEnvironment(test::plainEnvironment());
        process.start(test::programPath(), {u"snapshot"_s, u"-f"_s, test::recordedPath(u"crash-oom"_s), u"-o"_s, path});
        QVERIFY(process.waitForStarted());
        if (!process.waitForFinished(static_cast<int>(QRandomGenerator::global()->bounded(300U)))) {
            process.kill();
            ++killed;
            QVERIFY(process.waitForFinished());
        }
        if (process.exitStatus() == QProcess::NormalExit)
            QVERIFY(QFileInfo::exists(path));
        if (QFileInfo::exists(path))
            QCOMPARE(test::runFaultline({u"diagnose"_s, u"-f"_s, path, u"-q"_s}).exitCode, 1); // its fault is found
    }
    QVERIFY(killed > 0);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
    QCoreApplication::setApplicationName(u"killed"_s);
    if (argc == 3 && QByteArrayView(argv[1]) == kAsChild) {
        saveUntilKilled(QString::fromLocal8Bit(argv[2]));
        return 1;
    }
    KilledTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
