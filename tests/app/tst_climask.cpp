#include "tests/app/clirun.h"

using namespace Qt::StringLiterals;
using namespace faultline::test;

/// --mask and --mask-word, in every format.
class CliMaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedForIsMaskedInEveryFormat_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"text", "json", "sarif", "junit", "md", "html"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }

    void whatIsAskedForIsMaskedInEveryFormat()
    {
        QFETCH(QString, format);
        const QStringList plainly{u"diagnose"_s, u"-f"_s, recordedPath(u"crash-oom"_s), u"-o"_s, format};
        const Run plain = runFaultline(plainly);
        QVERIFY(plain.text().contains(u"crash-oom"_s) && plain.text().contains(u"cart"_s));
        const Run masked =
            runFaultline(plainly + QStringList{u"--mask-word"_s, u"cart"_s, u"--mask-word"_s, u"CRASH-OOM"_s});
        QCOMPARE(masked.exitCode, plain.exitCode);
        // The folder's name is the namespace's: it may be called so as well.
        QVERIFY2(!masked.text().contains(u"cart"_s, Qt::CaseInsensitive), masked.out.constData());
        QVERIFY2(!masked.text().contains(u"crash-oom"_s), masked.out.constData());
        QVERIFY(masked.text().contains(u"masked:word"_s));
    }

    void addressesAndMailAreMaskedOnRequest()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"pod.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\n"
                   "spec: {nodeName: n, containers: [{name: c, image: a}]}\n"
                   "status: {phase: Pending, conditions: [{type: PodScheduled, status: 'True'}], containerStatuses: "
                   "[{name: c, state: {waiting: {reason: CreateContainerError, message: "
                   "'dial 10.1.2.3: ask ops@example.com'}}}]}\n");
        file.close();
        const auto textWith = [&](const QStringList &more) {
            return runFaultline(QStringList{u"diagnose"_s, u"-f"_s, file.fileName()} + more).text();
        };
        const QString plain = textWith({});
        QVERIFY2(plain.contains(u"10.1.2.3"_s) && plain.contains(u"ops@example.com"_s), qPrintable(plain));
        QVERIFY(!textWith({u"--mask"_s, u"address"_s}).contains(u"10.1.2.3"_s));
        QVERIFY(textWith({u"--mask"_s, u"address"_s}).contains(u"ops@example.com"_s));
        QVERIFY(!textWith({u"--mask"_s, u"address,mail"_s}).contains(u"ops@"_s));
    }

    void aWordThatIsNoneIsSaid()
    {
        const Run run = runFaultline({u"diagnose"_s, u"-f"_s, recordedPath(u"crash-oom"_s), u"--mask"_s, u"names"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("--mask takes address, mail") && run.err.contains("names"), run.err.constData());
    }

    void aComparisonIsMaskedToo()
    {
        const Run run =
            runFaultline({u"compare"_s, recordedPath(u"healthy-ingress"_s), recordedPath(u"crash-oom"_s),
                          u"--mask-word"_s, u"cart"_s, u"--mask-word"_s, u"crash-oom"_s, u"-o"_s, u"json"_s});
        QVERIFY2(!run.text().contains(u"cart"_s) && !run.text().contains(u"crash-oom"_s), run.out.left(4'000));
        QCOMPARE(run.json()["schema"_L1].toString(), u"faultline.comparison/1"_s);
    }
};

QTEST_GUILESS_MAIN(CliMaskTest)
#include "tst_climask.moc"
