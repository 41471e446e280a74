#include "ui/common/diagramcontrols.h"
#include "ui/common/diagramfindbar.h"
#include "ui/common/diagramitems.h"
#include "ui/common/diagramoverview.h"
#include "ui/common/diagramview.h"

#include <QtGui/QShortcut>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

// A line of `count` boxes, each with an arrow to the next; from the second row on every tenth is quiet.
Picture line(int count, qreal step = 200)
{
    Picture made;
    for (int i = 0; i < count; ++i) {
        PictureNode node{u"n%1"_s.arg(i), QRectF(i * step, 0, 120, 40), {}};
        node.look.title = u"box %1"_s.arg(i);
        node.look.ink = Ink::Path;
        made.nodes.push_back(node);
        if (i > 0) {
            PictureEdge edge{u"n%1>n%2"_s.arg(i - 1).arg(i), {{(i - 1) * step + 120, 20}, {i * step, 20}}, {}, {}};
            edge.look.ink = Ink::Path;
            made.edges.push_back(edge);
        }
    }
    made.bounds = QRectF(0, 0, (count - 1) * step + 120, 40);
    return made;
}

void open(DiagramView &view, const QSize &size)
{
    view.resize(size);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.activateWindow();
    view.setFocus();
    QTRY_VERIFY(view.hasFocus());
}

} // namespace

