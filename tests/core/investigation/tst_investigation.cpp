#include "core/investigation/investigation.h"

#include "core/source/filesource.h"
#include "tests/support/casefile.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using investigation::Investigation;
using investigation::Phase;

namespace {

/// A source that does what the test tells it, when it tells it.
class ScriptedSource : public source::Source
{
    Q_OBJECT

public:
    source::Origin origin() const override { return {}; }
    void load() override { ++loads; }
    void cancel() override { Q_EMIT failed({base::Error::Kind::Cancelled, u"cancelled"_s, {}}); }
    void fetchLogs(const std::vector<model::LogKey> &keys) override
    {
        asked.insert(asked.end(), keys.begin(), keys.end());
        std::map<model::LogKey, model::LogText> logs;
        for (const model::LogKey &key : keys)
            logs[key] = {model::LogText::State::Text, u"cannot reach the database"_s};
        Q_EMIT logsFetched(logs);
    }
    void fetchRaw(const model::ObjectRef &ref) override { Q_EMIT rawFetched(ref, "{}", {}); }

    int loads = 0;
    std::vector<model::LogKey> asked;
};

source::FileRequest recorded(const QString &name)
{
    return {{QStringLiteral(FAULTLINE_SOURCE_DIR) + u"/tests/clusters/recorded/"_s + name},
            {},
            source::Origin::Type::Files};
}

source::Snapshot snapshotOf(const QString &name, bool withLogs)
{
    auto read = source::readFiles(recorded(name));
    Q_ASSERT(read.has_value());
    if (withLogs)
        return *read;
    model::ClusterData data = read->cluster->data();
    data.logs.clear();
    return {std::make_shared<const model::Cluster>(std::move(data)), read->origin};
}

std::unique_ptr<Investigation> newInvestigation()
{
    auto guide = guide::Guide::loadBuiltIn();
    Q_ASSERT(guide.has_value());
    return std::make_unique<Investigation>(*std::move(guide));
}

void settle(Investigation &investigation) { QTRY_VERIFY_WITH_TIMEOUT(investigation.isSettled(), 20000); }

/// Opens a scripted source and hands it `snapshot`.
ScriptedSource *openScripted(Investigation &investigation, const source::Snapshot &snapshot)
{
    auto owned = std::make_unique<ScriptedSource>();
    ScriptedSource *source = owned.get();
    investigation.open(std::move(owned));
    Q_EMIT source->loaded(snapshot);
    return source;
}

} // namespace

class InvestigationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsReadAndTheWorstStandsFirst();
    void loadingIsAPhaseAndCancellingAnEmptyOneFails();
    void aFailedReloadKeepsThePictureAndMarksItStale();
    void cancellingAReloadKeepsThePictureAsGoodAsBefore();
    void forbiddenIsDenied();
    void wantedLogsAreFetchedOnceAndTheWalkIsMadeAgain();
    void anAnswerMovesThePathAndCanBeWithdrawn();
    void backGoesOneQuestionAndThenToTheLayerBelow();
    void openingAnotherSourceForgetsAnswersAndSelection();
};

void InvestigationTest::aFolderIsReadAndTheWorstStandsFirst()
{
    const auto investigation = newInvestigation();
    investigation->open(std::make_unique<source::FileSource>(recorded(u"selector-typo"_s)));
    QCOMPARE(investigation->phase(), Phase::Loading);
    settle(*investigation);
    QCOMPARE(investigation->phase(), Phase::Ready);
    QVERIFY(!investigation->diagnoses().empty());
    QCOMPARE(investigation->diagnoses().front().health, guide::Health::Fault);
    QCOMPARE(investigation->selection(), investigation->diagnoses().front().subject);
    QVERIFY(investigation->diagnosis() != nullptr);
    QCOMPARE(investigation->diagnosis()->primary()->leaf, u"res_selector"_s);
    const auto focus = investigation->focus();
    const guide::Walk &walk = investigation->diagnosis()->walks[focus.walk];
    QCOMPARE(walk.steps[static_cast<size_t>(focus.step)].node, u"s_selector"_s);
}

void InvestigationTest::loadingIsAPhaseAndCancellingAnEmptyOneFails()
{
    const auto investigation = newInvestigation();
    auto owned = std::make_unique<ScriptedSource>();
    const ScriptedSource *source = owned.get();
    investigation->open(std::move(owned));
    QCOMPARE(source->loads, 1);
    QCOMPARE(investigation->phase(), Phase::Loading);
    investigation->cancel();
    QCOMPARE(investigation->phase(), Phase::Failed);
    QCOMPARE(investigation->problem()->kind, base::Error::Kind::Cancelled);
    QVERIFY(!investigation->isStale());
}

