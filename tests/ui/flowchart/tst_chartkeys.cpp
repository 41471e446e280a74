#include "core/guide/guide.h"
#include "ui/common/diagramwalk.h"
#include "ui/flowchart/flowchartview.h"

#include <QtTest/QtTest>

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kDirections{QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)};

/// Ids that no sequence of arrow keys leads to from the first node.
QStringList unreached(const ui::Picture &picture)
{
    QSet<QString> known{picture.nodes.front().id};
    std::vector<QString> open{picture.nodes.front().id};
    while (!open.empty()) {
        const ui::PictureNode *from = picture.find(open.back());
        open.pop_back();
        for (const QPointF &direction : kDirections) {
            const ui::PictureNode *to = ui::nodeTowards(picture, *from, direction);
            if (to != nullptr && !known.contains(to->id)) {
                known.insert(to->id);
                open.push_back(to->id);
            }
        }
    }
    QStringList missed;
    for (const ui::PictureNode &node : picture.nodes) {
        if (!known.contains(node.id)) {
            missed += node.id;
        }
    }
    return missed;
}

} // namespace

class TestChartKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theArrowKeysReachEveryBox_data()
    {
        QTest::addColumn<int>("scope");
        QTest::newRow("one page") << static_cast<int>(ui::ChartScope::OnePage);
        QTest::newRow("all checks") << static_cast<int>(ui::ChartScope::AllChecks);
    }

    void theArrowKeysReachEveryBox()
    {
        QFETCH(int, scope);
        const auto guide = guide::Guide::loadBuiltIn();
        QVERIFY(guide.has_value());
        ui::FlowchartView view;
        view.setGuide(*guide);
        view.setScope(static_cast<ui::ChartScope>(scope));
        QCOMPARE(unreached(view.picture()), QStringList());
    }
};

QTEST_MAIN(TestChartKeys)
#include "tst_chartkeys.moc"
