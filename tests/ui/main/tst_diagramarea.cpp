#include "ui/main/diagramarea.h"

#include <QtTest/QtTest>
#include <QtWidgets/QToolButton>

using namespace faultline;
using namespace Qt::StringLiterals;

class TestDiagramArea : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_topology = new QWidget;
        m_guide = new QWidget;
        m_area = std::make_unique<ui::DiagramArea>(
            ui::DiagramArea::Views{m_topology, new QWidget, m_guide, new QToolButton});
        m_area->resize(640, 600);
        m_area->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
    }

    void onePictureTakesAllTheRoomAndGivesItBack()
    {
        const int before = m_guide->height();
        button(u"enlargeGuide"_s)->click();
        QVERIFY(!m_topology->isVisible());
        QTRY_VERIFY(m_guide->height() > before + 100);
        button(u"enlargeGuide"_s)->click();
        QVERIFY(m_topology->isVisible());
        QTRY_COMPARE(m_guide->height(), before);
    }

    void anotherArrangementShowsBothAgain()
    {
        button(u"enlargeTopology"_s)->click();
        QVERIFY(!m_guide->isVisible());
        m_area->setArrangement(ui::DiagramArea::Arrangement::Beside);
        QVERIFY(m_guide->isVisible() && m_topology->isVisible());
        QVERIFY(!button(u"enlargeTopology"_s)->isChecked());
        m_area->setArrangement(ui::DiagramArea::Arrangement::Tabs);
        QVERIFY(!button(u"enlargeTopology"_s)->isVisible());
    }

    void inALowAreaTheyBecomeTabsAndStandTogetherAgain()
    {
        QCOMPARE(m_area->arrangement(), ui::DiagramArea::Arrangement::Stacked);
        m_area->resize(640, 280);
        QTRY_COMPARE(m_area->arrangement(), ui::DiagramArea::Arrangement::Tabs);
        QVERIFY(m_topology->isVisible() != m_guide->isVisible());
        m_area->resize(640, 600);
        QTRY_COMPARE(m_area->arrangement(), ui::DiagramArea::Arrangement::Stacked);
        QVERIFY(m_topology->isVisible() && m_guide->isVisible());
    }

private:
    QToolButton *button(const QString &name) const { return m_area->findChild<QToolButton *>(name); }

    std::unique_ptr<ui::DiagramArea> m_area;
    QWidget *m_topology = nullptr;
    QWidget *m_guide = nullptr;
};

QTEST_MAIN(TestDiagramArea)
#include "tst_diagramarea.moc"
