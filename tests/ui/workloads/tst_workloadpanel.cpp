#include "ui/workloads/workloadfilter.h"
#include "ui/workloads/workloadmodel.h"
#include "ui/workloads/workloadpanel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

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

QToolButton *chip(const WorkloadPanel &panel, Group group)
{
    return panel.findChild<QToolButton *>(u"health%1"_s.arg(static_cast<int>(group)));
}

QStringList names(const WorkloadPanel &panel)
{
    QStringList all;
    for (const model::ObjectRef &subject : panel.shown())
        all += subject.name;
    return all;
}

State stateOf(const WorkloadPanel &panel, int row)
{
    const auto *model = panel.findChild<QListView *>()->model();
    return static_cast<State>(model->index(row, 0).data(WorkloadModel::StateRole).toInt());
}

/// As a person picks it.
void choose(const WorkloadPanel &panel, const QString &combo, const QString &text)
{
    auto *box = panel.findChild<QComboBox *>(combo);
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void enter(QWidget *widget)
{
    QEnterEvent event(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
    QCoreApplication::sendEvent(widget, &event);
}

void leave(QWidget *widget)
{
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(widget, &event);
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

    void theListSaysItBrieflyAndTheTipInFull()
    {
        WorkloadRow oom = row(u"cart"_s, State::Fault);
        oom.brief = {u"OOMKilled[[, limit {memoryLimit}]]"_s, u"内存超限[[，上限 {memoryLimit}]]"_s};
        oom.facts[u"memoryLimit"_s] = u"32Mi"_s;
        oom.fatedPods = 1;
        oom.ofPods = 3;
        WorkloadModel model;
        model.setRows({oom});
        const auto reason = [&model] { return model.index(0).data(WorkloadModel::ReasonRole).toString(); };
        QCOMPARE(reason(), u"OOMKilled, limit 32Mi · 1/3"_s);
        QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(u"cannot be pulled"_s));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"cannot be pulled"_s));
        model.setLanguage(base::Language::Chinese);
        QCOMPARE(reason(), u"内存超限，上限 32Mi · 1/3"_s);
        oom.facts[u"memoryLimit"_s] = u"32000000000000000000000"_s;
        model.setRows({oom});
        QCOMPARE(reason(), u"内存超限 · 1/3"_s);
    }

    void theFilterKeepsTheRulesOfModels()
    {
        WorkloadModel model;
        WorkloadFilter filter(&model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(shop());
        filter.choose({u"cart"_s, {}, {}, model::Kind::Unknown});
        QCOMPARE(filter.rowCount(), 1);
        model.setRows({row(u"cart"_s, State::Fault), row(u"carton"_s, State::Fine)});
        QCOMPARE(filter.rowCount(), 2);
        filter.choose({});
        model.setRows({});
        QCOMPARE(filter.rowCount(), 0);
    }

    void healthKindAndNamespaceNarrowTheList()
    {
        WorkloadRow claim = row(u"data"_s, State::Fault, u"bank"_s);
        claim.subject.kind = model::Kind::PersistentVolumeClaim;
        WorkloadPanel panel;
        panel.setRows({row(u"orders"_s, State::Fault), row(u"cart"_s, State::Fine), claim});
        panel.setNamespaces({{u"bank"_s, u"shop"_s}, {}, Namespaces::Switching::Filter});
        QCOMPARE(chip(panel, Group::Broken)->text(), u"✕ 2"_s);
        QCOMPARE(chip(panel, Group::Fine)->text(), u"✓ 1"_s);
        QVERIFY(!chip(panel, Group::Waiting)->isVisibleTo(&panel));
        chip(panel, Group::Broken)->click();
        QCOMPARE(names(panel), (QStringList{u"orders"_s, u"data"_s}));
        choose(panel, u"listKind"_s, u"Deployment"_s);
        QCOMPARE(names(panel), QStringList{u"orders"_s});
        choose(panel, u"listKind"_s, u"All kinds"_s);
        choose(panel, u"listNamespace"_s, u"bank"_s);
        QCOMPARE(names(panel), QStringList{u"data"_s});
        QCOMPARE(chip(panel, Group::Broken)->text(), u"✕ 1"_s);
        QVERIFY(textsOf(panel).contains(u"1 of 3"_s));
        panel.clearFilters();
        QCOMPARE(names(panel).size(), 3);
        QVERIFY(!chip(panel, Group::Broken)->isChecked());
    }

    void anEmptyListOffersToClearTheFilters()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        panel.setFilter(u"nothing like it"_s);
        auto *clear = panel.findChild<QPushButton *>(u"clearFilters"_s);
        QVERIFY(clear->isVisibleTo(&panel));
        clear->click();
        QCOMPARE(names(panel).size(), 3);
        QVERIFY(!clear->isVisibleTo(&panel));
        panel.setRows({});
        QVERIFY2(!clear->isVisibleTo(&panel), "nothing is filtered out");
    }

    void aNamespaceThatIsNotHereIsAskedFor()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        QSignalSpy wanted(&panel, &WorkloadPanel::nameSpaceRequested);
        panel.setNamespaces({{u"bank"_s, u"shop"_s}, u"shop"_s, Namespaces::Switching::Reload});
        QCOMPARE(panel.findChild<QComboBox *>(u"listNamespace"_s)->currentText(), u"shop"_s);
        choose(panel, u"listNamespace"_s, u"shop"_s);
        QCOMPARE(wanted.size(), 0);
        choose(panel, u"listNamespace"_s, u"bank"_s);
        choose(panel, u"listNamespace"_s, u"All namespaces"_s);
        QCOMPARE(wanted, (QList<QVariantList>{{u"bank"_s}, {QString()}}));
        QCOMPARE(names(panel).size(), 3);
    }

    void theOrderStaysWhileThePointerIsInTheList()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        auto *view = panel.findChild<QListView *>()->viewport();
        enter(view);
        panel.setRows({row(u"search"_s, State::Fault), row(u"new"_s, State::Fault), row(u"orders"_s, State::Fault)});
        QCOMPARE(names(panel), (QStringList{u"orders"_s, u"search"_s, u"new"_s}));
        QCOMPARE(stateOf(panel, 1), State::Fault); // what it says is new all the same
        leave(view);
        QCOMPARE(names(panel), (QStringList{u"search"_s, u"new"_s, u"orders"_s}));
        panel.setRows(shop());
        QCOMPARE(names(panel), (QStringList{u"orders"_s, u"cart"_s, u"search"_s}));
    }

    void theOrderIsKeptForTenSecondsAtMost()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        enter(panel.findChild<QListView *>()->viewport());
        panel.setRows({row(u"search"_s, State::Fault), row(u"orders"_s, State::Fault)});
        QCOMPARE(names(panel).front(), u"orders"_s);
        auto *patience = panel.findChild<QTimer *>(u"patience"_s);
        QVERIFY(patience->isActive());
        QCOMPARE(patience->intervalAsDuration(), std::chrono::seconds(10));
        patience->setInterval(1); // the test has none
        QTRY_COMPARE(names(panel).front(), u"search"_s);
    }

    void whatIsAtTheTopOfAScrolledListStaysThere()
    {
        std::vector<WorkloadRow> rows;
        for (int i = 0; i < 100; ++i)
            rows.push_back(row(u"app-%1"_s.arg(i, 3, 10, QChar(u'0')), State::Fine));
        WorkloadPanel panel;
        panel.resize(232, 400);
        panel.setRows(rows);
        panel.show();
        auto *list = panel.findChild<QListView *>();
        QTest::qWait(20);
        list->verticalScrollBar()->setValue(46 * 40 + 10);
        const QString top = list->indexAt(QPoint(4, 4)).data().toString();
        QCOMPARE(top, u"app-040"_s);
        rows.insert(rows.begin(), {row(u"x"_s, State::Fault), row(u"y"_s, State::Fault)});
        panel.setRows(rows);
        QCOMPARE(list->indexAt(QPoint(4, 4)).data().toString(), top);
    }

    void whatIsTypedInTheListIsSearchedFor()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        panel.show();
        auto *list = panel.findChild<QListView *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_C);
        QCOMPARE(panel.findChild<QLineEdit *>()->text(), u"c"_s);
        QTest::keyClick(panel.findChild<QLineEdit *>(), Qt::Key_Escape);
        QCOMPARE(names(panel).size(), 3);
    }

    void enterInTheListGoesOnWithTheRow()
    {
        WorkloadPanel panel;
        panel.setRows(shop());
        QSignalSpy opened(&panel, &WorkloadPanel::opened);
        QTest::keyClick(panel.findChild<QListView *>(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
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
        QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u"<b>x"_s));
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
        QVERIFY(textsOf(panel).contains(u"No application matches."_s));
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
