#include "core/investigation/round.h"
#include "core/model/clusterlists.h"
#include "core/model/clusterparts.h"
#include "core/source/filesource.h"
#include "tests/support/story.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using investigation::Round;
using investigation::Task;
using investigation::TimePassed;
using model::Changes;
using model::ClusterData;
using model::Kind;

namespace {

/// Everything that a view could show of a diagnosis, as text to compare.
QString told(const guide::Diagnosis &diagnosis)
{
    QString text = diagnosis.subject.toString() + u" health %1 pods %2/%3\n"_s.arg(static_cast<int>(diagnosis.health))
                                                      .arg(diagnosis.readyPods)
                                                      .arg(diagnosis.podCount);
    const auto addFacts = [&](const checks::Facts &facts) {
        for (const auto &[name, value] : facts)
            text += u"    "_s + name + u'=' + value + u'\n';
    };
    for (const guide::Walk &walk : diagnosis.walks) {
        text += u" walk %1 %2 -> %3 alike %4\n"_s.arg(walk.subject.object().toString(), walk.subject.container, walk.at)
                    .arg(walk.alike.size());
        for (const guide::Step &step : walk.steps) {
            text += u"   %1 %2\n"_s.arg(step.node).arg(static_cast<int>(step.answer));
            addFacts(step.automatic.facts);
        }
    }
    for (const guide::Finding &finding : diagnosis.findings) {
        text += u" finding %1 %2 %3 primary %4 fate %5/%6\n"_s.arg(test::placeOf(finding), finding.object.toString())
                    .arg(static_cast<int>(finding.verdict))
                    .arg(finding.primary)
                    .arg(finding.fate.pods)
                    .arg(finding.fate.ofPods);
        addFacts(finding.facts);
    }
    for (const guide::NotChecked &open : diagnosis.notChecked)
        text += u" not checked %1 %2 %3\n"_s.arg(open.node, open.check, open.reason);
    return text;
}

using Tales = std::map<model::ObjectRef, QString>;

/// What a list holds after rounds, as the Investigation keeps it.
class Board
{
public:
    void take(const Round &round)
    {
        Tales fresh;
        for (const guide::Diagnosis &made : round.made)
            fresh[made.subject] = told(made);
        Tales kept;
        for (const model::ObjectRef &subject : round.subjects) {
            const bool isNew = round.walked.contains(subject) || !m_tales.contains(subject);
            kept[subject] = isNew ? fresh.at(subject) : m_tales.at(subject);
        }
        m_tales = std::move(kept);
    }

    const Tales &tales() const { return m_tales; }

private:
    Tales m_tales;
};

Tales toldAnew(const guide::Guide &guide, const model::Cluster &cluster)
{
    Tales tales;
    for (const guide::Diagnosis &made : guide::diagnoseAll(guide, cluster))
        tales[made.subject] = told(made);
    return tales;
}

QString firstDifference(const QStringList &is, const QStringList &shouldBe)
{
    const auto [here, there] = std::mismatch(is.begin(), is.end(), shouldBe.begin(), shouldBe.end());
    return u"is told as"_s + (here == is.end() ? QString() : *here) + u", and should be"_s +
           (there == shouldBe.end() ? QString() : *there);
}

QString difference(const Tales &is, const Tales &shouldBe)
{
    for (const auto &[subject, tale] : shouldBe) {
        const auto found = is.find(subject);
        if (found == is.end())
            return u"is not named: "_s + tale;
        if (found->second != tale)
            return subject.toString() + u" "_s + firstDifference(found->second.split(u'\n'), tale.split(u'\n'));
    }
    for (const auto &[subject, tale] : is) {
        if (!shouldBe.contains(subject))
            return u"should not be named: "_s + tale;
    }
    return {};
}

/// Makes changes at random: whatever there is goes away and comes back, and what links objects to each other moves.
class Fate
{
public:
    Fate(const ClusterData &whole, quint32 seed) : m_whole(whole), m_random(seed) {}

    Changes next()
    {
        Changes changes;
        const int count = 1 + static_cast<int>(m_random.bounded(3));
        std::vector<Changes> each;
        for (int i = 0; i < count; ++i)
            each.push_back(one());
        return model::coalesced(std::move(each));
    }

private:
    Changes one()
    {
        Changes change;
        std::vector<model::ObjectRef> refs;
        model::forEachList([&](auto list) {
            for (const auto &object : m_whole.*list)
                refs.push_back(model::refOf(object));
        });
        const model::ObjectRef ref = refs[m_random.bounded(static_cast<quint32>(refs.size()))];
        if (m_random.bounded(3) == 0) {
            change.gone.push_back(ref);
            return change;
        }
        model::forEachList([&](auto list) {
            for (auto object : m_whole.*list) {
                if (model::refOf(object) != ref)
                    continue;
                object.meta.resourceVersion = QString::number(++m_version);
                if (m_random.bounded(2) == 0)
                    twist(object);
                (change.objects.*list).push_back(std::move(object));
            }
        });
        return change;
    }

