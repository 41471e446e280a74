#include "core/source/filesource.h"
#include "tests/support/windowscene.h"
#include "ui/main/livewords.h"
#include "ui/main/newsline.h"
#include "ui/main/workspace.h"
#include "ui/wizard/wizardcard.h"
#include "ui/workloads/workloadpanel.h"

#include <QtTest/QtTest>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;
using source::Live;

namespace {

/// A live source that the test plays.
class LiveHand : public source::Source
{
    Q_OBJECT

public:
    explicit LiveHand(source::Snapshot snapshot) : m_snapshot(std::move(snapshot))
    {
        m_snapshot.origin.type = source::Origin::Type::Live;
        m_snapshot.origin.context = u"prod-eu"_s;
    }

    source::Origin origin() const override { return m_snapshot.origin; }
    void load() override { Q_EMIT loaded(m_snapshot); }
    void cancel() override {}
    void follow() override { say(Live::State::Running); }
    void pause() override { say(Live::State::Paused); }
    void fetchLogs(const std::vector<model::LogKey> &) override { Q_EMIT logsFetched({}); }
    void fetchRaw(const model::ObjectRef &ref) override { Q_EMIT rawFetched(ref, "{}", {}); }

    void say(Live::State state, const QString &detail = {}, qint64 ageMs = 0)
    {
        Q_EMIT liveChanged({state, {QDateTime::currentMSecsSinceEpoch() - ageMs}, detail, {}});
    }
    const model::Cluster &cluster() const { return *m_snapshot.cluster; }

private:
    source::Snapshot m_snapshot;
};

source::Snapshot recorded(const QString &name)
{
    auto read = source::readFiles({{QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/") + name}, {}});
    Q_ASSERT(read.has_value());
    return *read;
}

struct Scene {
    explicit Scene(const QString &story) : window(*guide::Guide::loadBuiltIn())
    {
        window.appearance().setLanguage(base::Language::English);
        window.appearance().setScheme(SchemeChoice::Light);
        window.resize(1280, 800);
        window.show();
        auto owned = std::make_unique<LiveHand>(recorded(story));
        source = owned.get();
        window.openSource(std::move(owned));
    }

    bool settle()
    {
        return QTest::qWaitFor([this] { return window.investigation().isSettled(); }, 20'000);
    }
    QToolButton *live() const { return window.findChild<QToolButton *>(u"live"_s); }
    QString news() const { return window.findChild<NewsLine *>(u"news"_s)->text(); }

    /// The first Pod of what is selected goes down, and the time with it.
    model::Changes broken(qint64 afterMs) const
    {
        model::Changes changes;
        const auto &selected = window.investigation().selection();
        model::Pod pod = *source->cluster().podsOf(*source->cluster().workload(selected)).front();
        pod.meta.resourceVersion = u"900001"_s;
        for (model::ContainerStatus &status : pod.statuses) {
            status.ready = false;
            status.restartCount = 7;
            status.lastState.phase = model::ContainerState::Phase::Terminated;
            status.lastState.reason = u"OOMKilled"_s;
            status.lastState.exitCode = 137;
            status.state.phase = model::ContainerState::Phase::Waiting;
            status.state.reason = u"CrashLoopBackOff"_s;
        }
        for (model::Condition &condition : pod.conditions) {
            if (condition.type.contains(u"Ready"_s))
                condition.status = u"False"_s;
        }
        changes.objects.pods.push_back(pod);
        changes.now = {source->cluster().now().ms + afterMs};
        return changes;
    }

    model::Changes mended(qint64 afterMs) const
    {
        model::Changes changes = broken(afterMs);
        const auto &name = changes.objects.pods.front().meta;
        changes.objects.pods.edit(0) = *source->cluster().pod(name.nameSpace, name.name);
        return changes;
    }

    mutable MainWindow window;
    LiveHand *source = nullptr;
};

} // namespace

class LiveBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QSettings().clear(); }
    void spansAreTold_data();
    void spansAreTold();
    void theBarSaysHowLiveThePictureIs();
    void anOldPictureIsMarkedWithItsAgeAndTheReason();
    void aFileHasItsTimeInThePlaceOfTheButton();
    void pausingAndResumingIsAskedOfTheSource();
    void whatBreaksAndHealsIsSaidWithoutAReload();
    void theListStaysWhereItIsWhileThePictureMoves();
    void theNewsLeadToTheirApplication();
    void picturesForAPersonToLookAt_data();
    void picturesForAPersonToLookAt();
};

void LiveBarTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
    QCoreApplication::setApplicationName(u"FaultlineLiveBarTest"_s);
    QSettings().clear();
    QTest::failOnWarning(QRegularExpression(u"."_s));
}

void LiveBarTest::spansAreTold_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("words");
    QTest::newRow("seconds") << qint64(12'400) << u"12 s"_s;
    QTest::newRow("minutes") << qint64(192'000) << u"3 m 12 s"_s;
    QTest::newRow("whole minutes") << qint64(180'000) << u"3 m"_s;
    QTest::newRow("hours") << qint64(7'500'000) << u"2 h 5 m"_s;
    QTest::newRow("days") << qint64(3) * 86'400'000 + 4 * 3'600'000 << u"3 d 4 h"_s;
}

void LiveBarTest::spansAreTold()
{
    QFETCH(qint64, ms);
    QFETCH(QString, words);
    QCOMPARE(spanWords(ms), words);
}

void LiveBarTest::theBarSaysHowLiveThePictureIs()
{
    Scene scene(u"healthy-ingress"_s);
    QVERIFY(scene.settle());
    QVERIFY(scene.live()->isVisible());
    QVERIFY(scene.live()->text().endsWith(u"live"_s));
    scene.source->say(Live::State::Resuming, u"connection <reset>"_s);
    QVERIFY(scene.live()->text().endsWith(u"resuming"_s));
    QVERIFY(scene.live()->toolTip().contains(u"connection &lt;reset&gt;"_s));
    scene.source->say(Live::State::Polling, u"services may not be watched"_s);
    QVERIFY(scene.live()->text().contains(u"some by lists"_s));
    scene.window.appearance().setLanguage(base::Language::Chinese);
    QVERIFY(scene.live()->text().contains(u"实时"_s));
}

void LiveBarTest::anOldPictureIsMarkedWithItsAgeAndTheReason()
{
    Scene scene(u"healthy-ingress"_s);
    QVERIFY(scene.settle());
    QVERIFY(!test::isMarkedOld(scene.window));
    scene.source->say(Live::State::Down, u"no route to host"_s, 200'000);
    QVERIFY(scene.live()->text().contains(u"stale since"_s));
    QVERIFY(scene.live()->text().endsWith(u"(3 m)"_s));
    QVERIFY(scene.live()->toolTip().contains(u"no route to host"_s));
    QVERIFY(test::isMarkedOld(scene.window));
    scene.source->say(Live::State::Running);
    QVERIFY(!test::isMarkedOld(scene.window));
}

void LiveBarTest::aFileHasItsTimeInThePlaceOfTheButton()
{
    Scene scene(u"healthy-ingress"_s);
    QVERIFY(scene.settle());
    scene.window.openSample(u"crash-oom"_s);
    QVERIFY(scene.settle());
    QVERIFY(!scene.live()->isVisible());
}

void LiveBarTest::pausingAndResumingIsAskedOfTheSource()
{
    Scene scene(u"healthy-ingress"_s);
    QVERIFY(scene.settle());
    QAction *pause = scene.live()->menu()->actions().front();
    QCOMPARE(pause->text(), u"Pause live updates"_s);
    pause->trigger();
    QVERIFY(scene.live()->text().contains(u"paused at"_s));
    QVERIFY(!scene.window.investigation().isFollowing());
    QCOMPARE(pause->text(), u"Resume live updates"_s);
    pause->trigger();
    QVERIFY(scene.live()->text().endsWith(u"live"_s));
}

void LiveBarTest::whatBreaksAndHealsIsSaidWithoutAReload()
{
    Scene scene(u"healthy-internal"_s);
    QVERIFY(scene.settle());
    const auto &investigation = scene.window.investigation();
    const auto health = [&] { return investigation.diagnosis()->health; };
    QCOMPARE(health(), guide::Health::Fine);
    const model::ObjectRef selected = investigation.selection();
    const QString name = selected.nameSpace + u'/' + selected.name;
    Q_EMIT scene.source->changed(scene.broken(60'000));
    QTRY_COMPARE(health(), guide::Health::Fault);
    QCOMPARE(scene.news(), name + u" is broken, after 1 m in good health"_s);
    Q_EMIT scene.source->changed(scene.mended(252'000));
    QTRY_COMPARE(health(), guide::Health::Fine);
    QVERIFY2(scene.news().startsWith(name + u" is healthy again after 3 m 12 s"_s), qPrintable(scene.news()));
    QVERIFY(scene.news().contains(u"1 more"_s));
    QCOMPARE(investigation.selection(), selected);
}

void LiveBarTest::theListStaysWhereItIsWhileThePictureMoves()
{
    Scene scene(u"healthy-internal"_s);
    QVERIFY(scene.settle());
    auto &investigation = scene.window.investigation();
    const auto shown = scene.window.workspace()->list()->shown();
    investigation.setFocus(0, 0);
    const QString node = scene.window.workspace()->card()->card().node;
    Q_EMIT scene.source->changed(scene.broken(60'000));
    QTRY_COMPARE(investigation.diagnosis()->health, guide::Health::Fault);
    QCOMPARE(scene.window.workspace()->list()->shown(), shown);
    QCOMPARE(scene.window.workspace()->card()->card().node, node);
}

void LiveBarTest::theNewsLeadToTheirApplication()
{
    Scene scene(u"healthy-internal"_s);
    QVERIFY(scene.settle());
    Q_EMIT scene.source->changed(scene.broken(60'000));
    QTRY_VERIFY(!scene.news().isEmpty());
    QSignalSpy activated(scene.window.findChild<NewsLine *>(), &NewsLine::activated);
    QTest::mouseClick(scene.window.findChild<QPushButton *>(u"newsShow"_s), Qt::LeftButton);
    QCOMPARE(activated.size(), 1);
    QVERIFY(scene.news().isEmpty());
}

void LiveBarTest::picturesForAPersonToLookAt_data()
{
    QTest::addColumn<SchemeChoice>("scheme");
    QTest::addColumn<base::Language>("language");
    QTest::newRow("light-en") << SchemeChoice::Light << base::Language::English;
    QTest::newRow("dark-zh") << SchemeChoice::Dark << base::Language::Chinese;
}

void LiveBarTest::picturesForAPersonToLookAt()
{
    QFETCH(SchemeChoice, scheme);
    QFETCH(base::Language, language);
    Scene scene(u"healthy-internal"_s);
    QVERIFY(scene.settle());
    scene.window.appearance().setScheme(scheme);
    scene.window.appearance().setLanguage(language);
    const QDir folder(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/pictures"_s);
    folder.mkpath(u"."_s);
    const auto save = [&](const QString &name) {
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        QTest::qWait(400); // moves have ended and labels have found their room
        return scene.window.grab().save(folder.filePath(u"live-%1-%2.png"_s.arg(name, tag)));
    };
    QVERIFY(save(u"running"_s));
    Q_EMIT scene.source->changed(scene.broken(60'000));
    QTRY_COMPARE(scene.window.investigation().diagnosis()->health, guide::Health::Fault);
    QVERIFY(save(u"broken"_s));
    Q_EMIT scene.source->changed(scene.mended(252'000));
    QTRY_COMPARE(scene.window.investigation().diagnosis()->health, guide::Health::Fine);
    scene.source->say(Live::State::Down, u"10.0.0.1:6443 refused the connection: nothing listens there"_s, 200'000);
    QVERIFY(save(u"down"_s));
    QTRY_VERIFY(scene.window.investigation().isSettled());
}

QTEST_MAIN(LiveBarTest)
#include "tst_livebar.moc"
