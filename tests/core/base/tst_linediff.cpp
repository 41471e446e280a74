#include "core/base/linediff.h"

#include <QtTest/QtTest>

using namespace faultline::base;
using namespace Qt::StringLiterals;

class TestLineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiffTurnsOneTextIntoTheOther_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("diff");
        QTest::newRow("nothing differs") << u"a b"_s << u"a b"_s << QString();
        QTest::newRow("one line") << u"a b c"_s << u"a x c"_s << u" a\n-b\n+x\n c\n"_s;
        QTest::newRow("added at the end") << u"a"_s << u"a b"_s << u" a\n+b\n"_s;
        QTest::newRow("removed at the start") << u"a b"_s << u"b"_s << u"-a\n b\n"_s;
        QTest::newRow("to nothing") << u"a"_s << QString() << u"-a\n"_s;
        QTest::newRow("moved") << u"a b c"_s << u"c a b"_s << u"+c\n a\n b\n-c\n"_s;
        QTest::newRow("far apart") << u"x 1 2 3 4 5 6 7 8 y"_s << u"X 1 2 3 4 5 6 7 8 Y"_s
                                   << u"-x\n+X\n 1\n⋯\n 8\n-y\n+Y\n"_s;
    }

    void aDiffTurnsOneTextIntoTheOther()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, diff);
        const auto lines = [](const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); };
        QCOMPARE(diffText(lineDiff(lines(before), lines(after), 1)), diff);
    }

    void whatIsTooLargeIsToldAsAWhole()
    {
        QStringList before, after;
        for (int i = 0; i < 3000; ++i) {
            before.append(u"a%1"_s.arg(i));
            after.append(u"b%1"_s.arg(i));
        }
        const std::vector<DiffLine> lines = lineDiff(before, after);
        QCOMPARE(lines.size(), size_t(6000));
        QCOMPARE(lines.front().kind, DiffLine::Kind::Removed);
        QCOMPARE(lines.back().kind, DiffLine::Kind::Added);
    }
};

QTEST_APPLESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
