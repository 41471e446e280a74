#include "ui/main/actions.h"
#include "ui/main/commandpalette.h"
#include "ui/main/fuzzymatch.h"
#include "ui/main/palettemodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

using Kind = PaletteEntry::Kind;

PaletteEntry entry(Kind kind, int index, const QString &title, const QString &note = {})
{
    return {kind, index, title, note, {}, State::Quiet};
}

std::vector<PaletteEntry> few()
{
    return {entry(Kind::Application, 0, u"orders"_s, u"shop"_s), entry(Kind::Application, 1, u"reorder-worker"_s),
            entry(Kind::Action, 2, u"Reload"_s), entry(Kind::Object, 3, u"orders-7d9"_s, u"Pod · shop"_s)};
}

std::vector<PaletteEntry> many()
{
    std::vector<PaletteEntry> entries;
    for (int i = 0; i < 10'000; ++i) {
        entries.push_back(entry(Kind::Application, i, u"team-%1-service-%2"_s.arg(i % 97).arg(i),
                                u"Deployment · namespace-%1 · Service selects no Pod"_s.arg(i % 300)));
    }
    return entries;
}

QStringList titles(const PaletteModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row).data().toString());
    return all;
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsFitWhereTheyBeginBestThenInsideThenAsLetters()
    {
        QVERIFY(matchScore(u"ord", u"orders shop") > matchScore(u"ord", u"reorder"));
        QVERIFY(matchScore(u"ord", u"reorder") > matchScore(u"odrs", u"orders"));
        QVERIFY(matchScore(u"odrs", u"orders") > 0);
        QVERIFY(matchScore(u"xyz", u"orders") < 0);
        QVERIFY(matchScore(u"shop ord", u"orders shop") > 0);
        QVERIFY(matchScore(u"shop cart", u"orders shop") < 0);
        QCOMPARE(matchScore(u"", u"anything"), 0);
    }

    void resultsStandInGroupsTheBestFirst()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries(few());
        model.setTyped(u"order"_s);
        QCOMPARE(titles(model), (QStringList{u"Applications"_s, u"orders"_s, u"reorder-worker"_s,
                                             u"Objects of this application"_s, u"orders-7d9"_s}));
        model.setTyped(u"pod"_s);
        QCOMPARE(titles(model).last(), u"orders-7d9"_s);
        model.setTyped(u"zzz"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void headingsCannotBeChosen()
    {
        PaletteModel model;
        model.setEntries(few());
        QCOMPARE(model.entryAt(0), nullptr);
        QCOMPARE(model.choosableFrom(-1, 1), 1);
        QCOMPARE(model.choosableFrom(2, 1), 4); // over the heading of the actions
        QCOMPARE(model.choosableFrom(1, -1), -1);
    }

    void tenThousandApplicationsShowAFewAndSayHowManyMore()
    {
        PaletteModel model;
        model.setEntries(many());
        model.setTyped(u"service-12"_s);
        QVERIFY(model.rowCount() <= 50);
        QVERIFY2(titles(model).last().contains(u"more"_s), qPrintable(titles(model).last()));
    }

    void aKeystrokeInTenThousandApplicationsTakesLessThanAFrame()
    {
        PaletteModel model;
        model.setEntries(many());
        qint64 worst = 0;
        for (const QString &typed : {u"s"_s, u"se"_s, u"ser"_s, u"serv"_s, u"tms"_s, u"namespace 29"_s, u"selects"_s}) {
            QElapsedTimer timer;
            timer.start();
            model.setTyped(typed);
            worst = std::max(worst, timer.elapsed());
        }
        qInfo("worst keystroke: %lld ms", static_cast<long long>(worst));
        QVERIFY2(worst < 100, qPrintable(QString::number(worst))); // the debug build on a busy machine; a release: < 16
    }

    void arrowsAndEnterChooseAndTheKeyboardGoesBack()
    {
        QWidget window;
        window.resize(900, 600);
        auto *before = new QLineEdit(&window);
        CommandPalette palette(&window);
        window.show();
        before->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        palette.open(few());
        auto *field = palette.findChild<QLineEdit *>();
        QCOMPARE(window.focusWidget(), field);
        QTest::keyClicks(field, u"order"_s);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Down); // over the heading of the objects
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<PaletteEntry>().index, 3);
        QVERIFY(!palette.isVisible());
        QCOMPARE(window.focusWidget(), before);
        palette.open(few());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QCOMPARE(chosen.count(), 1);
    }

    void noTwoActionsShareAShortcut()
    {
        QStringList all;
        for (const Action &action : allActions()) {
            QVERIFY(!action.words.isEmpty());
            for (const QKeySequence &keys : action.keys)
                all.append(keys.toString());
        }
        QCOMPARE(all.removeDuplicates(), 0);
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
