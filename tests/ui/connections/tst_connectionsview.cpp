#include "ui/common/stylesheet.h"
#include "ui/connections/connectionsview.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::ui;
using namespace faultline::ui::connections;
using model::Kind;
using model::ObjectRef;
using topology::Connection;
using topology::Link;

namespace {

const ObjectRef kService{Kind::Service, u"shop"_s, u"orders"_s};
const ObjectRef kPod{Kind::Pod, u"shop"_s, u"orders-1"_s};

std::vector<Connection> rows()
{
    return {{Connection::Rule::ServiceSelector,
             Link::Match::Fine,
             {kService, u"spec.selector.app"_s, u"app=orders"_s},
             {kPod, u"metadata.labels.app"_s, u"app=orders"_s},
             3,
             3},
            {Connection::Rule::ServiceSelector,
             Link::Match::Wrong,
             {kService, u"spec.selector.tier"_s, u"tier=backedn"_s},
             {kPod, u"metadata.labels"_s, {}},
             0,
             3},
            {Connection::Rule::TargetPort,
             Link::Match::Suspected,
             {kService, u"spec.ports[0].targetPort"_s, u"80"_s},
             {kPod, u"spec.containers[0].ports[0].containerPort"_s, u"8080"_s},
             0,
             3},
            {Connection::Rule::TargetPort,
             Link::Match::Unknown,
             {kService, u"spec.ports[1].targetPort"_s, u"81"_s},
             {kPod, u"spec.containers"_s, {}},
             0,
             1}};
}

} // namespace

class TestConnectionsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void theModelIsWellBehaved()
    {
        ConnectionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRows(rows());
        model.setLines({{{kService, u"spec.selector.tier"_s}, u"a.yaml:1"_s}});
        model.setLanguage(base::Language::Chinese);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aRowTellsBothValuesTheirPlacesAndHowTheyMatch()
    {
        ConnectionModel model;
        model.setRows(rows());
        const auto first = [&](int row, int column) { return model.index(row, column).data().toString(); };
        const auto second = [&](int row, int column) {
            return model.index(row, column).data(ConnectionModel::SecondLineRole).toString();
        };
        QCOMPARE(first(1, ConnectionModel::FromColumn), u"tier=backedn"_s);
        QCOMPARE(first(1, ConnectionModel::ToColumn), u"no such label"_s);
        QCOMPARE(second(1, ConnectionModel::FromColumn), u"Service/orders  spec.selector.tier"_s);
        QCOMPARE(second(0, ConnectionModel::RuleColumn),
                 lookOf(State::Fine).word.in(base::Language::English) + u" · on 3 of 3 Pods"_s);
        QCOMPARE(model.index(1, 0).data(ConnectionModel::StateRole).toInt(), static_cast<int>(State::Fault));
        QCOMPARE(model.index(2, 0).data(ConnectionModel::StateRole).toInt(), static_cast<int>(State::Suspected));
        QCOMPARE(model.index(3, 0).data(ConnectionModel::StateRole).toInt(), static_cast<int>(State::NotChecked));
    }

    void wrongAndSuspectedRowsAreCounted()
    {
        ConnectionsView view;
        QCOMPARE(view.oddRows(), 0);
        view.setRows(rows());
        QCOMPARE(view.oddRows(), 2);
    }

    void aClickLeadsToTheFieldOfThatSide()
    {
        ConnectionsView view;
        view.setRows(rows());
        view.resize(900, 300);
        view.show();
        QSignalSpy spy(&view, &ConnectionsView::placeActivated);
        auto *table = view.findChild<QTableView *>();
        const auto click = [&](int column) {
            const QRect cell = table->visualRect(table->model()->index(1, column));
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
            return spy.last().first().value<ObjectRef>();
        };
        QCOMPARE(click(ConnectionModel::FromColumn), kService);
        QCOMPARE(spy.last().at(1).toString(), u"spec.selector.tier"_s);
        QCOMPARE(click(ConnectionModel::ToColumn), kPod);
        QCOMPARE(click(ConnectionModel::RuleColumn), kService);
    }

    void theKeyboardReachesEachValue()
    {
        ConnectionsView view;
        view.setRows(rows());
        view.resize(900, 300);
        view.show();
        auto *table = view.findChild<QTableView *>();
        QCOMPARE(table->currentIndex(), table->model()->index(1, ConnectionModel::FromColumn)); // what is wrong
        QSignalSpy spy(&view, &ConnectionsView::placeActivated);
        QTest::keyClick(table, Qt::Key_Right);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.last().first().value<ObjectRef>(), kPod);
        const QString said = table->currentIndex().data(Qt::AccessibleTextRole).toString();
        QVERIFY(said.contains(u"no such label"_s) && said.contains(lookOf(State::Fault).word.en));
    }

    void theSameRowsAgainLeaveTheSelectionAlone()
    {
        ConnectionsView view;
        view.setRows(rows());
        auto *table = view.findChild<QTableView *>();
        table->setCurrentIndex(table->model()->index(3, 2));
        view.setRows(rows());
        QCOMPARE(table->currentIndex(), table->model()->index(3, 2));
    }

    void aValueFromAFileTellsItsLine()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"orders.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("kind: Service\nmetadata: {name: orders, namespace: shop}\nspec:\n  selector:\n    tier: backedn\n");
        file.close();
        ConnectionsView view;
        view.setFiles({folder.path()});
        view.setRows(rows());
        const auto *table = view.findChild<QTableView *>();
        const auto place = [&](int row, int column) {
            return table->model()->index(row, column).data(ConnectionModel::SecondLineRole).toString();
        };
        QTRY_COMPARE(place(1, ConnectionModel::FromColumn), u"orders.yaml:5  spec.selector.tier"_s);
        QCOMPARE(place(1, ConnectionModel::ToColumn), u"Pod/orders-1  metadata.labels"_s); // not of this file
        view.setFiles({});
        QCOMPARE(place(1, ConnectionModel::FromColumn), u"Service/orders  spec.selector.tier"_s);
    }

    // Where a designer looks at what the test sees: set FAULTLINE_PICTURES to a folder.
    void picturesForAPersonToLookAt()
    {
        const QString folder = qEnvironmentVariable("FAULTLINE_PICTURES");
        for (const Theme &theme : {Theme::light(), Theme::dark()}) {
            qApp->setStyleSheet(styleSheet(theme));
            ConnectionsView view;
            view.setTheme(theme);
            view.resize(636, 200);
            view.setRows(rows());
            view.show();
            const QString name = theme.scheme == Scheme::Dark ? u"dark"_s : u"light"_s;
            QVERIFY(folder.isEmpty() || view.grab().save(u"%1/connections-%2.png"_s.arg(folder, name)));
            view.setRows({});
            QVERIFY(folder.isEmpty() || view.grab().save(u"%1/connections-empty-%2.png"_s.arg(folder, name)));
        }
    }

    void clusterTextIsNoMarkup()
    {
        ConnectionModel model;
        std::vector<Connection> made = rows();
        made[0].from.value = u"<b>app</b>"_s;
        model.setRows(made);
        const QString tip = model.index(0, ConnectionModel::FromColumn).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"&lt;b&gt;"_s));
    }
};

QTEST_MAIN(TestConnectionsView)
#include "tst_connectionsview.moc"
