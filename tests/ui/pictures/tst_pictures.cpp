// Pictures of the whole window for people to look at: every view, theme and language. As a test it makes a few, to see
// that it can; with FAULTLINE_PICTURES naming a folder it writes them all there. QT_SCALE_FACTOR=2 doubles them,
// FAULTLINE_PICTURE_SIZE (1280x800) sets the window's size, FAULTLINE_PICTURE_ONLY a part of the names.
#include "ui/main/mainwindow.h"

#include "core/source/filesource.h"
#include "tests/ui/pictures/docscenes.h"
#include "ui/compare/comparisondialog.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/main/diagramarea.h"
#include "ui/main/tunnelstrip.h"
#include "ui/main/workspace.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>

#include <functional>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

const QString kClusters = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/");

/// A source that does what a test tells it, when the test tells it.
class HandSource : public source::Source
{
    Q_OBJECT

public:
    explicit HandSource(source::Snapshot snapshot = {}) : m_snapshot(std::move(snapshot)) {}

    source::Origin origin() const override { return m_snapshot.origin; }
    void load() override
    {
        Q_EMIT progress({{u"pods"_s, source::Progress::State::Running, 3500, 4980, {}},
                         {u"services"_s, source::Progress::State::Done, 212, -1, {}},
                         {u"nodes"_s, source::Progress::State::Denied, 0, -1, {}}});
    }
    void cancel() override {}
    void fetchLogs(const std::vector<model::LogKey> & /*keys*/) override { Q_EMIT logsFetched({}); }
    void fetchRaw(const model::ObjectRef &ref) override { Q_EMIT rawFetched(ref, "{}", {}); }

    void finish() { Q_EMIT loaded(m_snapshot); }
    void fail(base::Error::Kind kind, const QString &detail) { Q_EMIT failed({kind, detail, {}}); }

private:
    source::Snapshot m_snapshot;
};

struct Scene {
    QString name;
    std::function<void(MainWindow &)> play;
};

struct Look {
    QString name;
    SchemeChoice scheme;
    bool darkDesktop = false;
};