    template <typename T> void twist(T &object) { object.meta.labels.insert(u"app"_s, word()); }

    void twist(model::Pod &pod)
    {
        switch (m_random.bounded(7)) {
        case 0:
            pod.phase = m_random.bounded(2) == 0 ? u"Pending"_s : u"Failed"_s;
            break;
        case 1:
            pod.nodeName = m_random.bounded(2) == 0 ? QString() : u"node-a"_s;
            break;
        case 2:
            pod.meta.owners.clear();
            break;
        case 3:
            pod.conditions.clear();
            break;
        case 4:
            for (model::ContainerStatus &status : pod.statuses) {
                status.ready = false;
                status.state.phase = model::ContainerState::Phase::Waiting;
                status.state.reason = u"CrashLoopBackOff"_s;
                ++status.restartCount;
            }
            break;
        case 5: {
            model::PodSpec spec = *pod.spec;
            for (model::Container &container : spec.containers)
                container.image = u"registry.example.com/"_s + word() + u":2"_s;
            pod.spec = std::make_shared<const model::PodSpec>(std::move(spec));
            break;
        }
        default:
            pod.meta.labels = {{u"app"_s, word()}};
            break;
        }
    }

    void twist(model::Workload &workload)
    {
        switch (m_random.bounded(4)) {
        case 0:
            workload.replicas = static_cast<int>(m_random.bounded(3));
            break;
        case 1:
            workload.readyReplicas = workload.availableReplicas = 0;
            break;
        case 2:
            workload.meta.uid = u"another"_s;
            break;
        default:
            workload.meta.owners.clear();
            break;
        }
    }

    void twist(model::Service &service)
    {
        service.selector = m_random.bounded(2) == 0 ? model::Labels{{u"app"_s, word()}} : model::Labels();
        if (!service.ports.empty())
            service.ports.front().port += 1;
    }

    void twist(model::Node &node)
    {
        for (model::Condition &condition : node.conditions)
            condition.status = condition.type == "Ready"_L1 ? u"Unknown"_s : condition.status;
        node.unschedulable = m_random.bounded(2) == 0;
    }

    void twist(model::EndpointSlice &slice) { slice.endpoints.clear(); }
    void twist(model::Event &event) { event.objectUid = u"another"_s; }

    QString word() { return m_random.bounded(2) == 0 ? u"web"_s : u"orders"_s; }

    ClusterData m_whole;
    QRandomGenerator m_random;
    int m_version = 1'000'000;
};

} // namespace

class RoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatAChangeTouchesIsWalkedAgainAndNothingIsMissed_data();
    void whatAChangeTouchesIsWalkedAgainAndNothingIsMissed();
    void aChangeElsewhereLeavesAWalkAlone();
    void whatRunsElsewhereIsLookedAtOnlyWhenItRunsSomethingElse();
    void timeAloneWalksWhatWaitsAndInTheEndAllThatAskedForIt();

private:
    Task taskOn(const model::ClusterPtr &cluster) const
    {
        return {m_guide, cluster, {}, {}, {}, {}, {}, TimePassed::Little};
    }

    std::shared_ptr<const guide::Guide> m_guide;
};

void RoundsTest::initTestCase()
{
    auto guide = guide::Guide::loadBuiltIn();
    QVERIFY(guide.has_value());
    m_guide = std::make_shared<const guide::Guide>(*std::move(guide));
}

void RoundsTest::whatAChangeTouchesIsWalkedAgainAndNothingIsMissed_data()
{
    QTest::addColumn<QStringList>("folders");
    const auto stories = test::allStories();
    // Two stories in one cluster: walks may look across namespaces. Every fourth pair, to be done in seconds.
    for (size_t i = 0; i + 1 < stories.size(); i += 4) {
        const QString name = stories[i].group + u'/' + stories[i].name;
        QTest::newRow(qPrintable(name)) << QStringList{stories[i].folder, stories[i + 1].folder};
    }
}

void RoundsTest::whatAChangeTouchesIsWalkedAgainAndNothingIsMissed()
{
    QFETCH(QStringList, folders);
    constexpr int kRounds = 12;
    ClusterData data;
    for (const QString &folder : folders) {
        const auto read = source::readFiles({{folder}, {}});
        QVERIFY(read.has_value());
        model::append(ClusterData(read->cluster->data()), data);
        data.logs.insert(read->cluster->data().logs.begin(), read->cluster->data().logs.end());
        data.now = std::max(data.now, read->cluster->now());
    }
    Fate fate(data, qChecksum(folders.front().section(u'/', -2).toUtf8()));
    Round round = walkRound(taskOn(std::make_shared<const model::Cluster>(std::move(data))));
    Board board;
    board.take(round);
    for (int i = 0; i < kRounds; ++i) {
        Task task = taskOn(round.cluster);
        task.known = round.known;
        task.list = round.list;
        task.changes = fate.next();
        round = walkRound(task);
        board.take(round);
        const QString wrong = difference(board.tales(), toldAnew(*m_guide, *round.cluster));
        QVERIFY2(wrong.isEmpty(), qPrintable(u"after %1 rounds "_s.arg(i + 1) + wrong));
    }
}

