#include "tests/support/casefile.h"
#include "ui/evidence/eventspage.h"
#include "ui/evidence/related.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

#include <ctime>

using namespace faultline;
using namespace faultline::ui::evidence;
using namespace Qt::StringLiterals;

namespace {

const model::ObjectRef kPod{model::Kind::Pod, u"shop"_s, u"web-1"_s};

QByteArray told(const QByteArray &name, const QByteArray &type, const QByteArray &reason, const QByteArray &message,
                const QByteArray &time, const QByteArray &uid = "u1", int count = 1)
{
    return "- {apiVersion: v1, kind: Event, metadata: {name: " + name +
           ", namespace: shop}, involvedObject: {kind: Pod, namespace: shop, name: web-1, uid: " + uid +
           "}, type: " + type + ", reason: " + reason + ", message: \"" + message +
           "\", count: " + QByteArray::number(count) + ", firstTimestamp: \"2026-11-23T11:00:00Z\", lastTimestamp: \"" +
           time + "\"}\n";
}

std::vector<EventRow> rowsOf(const QByteArray &events, const checks::Evidence &proof = {})
{
    const auto cluster = test::clusterFromYaml(
        "objects:\n- {apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop, uid: u1}, "
        "spec: {containers: [{name: web, image: web}]}}\n" +
        events);
    if (!cluster)
        qFatal("%s", qPrintable(cluster.error().toString()));
    guide::Diagnosis diagnosis;
    diagnosis.subject = kPod;
    guide::Walk walk;
    walk.steps.push_back({});
    walk.steps.back().automatic.evidence.push_back(proof);
    diagnosis.walks.push_back(walk);
    guide::Finding finding;
    finding.primary = true;
    diagnosis.findings.push_back(finding);
    return eventRowsOf(**cluster, diagnosis, relatedObjects(**cluster, diagnosis));
}

base::Timestamp at(QStringView time) { return base::Timestamp::parse(time); }

struct Shown {
    explicit Shown(std::vector<EventRow> rows)
    {
        page.resize(640, 260);
        page.retranslate();
        page.show();
        page.setEvents(std::move(rows), at(u"2026-11-23T12:00:00Z"), {});
    }
    QTableView *table() const { return page.findChild<QTableView *>(u"events"_s); }
    QStringList column(int number) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts.append(table()->model()->index(row, number).data().toString());
        return texts;
    }
    EventsPage page;
};

} // namespace

class TestEventsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void eventsThatSayTheSameAreFolded()
    {
        const auto rows =
            rowsOf(told("a", "Warning", "BackOff", "back-off 10s restarting", "2026-11-23T11:10:00Z") +
                   told("b", "Warning", "BackOff", "back-off 40s restarting", "2026-11-23T11:20:00Z", "u1", 3) +
                   told("c", "Normal", "Pulled", "image there", "2026-11-23T11:15:00Z"));
        QCOMPARE(rows.size(), size_t(2));
        QCOMPARE(rows[0].reason, u"BackOff"_s);
        QCOMPARE(rows[0].count, 4);
        QCOMPARE(rows[0].message, u"back-off 40s restarting"_s); // of the newest
        QCOMPARE(rows[0].first, at(u"2026-11-23T11:00:00Z"));
        QCOMPARE(rows[0].last, at(u"2026-11-23T11:20:00Z"));
    }

    void anEarlierObjectOfTheSameNameIsToldApart()
    {
        const auto rows = rowsOf(told("old", "Warning", "BackOff", "x", "2026-11-23T11:59:00Z", "u0") +
                                 told("new", "Warning", "BackOff", "x", "2026-11-23T11:10:00Z", "u1"));
        QCOMPARE(rows.size(), size_t(2));
        QCOMPARE(rows[0].about, EventRow::About::This);
        QCOMPARE(rows[1].about, EventRow::About::Earlier); // although it is newer
        const Shown shown(rows);
        QVERIFY(shown.column(EventModel::Object).last().contains(u"an earlier one"_s));
    }

    void theEventThatTheFindingRestsOnIsMarked()
    {
        const auto rows = rowsOf(told("a", "Warning", "FailedMount", "no such secret", "2026-11-23T11:10:00Z") +
                                     told("b", "Normal", "Pulled", "fine", "2026-11-23T11:20:00Z"),
                                 {kPod, u"events[FailedMount].message"_s, u"no such secret"_s, {}});
        const Shown shown(rows);
        const QAbstractItemModel *model = shown.table()->model();
        QVERIFY(model->index(1, EventModel::Reason).data(Qt::BackgroundRole).isValid());
        QVERIFY(!model->index(0, EventModel::Reason).data(Qt::BackgroundRole).isValid());
        QVERIFY(model->index(1, EventModel::Reason).data(Qt::AccessibleTextRole).toString().contains(u"rests on it"_s));
    }

    void agesCountUpToTheClustersNow()
    {
        const Shown shown(rowsOf(told("a", "Normal", "Pulled", "x", "2026-11-23T11:58:00Z", "u1", 2)));
        QCOMPARE(shown.column(EventModel::Age), QStringList{u"2 min ago"_s});
        QCOMPARE(shown.column(EventModel::Reason), QStringList{u"Pulled ×2"_s});
        const QString tip = shown.table()->model()->index(0, EventModel::Age).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"2026-11-23 11:58:00 UTC"_s), qPrintable(tip));
    }

    void warningsComeFirstOrAlone()
    {
        Shown shown(rowsOf(told("a", "Warning", "BackOff", "x", "2026-11-23T11:10:00Z") +
                           told("b", "Normal", "Pulled", "y", "2026-11-23T11:20:00Z")));
        auto *order = shown.page.findChild<QComboBox *>(u"eventOrder"_s);
        QCOMPARE(shown.column(EventModel::Reason), (QStringList{u"Pulled"_s, u"BackOff"_s}));
        order->setCurrentIndex(1);
        QCOMPARE(shown.column(EventModel::Reason), (QStringList{u"BackOff"_s, u"Pulled"_s}));
        order->setCurrentIndex(2);
        QCOMPARE(shown.column(EventModel::Reason), QStringList{u"BackOff"_s});
    }

    void theFilterLooksInReasonObjectAndMessage()
    {
        Shown shown(rowsOf(told("a", "Warning", "BackOff", "restarting", "2026-11-23T11:10:00Z") +
                           told("b", "Normal", "Pulled", "image", "2026-11-23T11:20:00Z")));
        auto *filter = shown.page.findChild<QLineEdit *>(u"eventFilter"_s);
        filter->setText(u"IMAGE"_s);
        QCOMPARE(shown.column(EventModel::Reason), QStringList{u"Pulled"_s});
        filter->setText(u"nowhere"_s);
        QVERIFY(shown.table()->isHidden());
        QVERIFY(!shown.page.findChild<QLabel *>(u"eventsEmpty"_s)->text().isEmpty());
        QVERIFY(shown.page.chooseEvent(kPod, u"BackOff"_s)); // a filter gives way to what is asked for
        QCOMPARE(shown.table()->currentIndex().row(), 1);
    }

    void theChosenEventIsReadWholeAndLeadsToItsObject()
    {
        Shown shown(rowsOf(told("a", "Warning", "BackOff", QByteArray(300, 'x'), "2026-11-23T11:10:00Z")));
        QSignalSpy opened(&shown.page, &EventsPage::objectActivated);
        shown.table()->setCurrentIndex(shown.table()->model()->index(0, 0));
        const auto *detail = shown.page.findChild<QLabel *>(u"eventDetail"_s);
        QVERIFY(detail->text().contains(QString(300, u'x')));
        QCOMPARE(detail->textFormat(), Qt::PlainText);
        shown.page.findChild<QPushButton *>()->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).value<model::ObjectRef>(), kPod);
    }

    void theChosenOneStaysWhenTheAgesGoOn()
    {
        const auto rows = rowsOf(told("a", "Warning", "BackOff", "x", "2026-11-23T11:10:00Z") +
                                 told("b", "Normal", "Pulled", "y", "2026-11-23T11:20:00Z"));
        Shown shown(rows);
        QSignalSpy resets(shown.table()->model(), &QAbstractItemModel::modelReset);
        shown.table()->setCurrentIndex(shown.table()->model()->index(1, 0));
        shown.page.setEvents(rows, at(u"2026-11-23T12:10:00Z"), {});
        QCOMPARE(resets.size(), 0);
        QCOMPARE(shown.table()->currentIndex().row(), 1);
        QCOMPARE(shown.column(EventModel::Age).first(), u"50 min ago"_s);
    }

    void whyThereAreNoneIsSaid()
    {
        EventsPage page;
        page.retranslate();
        page.setEvents({}, {}, {});
        QVERIFY(page.findChild<QLabel *>(u"eventsEmpty"_s)->text().contains(u"No events"_s));
        page.setEvents({}, {}, u"no right to list events"_s);
        QVERIFY(page.findChild<QLabel *>(u"eventsEmpty"_s)->text().contains(u"no right to list events"_s));
    }

    void theModelKeepsItsRules()
    {
        EventModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(rowsOf(told("a", "Warning", "BackOff", "x", "2026-11-23T11:10:00Z")), {});
        model.setRows(rowsOf(told("a", "Warning", "BackOff", "y", "2026-11-23T11:20:00Z")), {});
        model.setRows({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void tenThousandEventsStaySmooth()
    {
        std::vector<EventRow> rows(10'000);
        for (size_t i = 0; i < rows.size(); ++i)
            rows[i].reason = u"Reason%1"_s.arg(i);
        const std::clock_t start = std::clock();
        Shown shown(rows);
        shown.page.setEvents(rows, at(u"2026-11-23T12:10:00Z"), {});
        shown.page.grab();
        QCOMPARE(shown.table()->model()->rowCount(), static_cast<int>(EventsPage::kMostRows));
        QVERIFY(shown.page.findChild<QLabel *>(u"eventState"_s)->text().contains(u"10000"_s));
        QVERIFY((std::clock() - start) / CLOCKS_PER_SEC < 4);
    }
};

QTEST_MAIN(TestEventsPage)
#include "tst_eventspage.moc"
