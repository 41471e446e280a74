#include "tests/support/chartfixture.h"
#include "ui/flowchart/flowchartview.h"
#include "ui/flowchart/scopebar.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolButton>

using namespace faultline;
using namespace Qt::StringLiterals;

class TestFlowchartView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto guide = guide::Guide::loadBuiltIn();
        QVERIFY2(guide.has_value(), guide.has_value() ? "" : qPrintable(guide.error().detail));
        m_nodes = guide->nodes();
        m_layers = guide->layers();
    }

    void init()
    {
        m_view = std::make_unique<ui::FlowchartView>();
        m_view->resize(900, 600);
        m_view->setScope(ui::ChartScope::OnePage);
        m_view->setChart(m_nodes, m_layers);
        const guide::Diagnosis diagnosis = test::selectorTypoDiagnosis();
        m_view->setDiagnosis(&diagnosis, {2, 5});
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void itOpensAtFullSizeOnTheFocus()
    {
        QCOMPARE(m_view->zoom(), 1.0);
        QCOMPARE(m_view->focusNode(), u"res_selector"_s);
        QVERIFY(m_view->isInView(u"res_selector"_s));
    }

    void whatIsToldAgainLeavesAPersonWhoMovedAwayWhereTheyAre()
    {
        const guide::Diagnosis diagnosis = test::selectorTypoDiagnosis();
        m_view->centerOn(m_view->picture().nodes.front().rect.center());
        QVERIFY(!m_view->isInView(u"res_selector"_s));
        m_view->setDiagnosis(&diagnosis, {2, 5});
        QTest::qWait(2 * ui::measure::motionMs);
        QVERIFY(!m_view->isInView(u"res_selector"_s));
        QVERIFY(m_view->isInView(m_view->picture().nodes.front().id));
    }

    void aMoveToTheFocusArrivesThoughThePictureChangesOnTheWay()
    {
        const guide::Diagnosis diagnosis = test::selectorTypoDiagnosis();
        m_view->centerOn(m_view->picture().nodes.front().rect.center());
        m_view->setDiagnosis(&diagnosis, {2, 4});
        const QString focus = m_view->focusNode();
        QVERIFY(focus != u"res_selector"_s);
        m_view->setDiagnosis(&diagnosis, {2, 4});
        QTRY_VERIFY(m_view->isInView(focus));
    }

    void checksOffTheWayAreFoldedUntilAskedFor()
    {
        const auto count = m_view->picture().nodes.size();
        QVERIFY(m_view->picture().find(u"s_kind"_s) != nullptr); // ours, but passed
        QVERIFY(m_view->picture().find(u"p_evicted"_s) == nullptr);
        choose(ui::ChartScope::AllChecks);
        QCOMPARE(m_view->picture().nodes.size(), m_nodes.size());
        QVERIFY(m_view->picture().find(u"res_selector"_s) != nullptr);
        choose(ui::ChartScope::OnePage);
        QCOMPARE(m_view->picture().nodes.size(), count);
    }

    void aFoldOpensInItsPlaceAndFoldsAgain()
    {
        const QString fold = foldOf(u"r_found"_s);
        QVERIFY(!fold.isEmpty());
        QVERIFY(m_view->picture().find(u"r_found"_s) == nullptr);
        Q_EMIT m_view->nodeActivated(fold);
        QVERIFY(m_view->picture().find(fold) != nullptr);
        QVERIFY(m_view->picture().find(u"r_found"_s) != nullptr);
        checkRelations(m_view->picture());
        Q_EMIT m_view->nodeActivated(fold);
        QVERIFY(m_view->picture().find(u"r_found"_s) == nullptr);
    }

    void aStepInAFoldIsMarkedThereAndMovesNothing()
    {
        const guide::Diagnosis diagnosis = test::selectorTypoDiagnosis();
        const auto places = [this] {
            std::map<QString, QRectF> rects;
            for (const ui::PictureNode &node : m_view->picture().nodes) {
                rects.emplace(node.id, node.rect);
            }
            return rects;
        };
        const auto before = places();
        m_view->setDiagnosis(&diagnosis, {0, 2});
        const QString inside = diagnosis.walks[0].steps[2].node;
        QCOMPARE(m_view->focusNode(), foldOf(inside));
        QVERIFY(!m_view->focusNode().isEmpty());
        QVERIFY(m_view->picture().find(m_view->focusNode())->look.detail.startsWith(u"2 of "_s));
        QCOMPARE(places(), before);
    }

    void theWayIsReadLikeATextAndHasNothingElse()
    {
        choose(ui::ChartScope::Way);
        checkRelations(m_view->picture());
        QVERIFY(m_view->picture().nodes.size() < 40);
        std::map<guide::Layer, QPointF> last;
        const guide::Diagnosis diagnosis = test::selectorTypoDiagnosis();
        for (const guide::Walk *walk : diagnosis.litWalks()) {
            QPointF place(-1e6, -1e6);
            for (const guide::Step &step : walk->steps) {
                const ui::PictureNode *node = m_view->picture().find(step.node);
                if (node == nullptr) {
                    continue; // in a fold
                }
                const QPointF centre = node->rect.center();
                QVERIFY2(centre.y() > place.y() + 20 || centre.x() > place.x(), qPrintable(step.node));
                QVERIFY2(centre.y() > place.y() - 20, qPrintable(step.node));
                place = centre;
            }
        }
    }

    void theWayFillsTheWidthOfTheViewAndNoMore()
    {
        choose(ui::ChartScope::Way);
        for (const int width : {520, 640, 700, 900, 1300}) {
            m_view->resize(width, 600);
            QTRY_VERIFY2(m_view->picture().bounds.width() <= width, qPrintable(QString::number(width)));
            checkRelations(m_view->picture());
        }
    }

    void nothingOverlapsInAnyScopeOrLanguage()
    {
        for (const auto language : {base::Language::English, base::Language::Chinese}) {
            for (const auto scope : {ui::ChartScope::Way, ui::ChartScope::OnePage, ui::ChartScope::AllChecks}) {
                m_view->setLanguage(language);
                m_view->setScope(scope);
                checkRelations(m_view->picture());
            }
        }
    }

    void theSpineOfEachLayerIsStraight()
    {
        std::map<guide::Layer, qreal> line;
        for (const guide::Node &node : m_nodes) {
            const ui::PictureNode *shown = m_view->picture().find(node.id);
            if (shown != nullptr && node.spine) {
                const auto [place, isFirst] = line.emplace(node.layer, shown->rect.center().y());
                QCOMPARE(shown->rect.center().y(), place->second);
            }
        }
        QVERIFY(line.size() >= 4);
    }

    void everyShownNodeHangsOnTheChart()
    {
        QSet<QString> reached;
        for (const ui::PictureEdge &edge : m_view->picture().edges) {
            reached.insert(edge.id.section(u'>', 1));
        }
        for (const ui::PictureNode &node : m_view->picture().nodes) {
            QVERIFY2(reached.contains(node.id) || node.id == u"start", qPrintable(node.id));
        }
    }

    void theWholePathIsLitInEveryScope()
    {
        const guide::Diagnosis diagnosis = test::selectorTypoDiagnosis();
        QVERIFY(!diagnosis.litWalks().empty());
        for (const auto scope : {ui::ChartScope::Way, ui::ChartScope::OnePage, ui::ChartScope::AllChecks}) {
            m_view->setScope(scope);
            const QStringList lit = litEdges();
            for (const guide::Walk *walk : diagnosis.litWalks()) {
                QString before;
                for (const guide::Step &step : walk->steps) {
                    const QString here = drawnAs(step.node);
                    QVERIFY2(!here.isEmpty(), qPrintable(step.node));
                    const bool moved = !before.isEmpty() && here != before;
                    QVERIFY2(!moved || lit.contains(before + u'>' + here), qPrintable(before + u'>' + here));
                    before = here;
                }
            }
            QVERIFY(lit.contains(u"s_selector>res_selector"_s));
        }
    }

    void aClickTellsWhichNode()
    {
        QSignalSpy spy(m_view.get(), &ui::FlowchartView::nodeActivated);
        const QPointF middle = m_view->picture().find(u"s_kind"_s)->rect.center();
        m_view->showNode(u"s_kind"_s);
        QTest::qWait(250);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->mapFromScene(middle));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front().front().toString(), u"s_kind"_s);
        QCOMPARE(m_view->stepOf(u"s_kind"_s), (ui::ChartFocus{2, 2}));
        QCOMPARE(m_view->stepOf(u"res_oom"_s), ui::ChartFocus());
    }

    void theKeyboardWalksAndActivates()
    {
        const QRectF from = m_view->picture().find(u"res_selector"_s)->rect;
        const auto &nodes = m_view->picture().nodes;
        const bool hasLeft = std::any_of(nodes.begin(), nodes.end(), [&](const ui::PictureNode &node) {
            return node.rect.center().x() < from.center().x() - 1;
        });
        QSignalSpy spy(m_view.get(), &ui::FlowchartView::nodeActivated);
        QTest::keyClick(m_view.get(), hasLeft ? Qt::Key_Left : Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        const ui::PictureNode *reached = m_view->picture().find(spy.front().front().toString());
        QVERIFY(reached != nullptr);
        QVERIFY(hasLeft ? reached->rect.right() < from.left() : reached->rect.left() > from.right());
        QTRY_VERIFY(m_view->isInView(reached->id));
    }

    void zoomKeepsTheFocusInView()
    {
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier);
        }
        QVERIFY(m_view->zoom() > 1.5);
        QTRY_VERIFY(m_view->isInView(u"res_selector"_s));
        QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
        QVERIFY(m_view->zoom() < 1);
        for (const ui::PictureNode &node : m_view->picture().nodes) {
            QVERIFY2(m_view->isInView(node.id), qPrintable(node.id));
        }
        QTest::keyClick(m_view.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_view->zoom(), 1.0);
        QVERIFY(m_view->isInView(u"res_selector"_s));
    }

    void theLanguageAndTheThemeSwitchLive()
    {
        const QImage before = m_view->grab().toImage();
        m_view->setTheme(ui::Theme::dark());
        QVERIFY(m_view->grab().toImage() != before);
        m_view->setLanguage(base::Language::Chinese);
        QCOMPARE(m_view->picture().find(u"s_kind"_s)->look.detail, u"集群：否"_s);
        QVERIFY(m_view->isInView(u"res_selector"_s));
    }

