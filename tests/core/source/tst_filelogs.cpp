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
    void logTextsAreUnderstood_data();
    void logTextsAreUnderstood();
};

void TestFileLogs::logNamesAreUnderstood_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("log") << u"web-1.app.log"_s << u"web-1|app"_s;
    QTest::newRow("previous") << u"web-1.app.previous.log"_s << u"web-1|app|previous"_s;
    QTest::newRow("error") << u"web-1.app.log.err"_s << u"web-1|app|error"_s;
    QTest::newRow("previous error") << u"web-1.app.previous.log.err"_s << u"web-1|app|previous|error"_s;
    QTest::newRow("dots in the Pod") << u"a.b.c.app.log"_s << u"a.b.c|app"_s;
    QTest::newRow("a container called previous") << u"web-1.previous.log"_s << u"web-1|previous"_s;
    QTest::newRow("no container") << u"web-1.log"_s << QString();
    QTest::newRow("no Pod") << u".app.log"_s << QString();
    QTest::newRow("no log") << u"web-1.app.txt"_s << QString();
    QTest::newRow("nothing") << u".log"_s << QString();
}

void TestFileLogs::logNamesAreUnderstood()
{
    QFETCH(QString, fileName);
    QFETCH(QString, meaning);
    const auto name = source::LogFileName::parse(fileName);
    QString words;
    if (name) {
        words = name->pod + u'|' + name->container + (name->previous ? u"|previous"_s : QString()) +
                (name->isError ? u"|error"_s : QString());
    }
    QCOMPARE(words, meaning);
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
