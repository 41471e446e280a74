#include "ui/common/diagramaccessible.h"
#include "ui/common/diagramview.h"

#include <QtGui/QAccessible>
#include <QtTest/QtTest>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

struct Told {
    QAccessible::Event type = QAccessible::InvalidEvent;
    int child = -1;
};
std::vector<Told> told; // an update handler is a plain function

Picture picture()
{
    Picture made;
    PictureNode service{u"Service/orders"_s, QRectF(0, 0, 120, 40), {}};
    service.look.title = u"orders"_s;
    service.look.said = u"fault"_s;
    service.look.detail = u"Service · 80 → 8080"_s;
    service.look.tip = u"Service/shop/orders"_s;
    PictureNode pods{u"Pod/orders-1"_s, QRectF(0, 100, 120, 40), {}};
    pods.look.title = u"2 ready"_s;
    PictureEdge edge{u"e"_s, {{60, 40}, {60, 100}}, {}, {}, service.id, pods.id};
    edge.look.said = u"orders selects 2 ready: tier=backedn, 2 ready has tier=backend, wrong"_s;
    made.nodes = {service, pods};
    made.edges = {edge};
    made.bounds = QRectF(0, 0, 120, 140);
    return made;
}

} // namespace

class TestDiagramAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<DiagramView>();
        m_view->setPicture(picture());
        m_view->resize(400, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->activateWindow();
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
        m_root = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(m_root != nullptr);
    }

    void cleanup() { m_view.reset(); }

    void nodesAndEdgesAreItsChildren()
    {
        QCOMPARE(m_root->childCount(), 4); // two boxes, an arrow, the viewport with the controls
        QCOMPARE(m_root->child(0)->text(QAccessible::Name), u"orders, fault, Service · 80 → 8080"_s);
        QCOMPARE(m_root->child(0)->text(QAccessible::Description), u"Service/shop/orders"_s);
        QCOMPARE(m_root->child(0)->role(), QAccessible::Button);
        QCOMPARE(m_root->child(2)->role(), QAccessible::Link);
        QCOMPARE(m_root->child(2)->text(QAccessible::Name),
                 u"orders selects 2 ready: tier=backedn, 2 ready has tier=backend, wrong"_s);
        QCOMPARE(m_root->child(3)->object(), m_view->viewport());
        QVERIFY(m_root->child(4) == nullptr);
        for (int i = 0; i < m_root->childCount(); ++i) {
            QCOMPARE(m_root->indexOfChild(m_root->child(i)), i);
            QVERIFY(m_root->child(i)->isValid());
        }
        QCOMPARE(m_root->child(0)->parent(), m_root);
    }

    void aPartLiesWhereItIsDrawn()
    {
        const QRect rect = m_root->child(1)->rect();
        const QPoint drawn = m_view->viewport()->mapToGlobal(m_view->mapFromScene(QPointF(60, 120)));
        QVERIFY(rect.contains(drawn));
        QCOMPARE(m_root->childAt(drawn.x(), drawn.y()), m_root->child(1));
        const QPoint onEdge = m_view->viewport()->mapToGlobal(m_view->mapFromScene(QPointF(60, 70)));
        QCOMPARE(m_root->childAt(onEdge.x(), onEdge.y()), m_root->child(2));
    }

    void theKeyboardIsSeenAndTold()
    {
        QVERIFY(m_root->child(0)->state().focusable);
        QVERIFY(m_root->child(0)->state().focused);
        QCOMPARE(m_root->focusChild(), m_root->child(0));
        told.clear();
        QAccessible::setActive(true);
        QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
            told.push_back({event->type(), event->child()});
        });
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_E);
        const bool isTold = QAccessible::isActive(); // the offscreen platform has nobody to tell
        QAccessible::installUpdateHandler(nullptr);
        QAccessible::setActive(false);
        std::vector<int> focused;
        for (const Told &each : told) {
            if (each.type == QAccessible::Focus) {
                focused.push_back(each.child);
            }
        }
        QCOMPARE(focused, isTold ? (std::vector<int>{1, 2}) : std::vector<int>());
        QCOMPARE(m_root->focusChild(), m_root->child(2));
        QVERIFY(m_root->child(2)->state().focused && !m_root->child(1)->state().focused);
    }

    void aPressActivates()
    {
        QSignalSpy nodes(m_view.get(), &DiagramView::nodeActivated);
        QSignalSpy edges(m_view.get(), &DiagramView::edgeActivated);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(
                m_root->child(i)->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
            m_root->child(i)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        }
        QCOMPARE(nodes.count(), 2);
        QCOMPARE(nodes.last().first().toString(), u"Pod/orders-1"_s);
        QCOMPARE(edges.count(), 1);
    }

    void anEdgeTellsWhereItLeads()
    {
        const auto relations = m_root->child(0)->relations(QAccessible::AllRelations);
        QCOMPARE(relations.size(), 1);
        QCOMPARE(relations.front().first, m_root->child(1));
    }

    void whatIsGoneIsInvalidAndNobodyIsTakenForIt()
    {
        QAccessibleInterface *second = m_root->child(1);
        Picture other = picture();
        other.nodes.erase(other.nodes.begin());
        other.edges.clear();
        m_view->setPicture(other);
        QVERIFY(second->isValid()); // the Pods are still there
        QCOMPARE(m_root->childCount(), 2);
        QCOMPARE(m_root->child(0)->text(QAccessible::Name), u"2 ready"_s);
    }

    void theControlsHaveNames()
    {
        QAccessibleInterface *viewport = m_root->child(3);
        QVERIFY(viewport->childCount() >= 1);
        for (QWidget *each : m_view->viewport()->findChildren<QWidget *>()) {
            QAccessibleInterface *own = QAccessible::queryAccessibleInterface(each);
            const bool takesKeyboard = each->focusPolicy() != Qt::NoFocus;
            QVERIFY2(!takesKeyboard || each->isHidden() || !own->text(QAccessible::Name).isEmpty(),
                     each->metaObject()->className());
        }
    }

private:
    std::unique_ptr<DiagramView> m_view;
    QAccessibleInterface *m_root = nullptr;
};

QTEST_MAIN(TestDiagramAccessible)
#include "tst_diagramaccessible.moc"