bool settle(MainWindow &window)
{
    return QTest::qWaitFor([&window] { return window.investigation().isSettled(); }, 60'000);
}

void open(MainWindow &window, const QString &folder)
{
    window.openFiles({kClusters + folder}, {});
    settle(window);
}

/// Ten applications, two of them broken, and a Service that does not fit, many times over.
QByteArray hugeCluster(int applications)
{
    QByteArray yaml;
    for (int i = 0; i < applications; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray label = i % 7 == 3 ? "svc-" + n + "x" : "svc-" + n;
        yaml += "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: svc-" + n + ", namespace: team-" +
                QByteArray::number(i % 40) +
                "}\nspec:\n  replicas: 1\n  selector: "
                "{matchLabels: {app: svc-" +
                n + "}}\n  template:\n    metadata: {labels: {app: svc-" + n +
                "}}\n    spec: {containers: [{name: web, image: \"registry.example/web:1\", ports: [{containerPort: "
                "8080}]}]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: svc-" +
                n + ", namespace: team-" + QByteArray::number(i % 40) + "}\nspec: {selector: {app: " + label +
                "}, ports: [{port: 80, targetPort: 8080}]}\n---\n";
    }
    return yaml;
}

source::Snapshot emptyCluster()
{
    source::Snapshot snapshot;
    snapshot.origin.type = source::Origin::Type::Live;
    snapshot.origin.context = u"prod-eu"_s;
    snapshot.origin.nameSpace = u"shop"_s;
    snapshot.cluster = std::make_shared<const model::Cluster>(model::ClusterData());
    return snapshot;
}

HandSource *openByHand(MainWindow &window)
{
    auto source = std::make_unique<HandSource>(emptyCluster());
    HandSource *hand = source.get();
    window.openSource(std::move(source));
    return hand;
}

Scene story(const QString &name, const QString &folder)
{
    return {name, [folder](MainWindow &window) { open(window, folder); }};
}

Scene broken(const QString &name, base::Error::Kind kind, const QString &detail)
{
    return {name, [kind, detail](MainWindow &window) { openByHand(window)->fail(kind, detail); }};
}

std::vector<Scene> faces()
{
    using Kind = base::Error::Kind;
    return {{u"start"_s, [](MainWindow &window) { window.showStartPage(); }},
            {u"loading"_s, [](MainWindow &window) { openByHand(window); }},
            {u"empty"_s, [](MainWindow &window) { openByHand(window)->finish(); }},
            broken(u"denied"_s, Kind::Forbidden, u"pods is forbidden: User \"dev\" cannot list resource \"pods\""_s),
            broken(u"failed"_s, Kind::Network, u"connection refused by api.prod.example:6443"_s)};
}

std::vector<Scene> stories()
{
    return {{u"shop"_s,
             [](MainWindow &window) {
                 window.openSample(u"shop"_s);
                 settle(window);
             }},
            story(u"healthy"_s, u"recorded/healthy-ingress"_s),
            story(u"rollout"_s, u"recorded/paused-rollout"_s),
            story(u"pods"_s, u"recorded/crash-oom"_s),
            story(u"pending"_s, u"recorded/pending-too-big"_s),
            story(u"service"_s, u"recorded/selector-typo"_s),
            story(u"ports"_s, u"recorded/target-port-wrong"_s),
            story(u"ingress"_s, u"recorded/ingress-service-missing"_s),
            story(u"exposure"_s, u"stories/gateway-without-address"_s)};
}

void openHuge(MainWindow &window)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"huge.yaml"_s);
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.write(hugeCluster(2'000));
    file.close();
    window.openFiles({path}, {});
    settle(window);
}

/// The same application with other things in front.
std::vector<Scene> views()
{
    using Tab = evidence::EvidencePanel::Tab;
    const auto orders = [](MainWindow &window) { open(window, u"recorded/selector-typo"_s); };
    const auto with = [orders](const std::function<void(MainWindow &)> &then) {
        return [orders, then](MainWindow &window) {
            orders(window);
            then(window);
        };
    };
    return {{u"huge"_s, openHuge},
            {u"palette"_s, with([](MainWindow &window) { window.openPalette(); })},
            {u"connections"_s, with([](MainWindow &window) { window.run(Action::Id::Connections); })},
            {u"guide-large"_s, with([](MainWindow &window) { window.run(Action::Id::EnlargeGuide); })},
            {u"topology-large"_s, with([](MainWindow &window) { window.run(Action::Id::EnlargeTopology); })},
            {u"yaml"_s, with([](MainWindow &window) { window.workspace()->evidence()->open(Tab::Yaml); })},
            {u"events"_s, with([](MainWindow &window) { window.workspace()->evidence()->open(Tab::Events); })},
            {u"logs"_s, with([](MainWindow &window) { window.workspace()->evidence()->open(Tab::Logs); })},
            {u"not-checked"_s, with([](MainWindow &window) { window.workspace()->evidence()->open(Tab::NotChecked); })},
            {u"tunnel"_s, with([](MainWindow &window) {
                 source::OpenForward one;
                 one.target = {u"selector-typo"_s, u"orders-66669cdd54-gbh7s"_s, 8080};
                 one.localPort = 43512;
                 one.connections = 2;
                 one.problem = u"error forwarding port 8080 to pod: connection refused"_s;
                 window.findChild<TunnelStrip *>()->setForwards({one});
             })},
            {u"first-question"_s, with([](MainWindow &window) { window.run(Action::Id::RestartWalk); })}};
}

/// The same cluster while its Service still fitted, with an older image.
QString beforeTheTypo()
{
    static const QTemporaryDir folder;
    QFile now(kClusters + u"recorded/selector-typo/objects.json"_s), before(folder.filePath(u"yesterday.json"_s));
    if (now.open(QIODevice::ReadOnly) && before.open(QIODevice::WriteOnly))
        before.write(now.readAll().replace("backedn", "backend").replace("\"replicas\": 2", "\"replicas\": 1"));
    return before.fileName();
}

/// Dialogs, which are pictured alone.
std::vector<Scene> dialogs()
{
    return {{u"export"_s, test::docscene::exportMasked},
            {u"comparison"_s, [](MainWindow &window) {
                 open(window, u"recorded/selector-typo"_s);
                 window.compareWithFile(beforeTheTypo());
                 QSignalSpy shown(window.findChild<comparing::ComparisonDialog *>(),
                                  &comparing::ComparisonDialog::shown);
                 shown.wait(20'000);
             }}};
}

std::vector<Look> allLooks()
{
    return {{u"light"_s, SchemeChoice::Light},
            {u"dark"_s, SchemeChoice::Dark},
            {u"contrast-light"_s, SchemeChoice::HighContrast},
            {u"contrast-dark"_s, SchemeChoice::HighContrast, true}};
}

std::vector<Scene> allScenes()
{
    std::vector<Scene> scenes = faces();
    for (const auto &more : {stories(), views(), dialogs()})
        scenes.insert(scenes.end(), more.begin(), more.end());
    return scenes;
}

QSize windowSize()
{
    const QStringList parts = qEnvironmentVariable("FAULTLINE_PICTURE_SIZE", u"1280x800"_s).split(u'x');
    return {parts.value(0).toInt(), parts.value(1).toInt()};
}

QImage pictureOf(const Scene &scene, const Look &look, base::Language language)
{
    QPalette desktop = (look.darkDesktop ? Theme::dark() : Theme::light()).palette();
    QApplication::setPalette(desktop);
    MainWindow window(*guide::Guide::loadBuiltIn());
    window.appearance().setLanguage(language);
    window.appearance().setScheme(look.scheme);
    window.resize(windowSize());
    window.show();
    scene.play(window);
    QTest::qWait(900); // until nothing moves any more, on a busy machine too
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isWindow() && dialog->isVisible())
            return dialog->grab().toImage();
    }
    return window.grab().toImage();
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlinePictures"_s);
        QCoreApplication::setApplicationName(u"FaultlinePictures"_s);
        QSettings().clear();
    }

    void cleanupTestCase() { QSettings().clear(); }

    void aPictureIsMade()
    {
        const QImage start = pictureOf(faces().front(), allLooks().front(), base::Language::English);
        QCOMPARE(start.deviceIndependentSize().toSize(), windowSize());
        const QImage dark = pictureOf(faces().front(), allLooks().at(1), base::Language::Chinese);
        QVERIFY(start != dark);
    }

    // A row for each, so that the time that QtTest gives a function is that of one picture.
    void allPictures_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<int>("look");
        QTest::addColumn<bool>("chinese");
        const std::vector<Scene> scenes = allScenes();
        const std::vector<Look> looks = allLooks();
        for (size_t scene = 0; scene < scenes.size(); ++scene) {
            for (size_t look = 0; look < looks.size(); ++look) {
                for (const bool chinese : {false, true}) {
                    const QString name = scenes[scene].name + u'-' + looks[look].name + (chinese ? u"-zh"_s : u"-en"_s);
                    if (name.contains(qEnvironmentVariable("FAULTLINE_PICTURE_ONLY"))) {
                        QTest::addRow("%s", qPrintable(name))
                            << static_cast<int>(scene) << static_cast<int>(look) << chinese;
                    }
                }
            }
        }
    }

    void allPictures()
    {
        QFETCH(int, scene);
        QFETCH(int, look);
        QFETCH(bool, chinese);
        const QString folder = qEnvironmentVariable("FAULTLINE_PICTURES");
        if (folder.isEmpty())
            QSKIP("FAULTLINE_PICTURES names no folder");
        const QImage made =
            pictureOf(allScenes().at(static_cast<size_t>(scene)), allLooks().at(static_cast<size_t>(look)),
                      chinese ? base::Language::Chinese : base::Language::English);
        QVERIFY(made.save(folder + u'/' + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
