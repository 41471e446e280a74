#include "tests/support/casefile.h"
#include "ui/evidence/alllogs.h"
#include "ui/evidence/lineview.h"
#include "ui/evidence/logview.h"
#include "ui/evidence/related.h"

#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace faultline;
using namespace faultline::ui::evidence;
using namespace Qt::StringLiterals;

namespace {

/// `count` Pods named web-1 ..., and the logs as the test wants them.
model::ClusterPtr cluster(int count, const QByteArray &logs, const QByteArray &status = "state: {running: {}}")
{
    QByteArray yaml = "logs: [" + logs + "]\nobjects:\n";
    for (int i = 1; i <= count; ++i) {
        const QByteArray name = "web-" + QByteArray::number(i);
        yaml += "- apiVersion: v1\n  kind: Pod\n  metadata: {name: " + name +
                ", namespace: shop, labels: {app: web}}\n  spec: {containers: [{name: web, image: web}]}\n"
                "  status: {phase: Running, containerStatuses: [{name: web, restartCount: 0, " +
                status + "}]}\n";
    }
    const auto made = test::clusterFromYaml(yaml);
    if (!made)
        qFatal("%s", qPrintable(made.error().toString()));
    return *made;
}

QByteArray log(const QByteArray &pod, const QByteArray &text)
{
    return "{pod: shop/" + pod + ", container: web, state: text, text: \"" + text + "\"}";
}

std::vector<model::LogKey> keys(int count)
{
    std::vector<model::LogKey> all;
    for (int i = 1; i <= count; ++i)
        all.push_back({u"shop"_s, u"web-%1"_s.arg(i), u"web"_s, false});
    return all;
}

struct Shown {
    Shown(model::ClusterPtr with, int count) : picture(std::move(with))
    {
        view.resize(640, 240);
        view.retranslate();
        view.show();
        view.setLogs(picture, keys(count));
    }
    void chooseAll() const
    {
        auto *choice = view.findChild<QComboBox *>(u"logChoice"_s);
        choice->setCurrentIndex(choice->count() - 1);
    }
    LineView *text() const { return view.findChild<LineView *>(u"log"_s); }
    QString state() const { return view.findChild<QLabel *>(u"logState"_s)->text(); }
    QLabel *cause() const { return view.findChild<QLabel *>(u"logCause"_s); }

    model::ClusterPtr picture;
    LogView view;
};

} // namespace

class TestAllLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void linesWithATimeAreMergedByIt()
    {
        const auto picture =
            cluster(2, log("web-1", "2026-11-23T11:00:00Z a\\n  behind a\\n2026-11-23T11:00:02.5Z c\\n") + ", " +
                           log("web-2", "2026-11-23 11:00:01,250 b\\n"));
        const AllLogs all = allLogsOf(*picture, keys(2));
        QCOMPARE(all.order, AllLogs::Order::ByTime);
        QCOMPARE(all.lines,
                 (QStringList{u"[web-1] 2026-11-23T11:00:00Z a"_s, u"[web-1]   behind a"_s,
                              u"[web-2] 2026-11-23 11:00:01,250 b"_s, u"[web-1] 2026-11-23T11:00:02.5Z c"_s}));
    }

    void withoutTimesItIsPodByPod()
    {
        const auto picture = cluster(2, log("web-1", "2026-11-23T11:00:05Z late\\n") + ", " + log("web-2", "plain\\n"));
        const AllLogs all = allLogsOf(*picture, keys(2));
        QCOMPARE(all.order, AllLogs::Order::PodByPod);
        QCOMPARE(all.lines.size(), 2);
        QVERIFY(all.lines.first().startsWith(u"[web-1]"_s));
    }

    void podsAndLinesAreBounded()
    {
        const auto picture = cluster(1, log("web-1", QByteArray("x\\n").repeated(AllLogs::kMostLines + 7)));
        const AllLogs all = allLogsOf(*picture, keys(30));
        QCOMPARE(all.logs, 30);
        QCOMPARE(all.taken, AllLogs::kMostLogs);
        QCOMPARE(all.lines.size(), AllLogs::kMostLines);
        QCOMPARE(all.cut, 7);
    }

    void logsAreFetchedOneAfterTheOtherOnceAllAreChosen()
    {
        Shown shown(cluster(3, log("web-2", "token=abcdef123456\\n")), 3);
        QSignalSpy wanted(&shown.view, &LogView::logRequested);
        wanted.clear();
        shown.chooseAll();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).value<model::LogKey>().pod, u"web-1"_s);
        QVERIFY(shown.state().contains(u"1 of 3 logs are here"_s));
        QVERIFY(!shown.text()->text().contains(u"abcdef123456"_s));
        const auto more = std::make_shared<const model::Cluster>(
            model::withLogs(*shown.picture, {{keys(3).front(), {model::LogText::State::Text, u"first\n"_s}}}));
        shown.view.setLogs(more, keys(3));
        QCOMPARE(wanted.size(), 2); // web-3; web-2 is there
        QCOMPARE(wanted.at(1).at(0).value<model::LogKey>().pod, u"web-3"_s);
        QVERIFY(shown.text()->text().contains(u"[web-1] first"_s));
        for (int i = 0; i < 10; ++i)
            shown.view.setLogs(more, keys(3));
        QCOMPARE(wanted.size(), 4); // what cannot be had is not asked for without end
    }

    void oneLogIsNoChoiceOfAll()
    {
        const Shown shown(cluster(1, log("web-1", "x")), 1);
        QCOMPARE(shown.view.findChild<QComboBox *>(u"logChoice"_s)->count(), 1);
    }

    void theLineThatMostLikelyEndedTheRunIsMarked()
    {
        const Shown shown(cluster(1, log("web-1", "start\\npanic: DB_HOST not set\\n\\ngoroutine 1 [running]:\\n"),
                                  "state: {terminated: {exitCode: 2}}"),
                          1);
        QVERIFY(shown.cause()->text().contains(u"code 2, line 2: panic: DB_HOST not set"_s));
        QVERIFY(shown.cause()->text().contains(u"Probably"_s));
        QCOMPARE(shown.text()->markedLines(), std::vector<int>{1});
        shown.view.findChild<QPushButton *>(u"toCause"_s)->click();
        QCOMPARE(shown.text()->textCursor().blockNumber(), 1);
    }

    void aRunThatGoesOnHasNoCause()
    {
        const Shown shown(cluster(1, log("web-1", "panic: recovered\\n")), 1);
        QVERIFY(shown.text()->markedLines().empty());
        QVERIFY(shown.cause()->parentWidget()->isHidden());
    }

    void betweenTwoRunsTheLogIsOfTheLastOne()
    {
        const Shown shown(
            cluster(1, log("web-1", "Error: Cannot find module 'x'\\n"),
                    "state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 1}}"),
            1);
        QCOMPARE(shown.text()->markedLines(), std::vector<int>{0});
    }

    void theLogOfAProofCanBeChosen()
    {
        Shown shown(cluster(2, log("web-1", "a") + ", " + log("web-2", "b")), 2);
        QVERIFY(shown.view.chooseLog({model::Kind::Pod, u"shop"_s, u"web-2"_s}, u"log"_s));
        QCOMPARE(shown.text()->text(), u"b"_s);
        QVERIFY(!shown.view.chooseLog({model::Kind::Pod, u"shop"_s, u"web-2"_s}, u"log.previous"_s));
    }
};

QTEST_MAIN(TestAllLogs)
#include "tst_alllogs.moc"
