// bench_parts layout                   the guide with all nodes; topologies; a frame of 2,000 nodes
// bench_parts read FILE                a dump, as `-f` reads it: decoding alone, and the whole
#include "core/guide/guide.h"
#include "core/layout/layout.h"
#include "core/model/decode.h"
#include "core/source/documents.h"
#include "tests/bench/measure.h"
#include "ui/flowchart/chartpicture.h"
#include "ui/topology/topologyview.h"

#include <QtWidgets/QApplication>

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 15;

// --- layout -------------------------------------------------------------------------------------------------------

/// The bands of a topology, top to bottom.
enum Band { Way, Service, Pods, ReplicaSets, Workload };

struct Boxes {
    std::vector<layout::NodeIn> nodes;
    std::vector<layout::EdgeIn> edges;

    int add(Band band)
    {
        nodes.push_back({QSizeF(150, 38), band});
        return static_cast<int>(nodes.size()) - 1;
    }
};

/// One application: an Ingress, a Service, Pods, two ReplicaSets, a Deployment.
void addApplication(Boxes &boxes, int pods)
{
    const int ingress = boxes.add(Way);
    const int service = boxes.add(Service);
    const int deployment = boxes.add(Workload);
    const int current = boxes.add(ReplicaSets);
    const int former = boxes.add(ReplicaSets);
    boxes.edges.push_back({ingress, service, QSizeF(80, 16), true});
    boxes.edges.push_back({current, deployment});
    boxes.edges.push_back({former, deployment});
    for (int i = 0; i < pods; ++i) {
        const int pod = boxes.add(Pods);
        boxes.edges.push_back({service, pod, QSizeF(80, 16)});
        boxes.edges.push_back({pod, current});
    }
}

double layoutMs(const Boxes &boxes)
{
    layout::Options options;
    options.maxWidth = 1600;
    return bench::quickestMs(kRuns, [&] { layout::place(boxes.nodes, boxes.edges, options); });
}

ui::Picture pictureOf(const Boxes &boxes)
{
    layout::Options options;
    options.maxWidth = 1600;
    const layout::Placement placed = layout::place(boxes.nodes, boxes.edges, options);
    ui::Picture made;
    made.bounds = placed.bounds;
    for (size_t i = 0; i < placed.nodes.size(); ++i) {
        ui::PictureNode node{u"Pod/shop/web-%1"_s.arg(i), placed.nodes[i], {}};
        node.look.title = u"web-6d9c7b5f4-%1"_s.arg(i);
        node.look.detail = u"Pod · CrashLoopBackOff · 8080 (http)"_s;
        node.look.tip = node.id;
        node.look.ink = i % 7 == 0 ? ui::Ink::Fault : ui::Ink::Fine;
        node.look.glyph = i % 7 == 0 ? ui::Glyph::Cross : ui::Glyph::Check;
        made.nodes.push_back(node);
    }
    for (size_t i = 0; i < placed.edges.size(); ++i) {
        ui::PictureEdge edge{QString::number(i), placed.edges[i].points, {}, {}};
        edge.look.ink = ui::Ink::Fine;
        if (!placed.edges[i].label.isEmpty()) {
            edge.look.label = u":80 → 8080"_s;
            edge.label = placed.edges[i].label;
        }
        made.edges.push_back(edge);
    }
    return made;
}

double frameMs(ui::DiagramView &view)
{
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    return bench::quickestMs(kRuns, [&] { view.viewport()->render(&image); });
}

int measureLayout()
{
    const auto guide = guide::Guide::loadBuiltIn();
    if (!guide) {
        return 1;
    }
    std::vector<guide::Node> nodes;
    for (const guide::Node &node : guide->nodes()) {
        nodes.push_back(node);
    }
    const ui::ChartLight unlit;
    const ui::ChartInput input{nodes, guide->layers(), unlit, base::Language::English, ui::ChartScope::AllChecks};
    Boxes applications; // a hundred of twenty boxes
    for (int i = 0; i < 100; ++i) {
        addApplication(applications, 15);
    }
    ui::DiagramView view;
    view.resize(1280, 800);
    view.show();
    view.setPicture(pictureOf(applications));
    view.zoomToFit();
    const double fit = frameMs(view);
    view.zoomToFull();
    const double full = frameMs(view);
    bench::print({{u"guideNodes"_s, static_cast<int>(nodes.size())},
                  {u"guideMs"_s, bench::quickestMs(kRuns, [&] { ui::chartPicture(input); })},
                  {u"topologyNodes"_s, static_cast<int>(applications.nodes.size())},
                  {u"topologyMs"_s, layoutMs(applications)},
                  {u"frameFitMs"_s, fit},
                  {u"frameFullMs"_s, full}});
    return 0;
}

// --- reading ------------------------------------------------------------------------------------------------------

int measureReading(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return 1;
    }
    const QByteArray bytes = file.readAll();
    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    source::Documents documents;
    const double opened = bench::quickestMs(1, [&] { documents = source::documentsOf(bytes); });
    int pods = 0;
    const double decoded = bench::quickestMs(3, [&] {
        model::ClusterData data;
        model::Decoder decoder(data);
        for (const QByteArray &json : documents.json) {
            const auto done = decoder.decode(json);
            pods = done ? static_cast<int>(data.pods.size()) : -1;
        }
    });
    const double before = bench::heldMb();
    model::ClusterData kept;
    {
        model::Decoder decoder(kept);
        for (const QByteArray &json : documents.json) {
            decoder.decode(json);
        }
    }
    const double heldMb = bench::heldMb() - before;
    bench::print({{u"megabytes"_s, megabytes},
                  {u"keptKbPerPod"_s, heldMb * 1000 / static_cast<double>(std::max<size_t>(1, kept.pods.size()))},
                  {u"pods"_s, pods},
                  {u"decodeMs"_s, decoded},
                  {u"decodeMBs"_s, megabytes * 1000 / decoded},
                  {u"wholeMs"_s, opened + decoded},
                  {u"wholeMBs"_s, megabytes * 1000 / (opened + decoded)}});
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == "layout"_L1) {
        return measureLayout();
    }
    if (words.value(1) == "read"_L1 && words.size() == 3) {
        return measureReading(words[2]);
    }
    std::fputs("bench_parts layout | read FILE\n", stderr);
    return 2;
}