void RoundsTest::aChangeElsewhereLeavesAWalkAlone()
{
    ClusterData data;
    const QString root = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/");
    for (const auto name : {"healthy-ingress"_L1, "crash-oom"_L1}) {
        const auto read = source::readFiles({{root + name}, {}});
        QVERIFY(read.has_value());
        model::append(ClusterData(read->cluster->data()), data);
        data.now = std::max(data.now, read->cluster->now());
    }
    const Round first = walkRound(taskOn(std::make_shared<const model::Cluster>(std::move(data))));
    QVERIFY(first.walked.size() >= 2);
    const auto crashing = std::find_if(first.made.begin(), first.made.end(), [](const guide::Diagnosis &made) {
        return made.health == guide::Health::Fault && made.subject.kind == Kind::Deployment;
    });
    QVERIFY(crashing != first.made.end());
    model::Pod pod = *first.cluster->podsOf(*first.cluster->workload(crashing->subject)).front();
    pod.meta.resourceVersion = u"999999"_s;
    ++pod.statuses.front().restartCount;
    Task task = taskOn(first.cluster);
    task.known = first.known;
    task.list = first.list;
    task.changes.objects.pods.push_back(std::move(pod));
    const Round second = walkRound(task);
    QCOMPARE(second.walked, std::set{crashing->subject});
    QCOMPARE(second.subjects.size(), first.subjects.size());
}

// "Does anybody run this image?" and "is there room on a node?" look at every Pod, but not at all of it.
void RoundsTest::whatRunsElsewhereIsLookedAtOnlyWhenItRunsSomethingElse()
{
    ClusterData data;
    const QString root = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/");
    for (const auto name : {"healthy-internal"_L1, "image-tag-missing"_L1, "pending-too-big"_L1}) {
        const auto read = source::readFiles({{root + name}, {}});
        QVERIFY2(read.has_value(), qPrintable(name));
        model::append(ClusterData(read->cluster->data()), data);
        data.now = std::max(data.now, read->cluster->now());
    }
    data.allNamespaces = true;
    const Round first = walkRound(taskOn(std::make_shared<const model::Cluster>(std::move(data))));
    const auto healthy = std::find_if(first.made.begin(), first.made.end(), [](const guide::Diagnosis &made) {
        return made.health == guide::Health::Fine && made.subject.kind == Kind::Deployment;
    });
    QVERIFY(healthy != first.made.end());
    const auto broken = std::count_if(first.made.begin(), first.made.end(),
                                      [](const auto &made) { return made.health == guide::Health::Fault; });
    QVERIFY(broken >= 2);
    const auto walkedAfter = [&](auto change) {
        model::Pod pod = *first.cluster->podsOf(*first.cluster->workload(healthy->subject)).front();
        pod.meta.resourceVersion = u"999999"_s;
        change(pod);
        Task task = taskOn(first.cluster);
        task.known = first.known;
        task.list = first.list;
        task.changes.objects.pods.push_back(std::move(pod));
        return walkRound(task).walked;
    };
    QCOMPARE(walkedAfter([](model::Pod &pod) { ++pod.statuses.front().restartCount; }), std::set{healthy->subject});
    QVERIFY(walkedAfter([](model::Pod &pod) { pod.phase = u"Failed"_s; }).size() > 1);
}

void RoundsTest::timeAloneWalksWhatWaitsAndInTheEndAllThatAskedForIt()
{
    const QString root = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/");
    const auto read = source::readFiles({{root + u"crash-oom"_s}, {}});
    QVERIFY(read.has_value());
    const Round first = walkRound(taskOn(read->cluster));
    Task task = taskOn(first.cluster);
    task.known = first.known;
    task.changes.now = {first.cluster->now().ms + 20'000};
    QVERIFY(walkRound(task).walked.empty());
    task.time = TimePassed::Some;
    for (const model::ObjectRef &subject : walkRound(task).walked)
        QVERIFY(first.known.value(subject).health != guide::Health::Fine);
    const size_t some = walkRound(task).walked.size();
    task.time = TimePassed::Much;
    QVERIFY(walkRound(task).walked.size() >= some);
    QCOMPARE(walkRound(task).cluster->now().ms, first.cluster->now().ms + 20'000);
}

QTEST_GUILESS_MAIN(RoundsTest)
#include "tst_rounds.moc"
