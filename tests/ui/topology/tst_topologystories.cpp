#include "core/source/filesource.h"
#include "tests/support/story.h"
#include "ui/common/stylesheet.h"
#include "ui/topology/topologyview.h"

#include <QtCore/QDir>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

/// Where a designer looks at what the test sees: set FAULTLINE_PICTURES to a folder (and, for a few stories only,
/// FAULTLINE_STORIES to a part of their names).
void save(ui::TopologyView &view, const QString &name)
{
    const QString folder = qEnvironmentVariable("FAULTLINE_PICTURES");
    if (folder.isEmpty() || !name.contains(qEnvironmentVariable("FAULTLINE_STORIES"))) {
        return;
    }
    for (const ui::Theme &theme : {ui::Theme::light(), ui::Theme::dark()}) {
        const bool dark = theme.scheme == ui::Scheme::Dark;
        view.setTheme(theme);
        view.setLanguage(dark ? base::Language::Chinese : base::Language::English);
        QVERIFY(view.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, dark ? u"dark-zh"_s : u"light-en"_s)));
    }
    view.setLanguage(base::Language::English);
}

/// The diagnosis that a person would open.
const guide::Diagnosis *worstOf(const std::vector<guide::Diagnosis> &diagnoses)
{
    const auto worst = std::min_element(diagnoses.begin(), diagnoses.end(),
                                        [](const auto &a, const auto &b) { return a.health < b.health; });
    return worst == diagnoses.end() ? nullptr : &*worst;
}

/// Pairs of edges that cross where neither starts nor ends.
int crossingsOf(const ui::Picture &picture)
{
    const auto linesOf = [](const ui::PictureEdge &edge) {
        std::vector<QLineF> lines;
        for (size_t i = 0; i + 1 < edge.points.size(); ++i) {
            lines.emplace_back(edge.points[i], edge.points[i + 1]);
        }
        return lines;
    };
    const auto cross = [&](const ui::PictureEdge &one, const ui::PictureEdge &other) {
        for (const QLineF &a : linesOf(one)) {
            for (const QLineF &b : linesOf(other)) {
                if (a.intersects(b, nullptr) == QLineF::BoundedIntersection) {
                    return true;
                }
            }
        }
        return false;
    };
    int count = 0;
    for (size_t i = 0; i < picture.edges.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            count += cross(picture.edges[i], picture.edges[j]) ? 1 : 0;
        }
    }
    return count;
}

QString layoutProblem(const ui::Picture &picture)
{
    for (const ui::PictureNode &node : picture.nodes) {
        for (const ui::PictureNode &other : picture.nodes) {
            if (&other != &node && other.rect.intersects(node.rect)) {
                return node.id + u" lies on "_s + other.id;
            }
        }
        for (const ui::PictureEdge &edge : picture.edges) {
            if (edge.label.intersects(node.rect)) {
                return u"the label of "_s + edge.id + u" lies on "_s + node.id;
            }
            for (size_t i = 0; i + 1 < edge.points.size(); ++i) {
                const QRectF line = QRectF(edge.points[i], edge.points[i + 1]).normalized();
                if (line.adjusted(-0.1, -0.1, 0.1, 0.1).intersects(node.rect.adjusted(1, 1, -1, -1))) {
                    return edge.id + u" runs through "_s + node.id;
                }
            }
        }
    }
    return {};
}

} // namespace

/// Every story drawn, at the size of its pane in a window of 1280 by 800.
class TestTopologyStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = guide::Guide::loadBuiltIn();
        QVERIFY(loaded.has_value());
        m_guide = std::make_unique<guide::Guide>(std::move(*loaded));
        qApp->setStyleSheet(ui::styleSheet(ui::Theme::light()));
    }

    void everyStoryIsDrawnCleanlyAndItsFailingRowIsMarked_data()
    {
        QTest::addColumn<QString>("folder");
        for (const test::Story &story : test::allStories()) {
            if (story.group != u"recorded-1.20"_s) {
                QTest::addRow("%s/%s", qPrintable(story.group), qPrintable(story.name)) << story.folder;
            }
        }
    }

    void everyStoryIsDrawnCleanlyAndItsFailingRowIsMarked()
    {
        QFETCH(QString, folder);
        const auto snapshot = source::readFiles({{folder}, {}});
        QVERIFY(snapshot.has_value());
        const test::Expected expected = test::Expected::read(folder);
        std::vector<guide::Diagnosis> diagnoses;
        if (expected.asked.isNull()) {
            diagnoses = guide::diagnoseAll(*m_guide, *snapshot->cluster);
        } else {
            diagnoses = {guide::diagnose(*m_guide, *snapshot->cluster, expected.asked)};
        }
        const guide::Diagnosis *worst = worstOf(diagnoses);
        QVERIFY(worst != nullptr);
        ui::TopologyView view;
        view.resize(636, 200);
        view.setTopology(topology::topologyOf(*snapshot->cluster, *worst));
        view.show();
        QCOMPARE(layoutProblem(view.picture()), QString());
        const auto tinted = std::count_if(view.picture().bands.begin(), view.picture().bands.end(),
                                          [](const ui::PictureBand &band) { return band.tinted; });
        QCOMPARE(tinted, view.topology().hasFailing ? 1 : 0);
        if (const int crossings = crossingsOf(view.picture()); crossings > 0) {
            qInfo("%d crossings", crossings);
        }
        if (view.zoom() < 0.99) {
            qInfo("zoom %.2f, %g x %g", view.zoom(), view.picture().bounds.width(), view.picture().bounds.height());
        }
        save(view, QFileInfo(folder).fileName());
    }

private:
    std::unique_ptr<guide::Guide> m_guide;
};

QTEST_MAIN(TestTopologyStories)
#include "tst_topologystories.moc"
