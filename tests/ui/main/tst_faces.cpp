#include "core/source/filesource.h"
#include "ui/common/statepanel.h"
#include "ui/main/mainwindow.h"
#include "ui/main/workspace.h"

#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

/// A cluster that does what the test tells it.
class HandSource : public source::Source
{
    Q_OBJECT

public:
    explicit HandSource(source::Snapshot snapshot) : m_snapshot(std::move(snapshot)) {}

    source::Origin origin() const override { return m_snapshot.origin; }
    void load() override
    {
        using State = source::Progress::State;
        const QStringList kinds{u"pods"_s,      u"deployments"_s, u"replicasets"_s, u"services"_s, u"events"_s,
                                u"ingresses"_s, u"nodes"_s,       u"configmaps"_s,  u"secrets"_s,  u"endpointslices"_s};
        std::vector<source::Progress> lines;
        for (const QString &kind : kinds)
            lines.push_back({kind, State::Waiting, 0, -1, {}});
        lines[0] = {u"pods"_s, State::Running, 3500, 5000, {}};
        lines[1] = {u"deployments"_s, State::Done, 120, -1, {}};
        lines[6] = {u"nodes"_s, State::Denied, 0, -1, {}};
        Q_EMIT progress(lines);
    }
    void cancel() override { Q_EMIT failed({base::Error::Kind::Cancelled, u"cancelled"_s, {}}); }
    void fetchLogs(const std::vector<model::LogKey> &) override { Q_EMIT logsFetched({}); }
    void fetchRaw(const model::ObjectRef &ref) override { Q_EMIT rawFetched(ref, "{}", {}); }

    void finish() { Q_EMIT loaded(m_snapshot); }
    void fail(base::Error::Kind kind, const QString &detail)
    {
        Q_EMIT failed({kind, detail, u"https://api.prod.example:6443/api/v1/pods"_s});
    }

private:
    source::Snapshot m_snapshot;
};

source::Snapshot emptyCluster()
{
    source::Snapshot snapshot;
    snapshot.cluster = std::make_shared<model::Cluster>(model::ClusterData());
    snapshot.origin.type = source::Origin::Type::Live;
    snapshot.origin.context = u"prod-eu"_s;
    snapshot.origin.clusterName = u"prod"_s;
    snapshot.origin.user = u"dev"_s;
    snapshot.origin.server = u"https://api.prod.example:6443"_s;
    snapshot.origin.nameSpace = u"shop"_s;
    return snapshot;
}

source::Snapshot fullCluster()
{
    auto snapshot = source::readFiles(source::sampleRequest(u"selector-typo"_s));
    source::Snapshot full = emptyCluster();
    full.cluster = snapshot->cluster;
    full.origin.takenAt = snapshot->origin.takenAt;
    return full;
}

/// Where a designer looks at what the tests see: set FAULTLINE_PICTURES to a folder.
void picture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("FAULTLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(300); // until nothing moves any more
    widget.grab().save(folder + u'/' + name + u".png"_s);
}

int buttons(const QWidget &panel)
{
    const auto all = panel.findChildren<QPushButton *>();
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [](const QPushButton *button) { return button->isVisible(); }));
}

int primaryButtons(const QWidget &panel)
{
    const auto all = panel.findChildren<QPushButton *>();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const QPushButton *button) {
        return button->isVisible() && button->property("role") == u"primary"_s;
    }));
}

QStringList visibleTexts(const QWidget &panel)
{
    QStringList texts;
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            texts += label->text();
    }
    return texts;
}

} // namespace

/// The five faces in the window, as a person meets them: each says what is the matter and has one thing to do.
class TestFaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
        QCoreApplication::setApplicationName(u"FaultlineFacesTest"_s);
        QSettings().clear();
    }

    void cleanupTestCase() { QSettings().clear(); }

    void eachFaceHasOnePrimaryAction_data()
    {
        QTest::addColumn<QString>("face");
        QTest::addColumn<base::Language>("language");
        QTest::addColumn<SchemeChoice>("scheme");
        for (const char *face : {"loading", "denied", "failed", "empty", "stale"}) {
            for (const auto language : {base::Language::English, base::Language::Chinese}) {
                for (const auto scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
                    const QString name = QString::fromLatin1(face) +
                                         (language == base::Language::English ? u"-en"_s : u"-zh"_s) +
                                         (scheme == SchemeChoice::Light ? u"-light"_s : u"-dark"_s);
                    QTest::newRow(qPrintable(name)) << QString::fromLatin1(face) << language << scheme;
                }
            }
        }
    }

    void eachFaceHasOnePrimaryAction()
    {
        QFETCH(QString, face);
        QFETCH(base::Language, language);
        QFETCH(SchemeChoice, scheme);
        MainWindow window(*guide::Guide::loadBuiltIn());
        window.appearance().setLanguage(language);
        window.appearance().setScheme(scheme);
        window.resize(1280, 800);
        window.show();
        show(window, face);
        const StatePanel *panel = face == u"stale"_s ? window.workspace()->strip() : window.statePage();
        QVERIFY(panel->isVisible());
        picture(window, u"face-"_s + QString::fromLatin1(QTest::currentDataTag()));
        // Loading has Cancel alone, and does not shout for it.
        QCOMPARE(face == u"loading"_s ? buttons(*panel) : primaryButtons(*panel), 1);
        QVERIFY(visibleTexts(*panel).size() >= 2);
    }

    void loadingSaysWhatItWaitsFor()
    {
        MainWindow window(*guide::Guide::loadBuiltIn());
        window.appearance().setLanguage(base::Language::English);
        window.show();
        show(window, u"loading"_s);
        const QString texts = visibleTexts(*window.statePage()).join(u'\n');
        QVERIFY2(texts.contains(u"2 of 10 lists are here. Still waiting for: pods (3500 of 5000)"_s),
                 qPrintable(texts));
    }

private:
    static void show(MainWindow &window, const QString &face)
    {
        auto made = std::make_unique<HandSource>(face == u"stale"_s ? fullCluster() : emptyCluster());
        HandSource *source = made.get();
        window.openSource(std::move(made));
        if (face == u"denied"_s) {
            source->fail(base::Error::Kind::Forbidden,
                         u"pods is forbidden: User \"dev\" cannot list resource \"pods\""_s);
        }
        if (face == u"failed"_s)
            source->fail(base::Error::Kind::Network, u"Connection refused"_s);
        if (face == u"empty"_s || face == u"stale"_s)
            source->finish();
        QVERIFY(face == u"loading"_s ||
                QTest::qWaitFor([&window] { return window.investigation().isSettled(); }, 20'000));
        if (face == u"stale"_s) {
            window.investigation().reload();
            source->fail(base::Error::Kind::Network, u"Connection refused"_s);
        }
    }
};

QTEST_MAIN(TestFaces)
#include "tst_faces.moc"
