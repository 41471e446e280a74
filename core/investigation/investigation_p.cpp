#include "core/investigation/investigation_p.h"

#include <algorithm>

namespace faultline::investigation {

namespace {

/// Logs fetched for one picture at most: each is a request to a node's kubelet.
constexpr size_t kMostLogs = 50;
/// Whole objects fetched for one picture at most; live each is a request.
constexpr size_t kMostObjects = 500;

} // namespace

void Investigation::Private::listenTo(source::Source &from)
{
    QObject::connect(&from, &source::Source::progress, q, [this](const std::vector<source::Progress> &lines) {
        waiting = lines;
        Q_EMIT q->waitingChanged();
    });
    QObject::connect(&from, &source::Source::loaded, q, [this](const source::Snapshot &snapshot) { take(snapshot); });
    QObject::connect(&from, &source::Source::changed, q, [this](const model::Changes &more) { follow(more); });
    QObject::connect(&from, &source::Source::liveChanged, q, [this](const source::Live &now) { takeLive(now); });
    QObject::connect(&from, &source::Source::failed, q, [this](const base::Error &error) { fail(error); });
    QObject::connect(&from, &source::Source::logsFetched, q,
                     [this](const std::map<model::LogKey, model::LogText> &logs) { takeLogs(logs); });
    QObject::connect(&from, &source::Source::trying, q, &Investigation::trying);
    QObject::connect(&from, &source::Source::forwardsChanged, q, &Investigation::forwardsChanged);
    QObject::connect(&from, &source::Source::tried, q,
                     [this](const std::map<model::TrialKey, model::Trial> &made) { takeTrials(made); });
    QObject::connect(&from, &source::Source::rawFetched, q, &Investigation::rawFetched);
    QObject::connect(&from, &source::Source::objectsFetched, q,
                     [this](const std::map<model::ObjectRef, model::RawObject> &objects) { takeObjects(objects); });
}

void Investigation::Private::enter(Phase next)
{
    phase = next;
    Q_EMIT q->phaseChanged();
}

void Investigation::Private::take(const source::Snapshot &snapshot)
{
    forgetPicture();
    cluster = snapshot.cluster;
    origin = snapshot.origin;
    problem.reset();
    walkDue();
}

void Investigation::Private::fail(const base::Error &error)
{
    const bool cancelled = error.kind == base::Error::Kind::Cancelled;
    if (cancelled && cluster) {
        enter(Phase::Ready); // the picture that was there is as good as before
        return settleIfDone();
    }
    problem = error;
    enter(error.kind == base::Error::Kind::Forbidden ? Phase::Denied : Phase::Failed);
    settleIfDone();
}

void Investigation::Private::settleIfDone()
{
    if (!q->isSettled())
        return;
    if (!opened.cluster && cluster)
        opened = {cluster, diagnoses, origin, {}};
    Q_EMIT q->settled();
}

void Investigation::Private::keepSelection()
{
    if (find(selection) != nullptr)
        return;
    selection = diagnoses.empty() ? model::ObjectRef() : diagnoses.front().subject;
    Q_EMIT q->selectionChanged();
}

void Investigation::Private::resetFocus()
{
    const guide::Diagnosis *current = find(selection);
    Focus next;
    const auto lit = current ? current->litWalks() : std::vector<const guide::Walk *>();
    if (!lit.empty()) {
        const guide::Finding *primary = current->primary();
        const guide::Walk *walk = primary ? &current->walks[primary->walk] : lit.back();
        next.walk = static_cast<int>(walk - current->walks.data());
        next.step = std::max(0, static_cast<int>(walk->steps.size()) - 1);
    }
    focus = next;
    focusIsPersons = false;
    Q_EMIT q->focusChanged();
}

guide::NodeId Investigation::Private::focusedNode() const
{
    const guide::Walk *walk = focusedWalk();
    const bool valid = walk && focus.step >= 0 && static_cast<size_t>(focus.step) < walk->steps.size();
    return valid ? walk->steps[static_cast<size_t>(focus.step)].node : guide::NodeId();
}

/// Stays at `node` when it is still where it was; else goes to where the walk stopped.
void Investigation::Private::keepFocus(const guide::NodeId &node)
{
    if (node.isEmpty() || focusedNode() != node)
        return resetFocus();
    Q_EMIT q->focusChanged();
}

void Investigation::Private::fetchWantedLogs()
{
    if (!source)
        return;
    // What was asked for has come, and yet is not there any more: its container runs anew.
    if (!fetchingLogs)
        std::erase_if(askedLogs, [this](const model::LogKey &key) { return !cluster->data().logs.contains(key); });
    std::vector<model::LogKey> wanted;
    for (const guide::Diagnosis &diagnosis : diagnoses) {
        for (const guide::Walk &walk : diagnosis.walks) {
            for (const model::LogKey &key : walk.wantedLogs()) {
                if (askedLogs.size() < kMostLogs && askedLogs.insert(key).second)
                    wanted.push_back(key);
            }
        }
    }
    if (wanted.empty())
        return;
    fetchingLogs = true;
    source->fetchLogs(wanted);
}

void Investigation::Private::takeLogs(const std::map<model::LogKey, model::LogText> &logs)
{
    fetchingLogs = false;
    if (!cluster || logs.empty())
        return settleIfDone();
    model::Changes fetched;
    fetched.logs = logs;
    changes.push_back(std::move(fetched));
    walkDue();
}

void Investigation::Private::takeTrials(const std::map<model::TrialKey, model::Trial> &made)
{
    trying = false;
    Q_EMIT q->triedChanged();
    if (!cluster || made.empty())
        return settleIfDone();
    model::Changes fetched;
    fetched.trials = made;
    changes.push_back(std::move(fetched));
    walkDue();
}

/// What stands beside applications is in no list before its question is answered.
void Investigation::Private::fetchWantedObjects()
{
    if (!source)
        return;
    // What has changed since it was read is read again.
    if (!fetchingObjects) {
        const auto &there = cluster->data().rawObjects;
        std::erase_if(askedObjects, [&](const model::ObjectRef &ref) { return !there.contains(ref); });
    }
    std::vector<model::ObjectRef> wanted;
    const auto look = [&](const guide::Diagnosis &diagnosis) {
        for (const guide::Walk &walk : diagnosis.walks) {
            for (const model::ObjectRef &ref : walk.wantedObjects()) {
                if (askedObjects.size() < kMostObjects && askedObjects.insert(ref).second)
                    wanted.push_back(ref);
            }
        }
    };
    std::for_each(diagnoses.begin(), diagnoses.end(), look);
    for (const Known &each : std::as_const(known)) {
        if (each.beside)
            look(*each.beside);
    }
    if (wanted.empty())
        return;
    fetchingObjects = true;
    source->fetchObjects(wanted);
}

void Investigation::Private::takeObjects(const std::map<model::ObjectRef, model::RawObject> &objects)
{
    fetchingObjects = false;
    if (!cluster || objects.empty())
        return settleIfDone();
    model::Changes fetched;
    fetched.rawObjects = objects;
    changes.push_back(std::move(fetched));
    walkDue();
}

const guide::Diagnosis *Investigation::Private::find(const model::ObjectRef &subject) const
{
    const auto it = std::find_if(diagnoses.begin(), diagnoses.end(),
                                 [&](const guide::Diagnosis &diagnosis) { return diagnosis.subject == subject; });
    return it == diagnoses.end() ? nullptr : &*it;
}

const guide::Walk *Investigation::Private::focusedWalk() const
{
    const guide::Diagnosis *current = find(selection);
    const bool valid = current && focus.walk >= 0 && focus.walk < current->walks.size();
    return valid ? &current->walks[focus.walk] : nullptr;
}

/// The answer counts for every Pod that fared alike, so that the group stays one.
void Investigation::Private::changeAnswer(const guide::NodeId &node, const guide::PersonAnswer *answer)
{
    const guide::Walk *walk = focusedWalk();
    if (walk == nullptr || guide->find(node) == nullptr)
        return;
    std::vector<guide::AnswerKey> keys{guide::answerKey(node, walk->subject)};
    for (const model::ObjectRef &pod : walk->alike)
        keys.push_back({node, pod, walk->subject.container});
    for (const guide::AnswerKey &key : keys) {
        if (answer) {
            answers[key] = *answer;
        } else {
            answers.erase(key);
        }
    }
    focusIsPersons = false;
    due.insert(selection);
    walkDue();
}

} // namespace faultline::investigation