class TestDiagramView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<DiagramView::Overview>(); }

    void theOverviewIsThereWhileThereIsMoreThanTheViewHolds()
    {
        DiagramView view;
        view.setPicture(line(30));
        open(view, {600, 300});
        QVERIFY(view.overviewWidget()->isVisible());
        QVERIFY(view.viewport()->rect().contains(view.overviewWidget()->geometry()));
        QVERIFY(!view.overviewWidget()->geometry().intersects(view.controls()->geometry()));
        view.setPicture(line(2));
        QVERIFY(!view.overviewWidget()->isVisible());
    }

    void theOverviewCanBeHiddenAndTellsSo()
    {
        DiagramView view;
        view.setPicture(line(30));
        open(view, {600, 300});
        QSignalSpy spy(&view, &DiagramView::overviewSwitched);
        QTest::mouseClick(view.controls()->overviewButton(), Qt::LeftButton);
        QVERIFY(!view.overviewWidget()->isVisible());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(view.overview(), DiagramView::Overview::Hidden);
        view.setOverview(DiagramView::Overview::Shown);
        QVERIFY(view.overviewWidget()->isVisible() && view.controls()->overviewButton()->isChecked());
    }

    void aClickInTheOverviewGoesThere()
    {
        DiagramView view;
        view.setPicture(line(30));
        open(view, {600, 300});
        QVERIFY(!view.isInView(u"n29"_s));
        const QPointF place = view.overviewWidget()->fromScene(view.picture().nodes.back().rect.center());
        QTest::mouseClick(view.overviewWidget(), Qt::LeftButton, {}, place.toPoint());
        QVERIFY(view.isInView(u"n29"_s));
        QVERIFY(view.overviewWidget()->visiblePart().contains(view.picture().nodes.back().rect));
    }

    void theOverviewNeverLiesOnTheFocus()
    {
        DiagramView view;
        Picture tall = line(1);
        for (int i = 0; i < 40; ++i) {
            PictureNode node = tall.nodes.front();
            node.id = u"m%1"_s.arg(i);
            const int row = i / 4;
            node.rect.moveTo(i % 4 * 140, 60 + row * 60);
            node.look.ink = i % 4 == 3 ? Ink::Quiet : Ink::Fault; // so it would rather lie on the right
            tall.nodes.push_back(node);
        }
        tall.bounds = QRectF(0, 0, 560, 660);
        view.setPicture(tall);
        open(view, {560, 300});
        for (const PictureNode &node : tall.nodes) {
            view.setFocusNode(node.id);
            QTRY_VERIFY(view.isInView(node.id));
            const auto isHidden = [&] {
                const QRect seen = view.mapFromScene(node.rect).boundingRect();
                return view.overviewWidget()->isVisible() && view.overviewWidget()->geometry().intersects(seen);
            };
            QTRY_VERIFY(!isHidden());
        }
    }

    void aNewFocusIsFollowedUnlessThatIsOff()
    {
        DiagramView view;
        view.setPicture(line(30));
        open(view, {600, 300});
        view.setFocusNode(u"n29"_s);
        QTRY_VERIFY(view.isInView(u"n29"_s));
        QSignalSpy spy(&view, &DiagramView::followSwitched);
        QTest::mouseClick(view.controls()->followButton(), Qt::LeftButton);
        QCOMPARE(view.follow(), DiagramView::Follow::Off);
        QCOMPARE(spy.count(), 1);
        view.setFocusNode(u"n0"_s);
        QTest::qWait(300);
        QVERIFY(view.isInView(u"n29"_s) && !view.isInView(u"n0"_s));
        view.setFollow(DiagramView::Follow::On);
        QTRY_VERIFY(view.isInView(u"n0"_s));
    }

    void aNewFocusEndsTheWayToTheOneBefore()
    {
        DiagramView view;
        view.setPicture(line(30));
        open(view, {600, 300});
        view.setFocusNode(u"n0"_s);
        QTRY_VERIFY(view.isInView(u"n0"_s));
        view.setFocusNode(u"n29"_s); // far away: the view begins to move
        view.setFocusNode(u"n0"_s);  // and has not moved yet
        QTest::qWait(2 * measure::motionMs + 200);
        QVERIFY(view.isInView(u"n0"_s));
    }

    void aSearchCountsGoesAlongAndEnds()
    {
        DiagramView view;
        view.setPicture(line(30));
        open(view, {600, 300});
        QTest::keyClick(&view, Qt::Key_Slash);
        QVERIFY(view.findBar()->isVisible());
        QTRY_VERIFY(view.findBar()->field()->hasFocus());
        QTest::keyClicks(view.findBar()->field(), u"box 2"_s);
        QCOMPARE(view.matches().size(), size_t(12)); // 2, 12, 20 to 29
        QCOMPARE(view.findBar()->countText(), u"1 of 12"_s);
        QTest::keyClick(view.findBar()->field(), Qt::Key_Return);
        QCOMPARE(view.findBar()->countText(), u"2 of 12"_s);
        QCOMPARE(view.keyboardNode(), u"n12"_s);
        QTRY_VERIFY(view.isInView(u"n12"_s));
        QTest::keyClick(view.findBar()->field(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(view.findBar()->field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view.findBar()->countText(), u"12 of 12"_s); // round
        QTest::keyClick(view.findBar()->field(), Qt::Key_Escape);
        QVERIFY(!view.findBar()->isVisible() && view.matches().empty());
        QTRY_VERIFY(view.hasFocus());
        QCOMPARE(view.keyboardNode(), u"n29"_s); // where the search stood
    }

    void itsOwnKeysComeBeforeShortcutsOfTheWindow()
    {
        QWidget window;
        auto *view = new DiagramView(&window);
        auto *rows = new QVBoxLayout(&window);
        rows->addWidget(view);
        QShortcut taken(QKeySequence(Qt::CTRL | Qt::Key_F), &window);
        QSignalSpy spy(&taken, &QShortcut::activated);
        view->setPicture(line(3));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        view->setFocus();
        QTRY_VERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(view->findBar()->isVisible());
        QCOMPARE(spy.count(), 0);
    }

    void aSearchRingsItsMatchesAndDimsTheRest()
    {
        DiagramView view;
        view.setPicture(line(5));
        open(view, {900, 300});
        view.find(u"box 3"_s);
        const auto item = [&](const QString &id) -> DiagramNode * {
            const QPointF middle = view.picture().find(id)->rect.center();
            return view.nodeAt(view.mapFromScene(middle));
        };
        QTRY_VERIFY(view.isInView(u"n3"_s));
        QCOMPARE(item(u"n3"_s)->match(), DiagramNode::Match::Current);
        QCOMPARE(item(u"n3"_s)->opacity(), 1.0);
        QCOMPARE(item(u"n2"_s)->match(), DiagramNode::Match::None);
        QVERIFY(item(u"n2"_s)->opacity() < 0.5);
        view.find(u"nothing of the kind"_s);
        QCOMPARE(view.findBar()->countText(), u"no match"_s);
        QCOMPARE(item(u"n2"_s)->opacity(), 1.0); // a picture that is all dim tells nothing
    }

    void tabWalksThePathAndLeavesAtItsEnds()
    {
        QWidget window;
        auto *before = new QLineEdit(&window);
        auto *view = new DiagramView(&window);
        auto *after = new QLineEdit(&window);
        auto *rows = new QVBoxLayout(&window);
        for (QWidget *each : std::initializer_list<QWidget *>{before, view, after}) {
            rows->addWidget(each);
        }
        view->setPicture(line(3));
        window.resize(800, 400);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        before->setFocus();
        QTRY_VERIFY(before->hasFocus());
        QTest::keyClick(before, Qt::Key_Tab);
        QTRY_VERIFY(view->hasFocus());
        QCOMPARE(view->keyboardNode(), u"n0"_s);
        QTest::keyClick(view, Qt::Key_Tab);
        QTest::keyClick(view, Qt::Key_Tab);
        QCOMPARE(view->keyboardNode(), u"n2"_s);
        QVERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Tab);
        QVERIFY(!view->hasFocus()); // to the controls, and on
        for (int i = 0; i < 20 && !after->hasFocus(); ++i) {
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(after->hasFocus());
        view->setFocus(Qt::OtherFocusReason);
        QTest::keyClick(view, Qt::Key_Home);
        QTest::keyClick(view, Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(before->hasFocus());
    }

    void edgesAreReachedReadOutAndActivatedByKeyboard()
    {
        DiagramView view;
        view.setPicture(line(3));
        open(view, {900, 300});
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.keyboardNode(), u"n1"_s);
        QTest::keyClick(&view, Qt::Key_E);
        QCOMPARE(view.keyboardEdge(), u"n1>n2"_s);
        QCOMPARE(view.accessibleDescription(), u"box 1 leads to box 2"_s);
        QSignalSpy edges(&view, &DiagramView::edgeActivated);
        QSignalSpy nodes(&view, &DiagramView::nodeActivated);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(edges.count(), 1);
        QTest::keyClick(&view, Qt::Key_E);
        QCOMPARE(view.keyboardEdge(), u"n0>n1"_s);
        QTest::keyClick(&view, Qt::Key_E);
        QCOMPARE(view.keyboardEdge(), QString()); // back at the box
        QTest::keyClick(&view, Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(view.keyboardEdge(), u"n0>n1"_s);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.keyboardNode(), u"n2"_s);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(nodes.count(), 1);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.keyboardNode(), u"n0"_s);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.keyboardNode(), u"n2"_s);
    }

    void aClickOnAnEdgeOrItsLabelActivatesIt()
    {
        DiagramView view;
        Picture made = line(2);
        made.edges[0].look.label = u"yes"_s;
        made.edges[0].label = QRectF(140, 30, 30, 14);
        view.setPicture(made);
        open(view, {900, 300});
        QSignalSpy spy(&view, &DiagramView::edgeActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(QPointF(155, 37)));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(QPointF(180, 21)));
        QCOMPARE(spy.count(), 2);
        QTest::mouseMove(view.viewport(), view.mapFromScene(QPointF(180, 21)));
        QTRY_COMPARE(view.viewport()->cursor().shape(), Qt::PointingHandCursor);
    }

    void thePictureThatIsTheSameAgainChangesNothing()
    {
        DiagramView view;
        view.setPicture(line(30));
        open(view, {600, 300});
        view.zoomIn();
        const DiagramNode *item = view.nodeAt(view.mapFromScene(QPointF(view.mapToScene(300, 150).x(), 20)));
        view.setPicture(line(30));
        QCOMPARE(view.nodeAt(view.mapFromScene(QPointF(view.mapToScene(300, 150).x(), 20))), item);
    }

    void aViewThatKeepsItsFitReadsWellAndBeginsAnewWithAnotherPicture()
    {
        DiagramView view;
        view.keepFit();
        view.setPicture(line(30));
        open(view, {600, 300});
        QCOMPARE(view.zoom(), 0.8); // never too small to read
        QVERIFY(view.controls()->isVisible());
        view.zoomOut();
        Picture other = line(2);
        other.nodes[0].id = u"x"_s;
        other.nodes[1].id = u"y"_s;
        view.setPicture(other);
        QCOMPARE(view.zoom(), 1.0);
        QVERIFY(!view.controls()->isVisible()); // nothing to zoom for
    }
};

QTEST_MAIN(TestDiagramView)
#include "tst_diagramview.moc"
