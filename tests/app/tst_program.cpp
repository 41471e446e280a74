#include <QtGui/QImage>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace {

struct Run {
    int code = -1;
    QString out;
    QString err;
};

Run run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/faultline"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The program reads and writes its settings under this home, not the person's.
        QVERIFY(m_home.isValid());
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }

    void helpNamesTheOptionsOfTheWindow()
    {
        const Run help = run({u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const QString &word : {u"--kubeconfig"_s, u"--context"_s, u"--sample"_s, u"--language"_s, u"--theme"_s})
            QVERIFY2(help.out.contains(word), qPrintable(word));
        QVERIFY(!help.out.contains(u"--screenshot"_s));
    }

    void aWrongCallIsRefusedWithAReason_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--nope"_s};
        QTest::newRow("unknown language") << QStringList{u"--language"_s, u"fr"_s};
        QTest::newRow("unknown theme") << QStringList{u"--theme"_s, u"pink"_s};
        QTest::newRow("-A with -n") << QStringList{u"-A"_s, u"-n"_s, u"shop"_s};
        QTest::newRow("-f with --sample") << QStringList{u"-f"_s, u"x"_s, u"--sample"_s, u"shop"_s};
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    }

    void aWrongCallIsRefusedWithAReason()
    {
        QFETCH(QStringList, arguments);
        const Run wrong = run(arguments);
        QCOMPARE(wrong.code, 2);
        QVERIFY(!wrong.err.isEmpty());
    }

    // What was begun for the window must have ended before the program does: it hung in one of six.
    void aCallThatEndsAtOnceEndsEveryTime()
    {
        for (int i = 0; i < 25; ++i) {
            const Run wrong = run({u"--theme"_s, u"pink"_s});
            QCOMPARE(wrong.code, 2);
            QVERIFY2(!wrong.err.contains(u"main() thread"_s), qPrintable(wrong.err));
        }
    }

    void aCrashWouldLeaveNoCredentials()
    {
#ifndef Q_OS_LINUX
        QSKIP("read from /proc");
#else
        QProcess process;
        process.start(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/faultline"_s, {u"--sample"_s, u"shop"_s});
        QVERIFY(process.waitForStarted());
        const auto limit = [&process] {
            QFile file(u"/proc/%1/limits"_s.arg(process.processId()));
            if (!file.open(QIODevice::ReadOnly))
                return QByteArray();
            const QByteArray all = file.readAll();
            return all.mid(all.indexOf("Max core file size")).split('\n').first().simplified();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(limit().startsWith("Max core file size 0 "), limit(), 10'000);
        process.kill();
        QVERIFY(process.waitForFinished());
#endif
    }

    void aPictureIsTakenOfASample()
    {
        const QString file = m_home.filePath(u"shot.png"_s);
        const Run shot = run({u"--sample"_s, u"selector-typo"_s, u"--language"_s, u"zh"_s, u"--theme"_s, u"dark"_s,
                              u"--size"_s, u"1000x700"_s, u"--screenshot"_s, file});
        QVERIFY2(shot.code == 0, qPrintable(shot.err));
        const QImage image(file);
        QCOMPARE(image.size(), QSize(1000, 700));
        QVERIFY(image.pixelColor(3, 400).lightness() < 60);
    }

    void aPictureOfWhatCannotBeOpenedStillComes()
    {
        const QString file = m_home.filePath(u"failed.png"_s);
        QCOMPARE(run({u"-f"_s, u"/no/such/file.yaml"_s, u"--screenshot"_s, file}).code, 0);
        QVERIFY(!QImage(file).isNull());
        QCOMPARE(run({u"--sample"_s, u"shop"_s, u"--screenshot"_s, u"/no/such/folder/x.png"_s}).code, 2);
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