void InvestigationTest::aFailedReloadKeepsThePictureAndMarksItStale()
{
    const auto investigation = newInvestigation();
    ScriptedSource *source = openScripted(*investigation, snapshotOf(u"healthy-internal"_s, true));
    settle(*investigation);
    const size_t before = investigation->diagnoses().size();
    investigation->reload();
    Q_EMIT source->failed({base::Error::Kind::Network, u"gone"_s, {}});
    QCOMPARE(investigation->phase(), Phase::Failed);
    QVERIFY(investigation->isStale());
    QCOMPARE(investigation->diagnoses().size(), before);
}

void InvestigationTest::cancellingAReloadKeepsThePictureAsGoodAsBefore()
{
    const auto investigation = newInvestigation();
    openScripted(*investigation, snapshotOf(u"healthy-internal"_s, true));
    settle(*investigation);
    investigation->reload();
    investigation->cancel();
    QCOMPARE(investigation->phase(), Phase::Ready);
    QVERIFY(!investigation->isStale());
}

void InvestigationTest::forbiddenIsDenied()
{
    const auto investigation = newInvestigation();
    auto owned = std::make_unique<ScriptedSource>();
    ScriptedSource *source = owned.get();
    investigation->open(std::move(owned));
    Q_EMIT source->failed({base::Error::Kind::Forbidden, u"pods is forbidden"_s, {}});
    QCOMPARE(investigation->phase(), Phase::Denied);
}

void InvestigationTest::wantedLogsAreFetchedOnceAndTheWalkIsMadeAgain()
{
    const auto investigation = newInvestigation();
    ScriptedSource *source = openScripted(*investigation, snapshotOf(u"crash-exit-3"_s, false));
    settle(*investigation);
    QVERIFY(!source->asked.empty());
    const auto asked = source->asked;
    for (const model::LogKey &key : asked)
        QCOMPARE(std::count(asked.begin(), asked.end(), key), 1);
    const guide::Diagnosis *diagnosis = investigation->diagnosis();
    QCOMPARE(diagnosis->primary()->leaf, u"res_fix_app"_s);
    const guide::Walk &walk = diagnosis->walks[diagnosis->primary()->walk];
    QCOMPARE(walk.facts.at(u"logLine"_s), u"cannot reach the database"_s);
}

void InvestigationTest::anAnswerMovesThePathAndCanBeWithdrawn()
{
    const auto investigation = newInvestigation();
    openScripted(*investigation, snapshotOf(u"healthy-internal"_s, true));
    settle(*investigation);
    const QString before = investigation->diagnosis()->primary()->leaf;
    // A person has tried the tunnel by hand and got no answer; and the app does not listen there.
    const auto &walks = investigation->diagnosis()->walks;
    const auto pods = std::find_if(walks.begin(), walks.end(),
                                   [](const guide::Walk &walk) { return walk.layer == guide::Layer::Pods; });
    QVERIFY(pods != walks.end());
    investigation->setFocus(static_cast<int>(pods - walks.begin()), 0);
    investigation->answer(u"f_access"_s, checks::Answer::No);
    settle(*investigation);
    QCOMPARE(investigation->diagnosis()->primary()->stoppedAt, u"f_listen"_s);
    QCOMPARE(investigation->diagnosis()->health, guide::Health::Open);
    investigation->answer(u"f_listen"_s, checks::Answer::No);
    settle(*investigation);
    QCOMPARE(investigation->diagnosis()->primary()->leaf, u"res_listen"_s);
    QCOMPARE(investigation->answers().size(), size_t(2));
    investigation->withdraw(u"f_listen"_s);
    investigation->withdraw(u"f_access"_s);
    settle(*investigation);
    QCOMPARE(investigation->diagnosis()->primary()->leaf, before);
    QCOMPARE(investigation->diagnosis()->health, guide::Health::Fine);
    QVERIFY(investigation->answers().empty());
}

void InvestigationTest::backGoesOneQuestionAndThenToTheLayerBelow()
{
    const auto investigation = newInvestigation();
    openScripted(*investigation, snapshotOf(u"selector-typo"_s, true));
    settle(*investigation);
    const int walkBefore = investigation->focus().walk;
    investigation->focusBack();
    QCOMPARE(investigation->focus().walk, walkBefore);
    for (int i = 0; i < 10 && investigation->focus().walk == walkBefore; ++i)
        investigation->focusBack();
    const auto &walks = investigation->diagnosis()->walks;
    QCOMPARE(walks[investigation->focus().walk].layer, guide::Layer::Pods);
}

void InvestigationTest::openingAnotherSourceForgetsAnswersAndSelection()
{
    const auto investigation = newInvestigation();
    openScripted(*investigation, snapshotOf(u"healthy-internal"_s, true));
    settle(*investigation);
    investigation->answer(u"f_access"_s, checks::Answer::Yes);
    settle(*investigation);
    investigation->open(std::make_unique<ScriptedSource>());
    QVERIFY(investigation->answers().empty());
    QVERIFY(investigation->selection().isNull());
    QVERIFY(investigation->cluster() == nullptr);
}

QTEST_GUILESS_MAIN(InvestigationTest)
#include "tst_investigation.moc"
