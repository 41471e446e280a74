#include "ui/workloads/workloadmodel.h"
#include "ui/workloads/workloadpanel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::ui::workloads;
using namespace Qt::StringLiterals;

namespace {

WorkloadRow row(const QString &name, State state, const QString &nameSpace = u"shop"_s)
{
    WorkloadRow result;
    result.subject = {model::Kind::Deployment, nameSpace, name};
    result.state = state;
    result.health = state == State::Fault ? guide::Health::Fault : guide::Health::Fine;
    result.readyPods = 2;
    result.podCount = 2;
    if (state == State::Fault) {
        result.reason = {u"{image} cannot be pulled"_s, u"无法拉取 {image}"_s};
        result.facts = {{u"image"_s, u"registry/<b>x</b>:1"_s}};
    }
    return result;
}

std::vector<WorkloadRow> shop()
{
    return {row(u"orders"_s, State::Fault), row(u"cart"_s, State::Fine), row(u"search"_s, State::Fine)};
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts += label->text();
    return texts;
}

} // namespace

class TestWorkloadPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void theModelKeepsTheRulesOfModels()
    {
        WorkloadModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(shop());
        model.setLanguage(base::Language::Chinese);
        model.setRows(shop());
        model.setRows({});
        model.setRows(shop());
        QCOMPARE(model.rowCount(), 3);
    }

    void theReasonSpeaksTheLanguageOfTheWindow()
    {
        WorkloadModel model;
        model.setRows(shop());
        const auto reason = [&](int at) { return model.index(at).data(WorkloadModel::ReasonRole).toString(); };
        QCOMPARE(reason(0), u"registry/<b>x</b>:1 cannot be pulled"_s);
        QCOMPARE(reason(1), u"2 of 2 ready"_s);
        model.setLanguage(base::Language::Chinese);
        QCOMPARE(reason(0), u"无法拉取 registry/<b>x</b>:1"_s);
    }

    void aToolTipDoesNotTakeClusterTextForMarkup()
    {
        WorkloadModel model;
        model.setRows(shop());
        QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u'<'));
    }

    void thePlaceIsNamedOnlyWhereTheListIsMixed()
    {
        WorkloadModel model;
        model.setRows(shop());
        QVERIFY(model.index(0).data(WorkloadModel::PlaceRole).toString().isEmpty());
        model.setRows({row(u"a"_s, State::Fine, u"shop"_s), row(u"a"_s, State::Fine, u"bank"_s)});
        QCOMPARE(model.index(1).data(WorkloadModel::PlaceRole).toString(), u"bank"_s);
    }

    void whatHasNoNamespaceIsCalledByItsKind()
    {
        WorkloadRow node = row(u"node-a"_s, State::Fault, QString());
        node.subject.kind = model::Kind::Node;
        WorkloadRow autoscaler = row(u"web"_s, State::Fault);
        autoscaler.subject.kind = model::Kind::HorizontalPodAutoscaler;
        WorkloadModel model;
        model.setRows({node, autoscaler});
        QCOMPARE(model.index(0).data(WorkloadModel::PlaceRole).toString(), u"Node"_s);
        QCOMPARE(model.index(1).data(WorkloadModel::PlaceRole).toString(), u"HPA"_s);
    }

    void aClickSelectsAndTellsOnce()
    {
        WorkloadPanel panel;
        panel.resize(232, 400);
        panel.setRows(shop());
        panel.show();
        QSignalSpy selected(&panel, &WorkloadPanel::selected);
        auto *list = panel.findChild<QListView *>();
        const QRect place = list->visualRect(list->model()->index(1, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.at(0).at(0).value<model::ObjectRef>().name, u"cart"_s);
        panel.setSelection({model::Kind::Deployment, u"shop"_s, u"search"_s});
        QCOMPARE(selected.size(), 1);
        QCOMPARE(list->currentIndex().row(), 2);
    }

    void theSearchHidesRowsAndKeepsTheSelection()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        panel.setSelection({model::Kind::Deployment, u"shop"_s, u"orders"_s});
        QSignalSpy selected(&panel, &WorkloadPanel::selected);
        auto *search = panel.findChild<QLineEdit *>();
        QTest::keyClicks(search, u"CART"_s);
        QCOMPARE(panel.shown().size(), 1U);
        QCOMPARE(panel.shown().front().name, u"cart"_s);
        search->clear();
        QTest::keyClicks(search, u"pulled"_s);
        QCOMPARE(panel.shown().front().name, u"orders"_s);
        search->setText(u"nothing like it"_s);
        QVERIFY(textsOf(panel).contains(u"Nothing fits the search."_s));
        search->clear();
        QCOMPARE(selected.size(), 0);
        QCOMPARE(panel.findChild<QListView *>()->currentIndex().row(), 0);
    }

    void enterLeadsFromTheSearchIntoTheList()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        QSignalSpy selected(&panel, &WorkloadPanel::selected);
        auto *search = panel.findChild<QLineEdit *>();
        QTest::keyClicks(search, u"sea"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.at(0).at(0).value<model::ObjectRef>().name, u"search"_s);
    }

    void theCountsAddUp()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        QVERIFY(textsOf(panel).contains(u"2 fine · 1 broken"_s));
        panel.setRows({});
        QVERIFY(textsOf(panel).contains(u"No application here."_s));
    }

    void tenThousandRowsAreThereAtOnce()
    {
        std::vector<WorkloadRow> rows;
        for (int i = 0; i < 10'000; ++i)
            rows.push_back(row(u"app-%1"_s.arg(i), i % 7 == 0 ? State::Fault : State::Fine));
        WorkloadPanel panel;
        panel.resize(232, 700);
        panel.show();
        QElapsedTimer timer;
        timer.start();
        panel.setRows(rows);
        panel.setSelection(rows.back().subject);
        panel.grab();
        panel.setRows(rows);
        panel.grab();
        // Not a benchmark: what must not happen is seconds.
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        qInfo("10,000 rows: %lld ms", static_cast<long long>(timer.elapsed()));
    }
};

QTEST_MAIN(TestWorkloadPanel)
#include "tst_workloadpanel.moc"
