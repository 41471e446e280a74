#include "core/guide/guide.h"
#include "ui/flowchart/flowchartview.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QtTest>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <ctime>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFrames = 25;

// Median milliseconds of a frame while a person pans, at a scale factor of the screen.
double frameTime(DiagramView &view, qreal scale)
{
    QImage image(view.viewport()->size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    std::vector<double> times;
    for (int frame = 0; frame < kFrames; ++frame) {
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + (frame % 2 == 0 ? 7 : -7));
        const std::clock_t start = std::clock(); // processor time: other programs do not count
        view.viewport()->render(&image);
        times.push_back(static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

double measured(DiagramView &view, const char *what, qreal scale = 1)
{
    const double time = frameTime(view, scale);
    qInfo("%s: %.1f ms a frame (zoom %.2f, scale %.0f)", what, time, view.zoom(), scale);
    return time;
}

// 2,000 boxes in rows of forty, each with an arrow from the one above, in the inks of a topology.
Picture crowd()
{
    Picture made;
    for (int i = 0; i < 2000; ++i) {
        const int row = i / 40;
        PictureNode node{u"Pod/shop/web-%1"_s.arg(i), QRectF(i % 40 * 180, row * 90, 150, 38), {}};
        node.look.title = u"web-6d9c7b5f4-%1"_s.arg(i);
        node.look.detail = u"Pod · CrashLoopBackOff · 8080 (http)"_s;
        node.look.tip = node.id;
        node.look.ink = i % 7 == 0 ? Ink::Fault : Ink::Fine;
        node.look.glyph = i % 7 == 0 ? Glyph::Cross : Glyph::Check;
        node.look.plain = true;
        node.look.strong = true;
        node.look.hatched = i % 11 == 0;
        made.nodes.push_back(node);
        if (i >= 40) {
            const QPointF from(i % 40 * 180 + 75, row * 90 - 52);
            PictureEdge edge{u"%1>%2"_s.arg(i - 40).arg(i), {from, from + QPointF(0, 52)}, {}, {}};
            edge.look.ink = Ink::Fine;
            edge.look.label = u":80 → 8080"_s;
            edge.look.dashed = i % 5 == 0;
            edge.label = QRectF(from + QPointF(-40, 12), QSizeF(80, 16));
            made.edges.push_back(edge);
        }
    }
    made.bounds = QRectF(0, 0, 40 * 180, 50 * 90);
    return made;
}

} // namespace

/// Prints how long a frame takes; a slow machine is no mistake, so it asserts only that something was drawn.
class TestDiagramPainting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFullChart()
    {
        const auto guide = guide::Guide::loadBuiltIn();
        QVERIFY(guide.has_value());
        FlowchartView view;
        view.setGuide(*guide);
        view.setScope(ChartScope::AllChecks);
        view.resize(1280, 800);
        view.show();
        view.zoomToFull();
        view.centerOn(view.picture().bounds.center());
        QVERIFY(measured(view, "full chart at 100 %") > 0);
        measured(view, "full chart at 100 %, 200 % screen", 2);
        view.zoomToFit();
        QVERIFY(measured(view, "full chart, fit") > 0);
    }

    void twoThousandNodes()
    {
        DiagramView view;
        view.resize(1280, 800);
        view.show();
        QElapsedTimer timer;
        timer.start();
        view.setPicture(crowd());
        qInfo("2,000 nodes: %lld ms to set", timer.elapsed());
        timer.restart();
        view.setPicture(crowd());
        qInfo("2,000 nodes: %lld ms to set the same again", timer.elapsed());
        view.zoomToFull();
        view.centerOn(view.picture().bounds.center());
        QVERIFY(measured(view, "2,000 nodes at 100 %") > 0);
        measured(view, "2,000 nodes at 100 %, 200 % screen", 2);
        view.zoomToFit();
        measured(view, "2,000 nodes, fit");
        measured(view, "2,000 nodes, fit, 200 % screen", 2);
        while (view.zoom() < 0.26) {
            view.zoomIn();
        }
        measured(view, "2,000 nodes, as small as lines are drawn");
        while (view.zoom() < 0.46) {
            view.zoomIn();
        }
        measured(view, "2,000 nodes, as small as text is drawn");
        timer.restart();
        view.setFocusNode(u"Pod/shop/web-1234"_s);
        qInfo("2,000 nodes: %lld ms to a new focus", timer.elapsed());
        timer.restart();
        view.find(u"web 77"_s);
        qInfo("2,000 nodes: %lld ms to search", timer.elapsed());
    }
};

QTEST_MAIN(TestDiagramPainting)
#include "tst_diagrampainting.moc"
