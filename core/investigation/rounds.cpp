// The half of the Investigation that walks: from changes to diagnoses.
#include "core/base/background.h"
#include "core/investigation/investigation_p.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>

namespace faultline::investigation {

namespace {

/// How often walks are made again for the sake of time alone: what waits may be stuck after some seconds; that which is
/// fine turns by time alone only where something falls silent, which Kubernetes itself takes 40 s to call so.
constexpr qint64 kWaitersMs = 10'000;
constexpr qint64 kClockMs = 60'000;

constexpr std::chrono::milliseconds kLongestRest{2'000};

auto orderOf(const guide::Diagnosis &diagnosis)
{
    const model::ObjectRef &subject = diagnosis.subject;
    return std::tie(diagnosis.health, subject.nameSpace, subject.name, subject.kind);
}

bool isBefore(const guide::Diagnosis &left, const guide::Diagnosis &right) { return orderOf(left) < orderOf(right); }

} // namespace

void Investigation::Private::forgetPicture()
{
    ++picture;
    cluster.reset();
    known.clear();
    list = {};
    due.clear();
    changes.clear();
    changing.clear();
    rest.stop();
    askedLogs.clear();
    askedObjects.clear();
    waitersWalked = {};
    clockWalked = {};
    walking = false;
}

/// Walks what is due on a worker. A result that is older than the newest picture or answer is dropped; what it was
/// about stays due and is part of the next one.
void Investigation::Private::walkDue()
{
    const quint64 made = ++picture;
    walking = true;
    rest.stop();
    QElapsedTimer timer;
    timer.start();
    base::inBackground(
        q, [task = nextTask()] { return walkRound(task); },
        [this, made, timer](Round round) {
            if (made != picture)
                return;
            rest.start(std::min(kLongestRest, std::chrono::milliseconds(timer.elapsed())));
            adopt(std::move(round));
        });
}

Task Investigation::Private::nextTask()
{
    std::move(changes.begin(), changes.end(), std::back_inserter(changing));
    changes.clear();
    return {guide, cluster, model::coalesced(changing), answers, known, list, due, timePassed()};
}

TimePassed Investigation::Private::timePassed() const
{
    base::Timestamp now = cluster->now();
    for (const model::Changes &change : changing)
        now = std::max(now, change.now);
    const auto isOver = [&](base::Timestamp last, qint64 ms) { return last.isValid() && now.ms - last.ms >= ms; };
    if (isOver(clockWalked, kClockMs))
        return TimePassed::Much;
    return isOver(waitersWalked, kWaitersMs) ? TimePassed::Some : TimePassed::Little;
}

void Investigation::Private::adopt(Round round)
{
    const bool isNew = known.isEmpty();
    const TimePassed time = isNew ? TimePassed::Much : timePassed();
    const guide::NodeId stood = focusIsPersons ? focusedNode() : guide::NodeId();
    std::vector<guide::Diagnosis> made = std::move(round.made);
    cluster = round.cluster;
    changing.clear();
    due.clear();
    walking = false;
    if (time != TimePassed::Little)
        waitersWalked = cluster->now();
    if (time == TimePassed::Much)
        clockWalked = cluster->now();
    const bool concernsSelection = isNew || round.walked.contains(selection) || find(selection) == nullptr;
    const bool hasNews = isNew || !made.empty() || round.subjects.size() != diagnoses.size();
    if (isNew) {
        diagnoses = std::move(made);
        std::stable_sort(diagnoses.begin(), diagnoses.end(), isBefore);
    } else {
        adoptSome(std::move(made), round);
    }
    known = std::move(round.known);
    list = std::move(round.list);
    keepSelection();
    if (phase != Phase::Ready && phase != Phase::Failed)
        enter(Phase::Ready);
    if (concernsSelection) {
        Q_EMIT q->changed();
        keepFocus(stood);
    } else if (hasNews) {
        Q_EMIT q->othersChanged();
    }
    tellTurns(known);
    fetchWantedLogs();
    fetchWantedObjects();
    walkIfChanged();
    settleIfDone();
}

/// Places are kept: the list must not jump under the person's hand.
void Investigation::Private::adoptSome(std::vector<guide::Diagnosis> made, const Round &round)
{
    const QSet<model::ObjectRef> named(round.subjects.begin(), round.subjects.end());
    std::erase_if(diagnoses, [&](const guide::Diagnosis &each) { return !named.contains(each.subject); });
    QHash<model::ObjectRef, size_t> places;
    for (size_t i = 0; i < diagnoses.size(); ++i)
        places.insert(diagnoses[i].subject, i);
    std::vector<guide::Diagnosis> fresh;
    for (guide::Diagnosis &each : made) {
        const auto at = places.constFind(each.subject);
        if (at == places.cend()) {
            fresh.push_back(std::move(each));
        } else if (round.walked.contains(each.subject)) {
            diagnoses[*at] = std::move(each);
        }
    }
    for (guide::Diagnosis &each : fresh)
        place(std::move(each));
}

void Investigation::Private::place(guide::Diagnosis fresh)
{
    const auto before = std::find_if(diagnoses.begin(), diagnoses.end(),
                                     [&](const guide::Diagnosis &each) { return isBefore(fresh, each); });
    diagnoses.insert(before, std::move(fresh));
}

/// What stands beside applications and is not named is fine, or somebody else's trouble.
void Investigation::Private::tellTurns(const KnownSubjects &now)
{
    std::vector<Turn> happened;
    const auto look = [&](const model::ObjectRef &subject, guide::Health health) {
        if (const auto turn = turns.note(subject, health, cluster->now()))
            happened.push_back(*turn);
    };
    for (const guide::Diagnosis &diagnosis : diagnoses)
        look(diagnosis.subject, diagnosis.health);
    for (auto each = now.cbegin(); each != now.cend(); ++each) {
        if (each->beside && each->health == guide::Health::Fine)
            look(each.key(), each->health);
    }
    turns.keepOnly([&](const model::ObjectRef &subject) { return now.contains(subject); });
    for (const Turn &turn : happened)
        Q_EMIT q->turned(turn);
}

void Investigation::Private::follow(const model::Changes &more)
{
    if (!cluster)
        return;
    changes.push_back(more);
    walkIfChanged();
}

/// Not while a new picture is on its way, which will hold these changes.
void Investigation::Private::walkIfChanged()
{
    if (!changes.empty() && !walking && !rest.isActive() && phase != Phase::Loading)
        walkDue();
}

/// A reload that failed is made good when the picture that was there is live again.
void Investigation::Private::takeLive(const source::Live &now)
{
    live = now;
    const bool isWell = live.state == source::Live::State::Running || live.state == source::Live::State::Polling;
    if (isWell && phase == Phase::Failed && cluster) {
        problem.reset();
        enter(Phase::Ready);
    }
    Q_EMIT q->liveChanged();
}

} // namespace faultline::investigation
