#include "core/source/filelogs.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using LogState = model::LogText::State;

class TestFileLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logNamesAreUnderstood_data();
    void logNamesAreUnderstood();
    void dumpsHoldLogsBetweenTheirDocuments();
    void logTextsAreUnderstood_data();
    void logTextsAreUnderstood();
};

void TestFileLogs::logNamesAreUnderstood_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("log") << u"logs/web-1.app.log"_s << u"web-1|app"_s;
    QTest::newRow("previous") << u"logs/web-1.app.previous.log"_s << u"web-1|app|previous"_s;
    QTest::newRow("error") << u"logs/web-1.app.log.err"_s << u"web-1|app|error"_s;
    QTest::newRow("previous error") << u"logs/web-1.app.previous.log.err"_s << u"web-1|app|previous|error"_s;
    QTest::newRow("dots in the Pod") << u"logs/a.b.c.app.log"_s << u"a.b.c|app"_s;
    QTest::newRow("a container called previous") << u"logs/web-1.previous.log"_s << u"web-1|previous"_s;
    QTest::newRow("no container") << u"logs/web-1.log"_s << QString();
    QTest::newRow("no Pod") << u"logs/.app.log"_s << QString();
    QTest::newRow("no log") << u"logs/web-1.app.txt"_s << QString();
    QTest::newRow("not in a folder of logs") << u"shop/web-1.app.log"_s << QString();
    QTest::newRow("must-gather") << u"x/namespaces/shop/pods/web-1/app/app/logs/current.log"_s
                                 << u"web-1|app|in shop"_s;
    QTest::newRow("must-gather, the run before")
        << u"namespaces/shop/pods/web-1/app/app/logs/previous.log"_s << u"web-1|app|previous|in shop"_s;
    QTest::newRow("must-gather, another file") << u"namespaces/shop/pods/web-1/app/app/logs/rotated.log"_s << QString();
    QTest::newRow("support bundle") << u"b/cluster-resources/pods/logs/shop/web-1/app.log"_s << u"web-1|app|in shop"_s;
    QTest::newRow("support bundle, the run before")
        << u"cluster-resources/pods/logs/shop/web-1/app-previous.log"_s << u"web-1|app|previous|in shop"_s;
    QTest::newRow("nothing") << u"logs/.log"_s << QString();
}

void TestFileLogs::logNamesAreUnderstood()
{
    QFETCH(QString, fileName);
    QFETCH(QString, meaning);
    const auto name = source::LogPlace::parse(fileName);
    QString words;
    if (name) {
        words = name->pod + u'|' + name->container + (name->previous ? u"|previous"_s : QString()) +
                (name->isError ? u"|error"_s : QString()) +
                (name->nameSpace.isEmpty() ? QString() : u"|in "_s + name->nameSpace);
    }
    QCOMPARE(words, meaning);
}

void TestFileLogs::dumpsHoldLogsBetweenTheirDocuments()
{
    const QByteArray dump = "{\"kind\": \"PodList\"}\n"
                            "==== START logs for container app of pod shop/web-1 ====\n"
                            "hello\n==== START logs for container x of pod a ====\n"
                            "==== END logs for container app of pod shop/web-1 ====\n"
                            "==== START logs for container side of pod shop/web-1 ====\n"
                            "==== END logs for container side of pod shop/web-1 ====\n"
                            "{\"kind\": \"NodeList\"}\n";
    QCOMPARE(source::withoutDumpedLogs(dump), "{\"kind\": \"PodList\"}\n{\"kind\": \"NodeList\"}\n");
    const auto logs = source::dumpedLogs(dump);
    QCOMPARE(logs.size(), size_t{2});
    QCOMPARE(logs[0].place.container, u"app"_s);
    QCOMPARE(logs[0].place.nameSpace, u"shop"_s);
    QCOMPARE(logs[0].content, "hello\n==== START logs for container x of pod a ====\n");
    QCOMPARE(logs[1].content, QByteArray());
    // Cut off within a log: what is there of it counts.
    const QByteArray cut = dump.left(dump.indexOf("\n==== START logs for container x"));
    QCOMPARE(source::dumpedLogs(cut).front().content, "hello");
    QVERIFY(source::dumpedLogs("==== START logs for container x").empty());
}

void TestFileLogs::logTextsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isError");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, const QByteArray &content, bool isError, LogState state) {
        QTest::newRow(name) << content << isError << static_cast<int>(state);
    };
    row("text", "hello\n", false, LogState::Text);
    row("empty", "", false, LogState::Text);
    row("kubelet's excuse", "unable to retrieve container logs for containerd://1", false, LogState::Unavailable);
    row("kubelet's other excuse", "failed to try resolving symlinks in path \"/var\"", false, LogState::Unavailable);
    row("the excuse as a line of a log", "hi\nunable to retrieve container logs for x", false, LogState::Text);
    row("waiting", "container \"app\" in pod \"w\" is waiting to start: ImagePullBackOff", true, LogState::NeverRan);
    row("no previous", "previous terminated container \"app\" in pod \"w\" not found", true, LogState::NeverRan);
    row("forbidden", "pods \"w\" is forbidden", true, LogState::Unavailable);
}

void TestFileLogs::logTextsAreUnderstood()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, isError);
    QFETCH(int, state);
    QCOMPARE(static_cast<int>(source::logTextOf(content, isError).state), state);
}

QTEST_GUILESS_MAIN(TestFileLogs)
#include "tst_filelogs.moc"
