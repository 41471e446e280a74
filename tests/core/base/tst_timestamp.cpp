#include "core/base/timestamp.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using faultline::base::Timestamp;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheServerWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("whole seconds") << u"2026-11-23T11:17:05Z"_s << qint64{1795432625000};
        QTest::newRow("micro time") << u"2026-11-23T11:17:05.123456Z"_s << qint64{1795432625123};
        QTest::newRow("one digit of a fraction") << u"2026-11-23T11:17:05.5Z"_s << qint64{1795432625500};
        QTest::newRow("east of Greenwich") << u"2026-11-23T13:17:05+02:00"_s << qint64{1795432625000};
        QTest::newRow("west of Greenwich") << u"2026-11-23T05:47:05-05:30"_s << qint64{1795432625000};
        QTest::newRow("the epoch") << u"1970-01-01T00:00:00Z"_s << qint64{0};
        QTest::newRow("a leap day") << u"2024-02-29T00:00:00Z"_s << qint64{1709164800000};
    }
    void readsWhatTheServerWrites()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        QVERIFY(Timestamp::parse(text).isValid());
        QCOMPARE(Timestamp::parse(text).ms, ms);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u""_s,
                                u"now"_s,
                                u"2026-11-23"_s,
                                u"2026-11-23T11:17:05"_s,
                                u"2026-11-23 11:17:05Z"_s,
                                u"2026-13-23T11:17:05Z"_s,
                                u"2026-02-30T11:17:05Z"_s,
                                u"2023-02-29T11:17:05Z"_s,
                                u"2026-11-23T24:17:05Z"_s,
                                u"2026-11-23T11:60:05Z"_s,
                                u"2026-11-23T11:17:60Z"_s,
                                u"2026-11-23T11:17:05.Z"_s,
                                u"2026-11-23T11:17:05+0200"_s,
                                u"2026-11-23T11:17:05Zjunk"_s,
                                u"2026-11-23T11:17:05z"_s,
                                u"0001-01-01T00:00:00Z"_s,
                                u"٢٠٢٦-11-23T11:17:05Z"_s};
        for (const QString &text : texts) {
            QTest::newRow(qPrintable(u"'"_s + text + u"'"_s)) << text;
        }
    }
    void refusesEverythingElse()
    {
        QFETCH(QString, text);
        QVERIFY(!Timestamp::parse(text).isValid());
        QCOMPARE(Timestamp::parse(text), Timestamp{});
    }

    void anyBeginningOfATimeIsNoTime()
    {
        const QString whole = u"2026-11-23T11:17:05.123456Z"_s;
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QVERIFY(!Timestamp::parse(QStringView(whole).first(size)).isValid());
        }
    }

    void writesWholeSecondsInUtc()
    {
        QCOMPARE(Timestamp::parse(u"2026-11-23T13:17:05.9+02:00").toString(), u"2026-11-23T11:17:05Z"_s);
        QCOMPARE(Timestamp{}.toString(), QString());
    }

    void countsSecondsOnlyBetweenValidTimes()
    {
        const Timestamp early = Timestamp::parse(u"2026-11-23T11:17:05Z");
        const Timestamp late = Timestamp::parse(u"2026-11-23T11:18:06.9Z");
        QCOMPARE(faultline::base::secondsBetween(early, late), qint64{61});
        QCOMPARE(faultline::base::secondsBetween(late, early), qint64{-61});
        QCOMPARE(faultline::base::secondsBetween(Timestamp{}, late), qint64{0});
    }
};

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