private:
    void choose(ui::ChartScope scope)
    {
        auto *button = m_view->scopeBar()->findChild<QToolButton *>(u"scope%1"_s.arg(static_cast<int>(scope)));
        QVERIFY(button != nullptr);
        button->click();
        QCOMPARE(m_view->scope(), scope);
        QVERIFY(button->isChecked());
    }

    QStringList litEdges() const
    {
        QStringList lit;
        for (const ui::PictureEdge &edge : m_view->picture().edges) {
            if (edge.look.thick) {
                lit += edge.id;
            }
        }
        return lit;
    }

    // The fold that lies where a node of the way would be.
    QString foldOf(const QString &id) const
    {
        const guide::Diagnosis diagnosis = test::selectorTypoDiagnosis();
        for (const auto &[fold, content] :
             ui::foldedChart(m_nodes, ui::chartLight(diagnosis, ui::ChartFocus()), {}).folds) {
            if (std::find(content.members.begin(), content.members.end(), id) != content.members.end()) {
                return fold;
            }
        }
        return {};
    }

    QString drawnAs(const QString &id) const
    {
        const QString shown = m_view->picture().find(id) != nullptr ? id : foldOf(id);
        return m_view->picture().find(shown) != nullptr ? shown : QString();
    }

    static void checkRelations(const ui::Picture &picture)
    {
        for (const ui::PictureNode &node : picture.nodes) {
            for (const ui::PictureNode &other : picture.nodes) {
                QVERIFY2(&node == &other || !node.rect.intersects(other.rect), qPrintable(node.id + other.id));
            }
            for (const ui::PictureEdge &edge : picture.edges) {
                QVERIFY2(!edge.label.intersects(node.rect), qPrintable(edge.id));
                for (size_t i = 0; i + 1 < edge.points.size(); ++i) {
                    const QRectF line = QRectF(edge.points[i], edge.points[i + 1]).normalized();
                    QVERIFY2(!line.adjusted(-0.1, -0.1, 0.1, 0.1).intersects(node.rect.adjusted(1, 1, -1, -1)),
                             qPrintable(edge.id + u" through "_s + node.id));
                }
            }
        }
    }

    std::vector<guide::Node> m_nodes;
    std::vector<guide::LayerInfo> m_layers;
    std::unique_ptr<ui::FlowchartView> m_view;
};

QTEST_MAIN(TestFlowchartView)
#include "tst_flowchartview.moc"
