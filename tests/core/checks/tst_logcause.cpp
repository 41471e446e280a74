#include "core/checks/shared/logcause.h"

#include <QtTest/QtTest>

using namespace faultline::checks;
using namespace Qt::StringLiterals;

class TestLogCause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastPlausibleCauseIsFound_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("rule");
        QTest::newRow("Go panic above its stack")
            << u"starting\npanic: DB_HOST not set\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:8 +0x1d\nexit status 2"_s
            << 1 << u"panic"_s;
        QTest::newRow("Python traceback: its last line")
            << u"Traceback (most recent call last):\n  File \"/app.py\", line 3, in <module>\n    import flask\n"
               "ModuleNotFoundError: No module named 'flask'"_s
            << 3 << u"traceback"_s;
        QTest::newRow("Python exception of a package")
            << u"  raise\nsqlalchemy.exc.OperationalError: (psycopg2) could not connect"_s << 1 << u"traceback"_s;
        QTest::newRow("Java: the last Caused by")
            << u"Exception in thread \"main\" java.lang.RuntimeException: x\n\tat A.main(A.java:1)\nCaused by: "
               "java.net.ConnectException: Connection refused\n\tat B.b(B.java:2)\n\t... 3 more"_s
            << 2 << u"causedBy"_s;
        QTest::newRow("Node module") << u"node:internal/modules\n  throw err;\n  ^\n\nError: Cannot find module "
                                        "'/app/server.js'\n    at Module._resolve (x:1:2)\n  code: 'MODULE_NOT_FOUND'"_s
                                     << 4 << u"nodeModule"_s;
        QTest::newRow("exec format") << u"exec /app: exec format error"_s << 0 << u"execFormat"_s;
        QTest::newRow("port taken") << u"listen tcp :8080: bind: address already in use"_s << 0 << u"addressInUse"_s;
        QTest::newRow("with a time and colours")
            << u"\x1b[31m2026-11-23T11:17:05.123Z panic: no\x1b[0m\nbye"_s << 0 << u"panic"_s;
        QTest::newRow("file missing") << u"sh: can't open '/run.sh': No such file or directory"_s << 0
                                      << u"noSuchFile"_s;
        QTest::newRow("no right") << u"mkdir: can't create '/data': Permission denied"_s << 0 << u"permission"_s;
        QTest::newRow("Rust") << u"thread 'main' panicked at src/main.rs:4:5:\nboom\nnote: run with"_s << 0
                              << u"rustPanic"_s;
        QTest::newRow("nginx") << u"2026/11/23 11:17:05 [emerg] 1#1: host not found in upstream \"api\""_s << 0
                               << u"nginx"_s;
        QTest::newRow("a runtime's word beats a later complaint")
            << u"panic: first\nERROR shutting down"_s << 0 << u"panic"_s;
        QTest::newRow("the later of two complaints") << u"error: one\nfine\nerror: two\nbye"_s << 2 << u"error"_s;
        QTest::newRow("a logger's level") << u"level=info msg=a\nlevel=error msg=\"db is down\""_s << 1 << u"error"_s;
    }

    void theLastPlausibleCauseIsFound()
    {
        QFETCH(QString, log);
        QFETCH(int, line);
        QFETCH(QString, rule);
        const auto cause = likelyCause(log.split(u'\n'), 1);
        QVERIFY(cause.has_value());
        QCOMPARE(cause->rule, rule);
        QCOMPARE(cause->line, line);
    }

    void nothingIsGuessed_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("a run that ended well") << u"panic: no"_s << 0;
        QTest::newRow("quiet lines") << u"GET / 200\nGET /errors/list 200\n0 errors"_s << 1;
        QTest::newRow("empty") << QString() << 137;
    }

    void nothingIsGuessed()
    {
        QFETCH(QString, log);
        QFETCH(int, exitCode);
        QVERIFY(!likelyCause(log.split(u'\n'), exitCode).has_value());
    }
};

QTEST_APPLESS_MAIN(TestLogCause)
#include "tst_logcause.moc"
