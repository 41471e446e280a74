#include "core/investigation/investigation_p.h"

#include "core/base/background.h"

#include <algorithm>

namespace faultline::investigation {

namespace {

/// Logs fetched for one picture at most: each is a request to a node's kubelet.
constexpr size_t kMostLogs = 50;
/// Whole objects fetched for one picture at most; live each is a request.
constexpr size_t kMostObjects = 500;

std::vector<guide::Diagnosis> diagnoseSome(const guide::Guide &guide, const model::Cluster &cluster,
                                           const std::vector<model::ObjectRef> &subjects, const guide::Answers &answers)
{
    std::vector<guide::Diagnosis> made;
    made.reserve(subjects.size());
    for (const model::ObjectRef &subject : subjects)
        made.push_back(guide::diagnose(guide, cluster, subject, answers));
    return made;
}

} // namespace

void Investigation::Private::listenTo(source::Source &from)
{
    QObject::connect(&from, &source::Source::progress, q, [this](const std::vector<source::Progress> &lines) {
        waiting = lines;
        Q_EMIT q->waitingChanged();
    });
    QObject::connect(&from, &source::Source::loaded, q, [this](const source::Snapshot &snapshot) { take(snapshot); });
    QObject::connect(&from, &source::Source::failed, q, [this](const base::Error &error) { fail(error); });
    QObject::connect(&from, &source::Source::logsFetched, q,
                     [this](const std::map<model::LogKey, model::LogText> &logs) { takeLogs(logs); });
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
    ++picture;
    cluster = snapshot.cluster;
    origin = snapshot.origin;
    problem.reset();
    askedLogs.clear();
    askedObjects.clear();
    allDue = true;
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

/// Walks what is due on a worker. A result that is older than the newest picture or answer is dropped; what it was
/// about stays due and is part of the next one.
void Investigation::Private::walkDue()
{
    const quint64 made = ++picture;
    walking = true;
    const std::vector<model::ObjectRef> subjects(due.begin(), due.end());
    const auto work = [tree = guide, now = cluster, given = answers, all = allDue, subjects] {
        return all ? guide::diagnoseAll(*tree, *now, given) : diagnoseSome(*tree, *now, subjects, given);
    };
    base::inBackground(q, work, [this, made](std::vector<guide::Diagnosis> walked) {
        if (made == picture)
            adopt(std::move(walked));
    });
}

void Investigation::Private::adopt(std::vector<guide::Diagnosis> made)
{
    const guide::NodeId stood = focusIsPersons ? focusedNode() : guide::NodeId();
    if (allDue) {
        diagnoses = std::move(made);
        sortDiagnoses();
    } else {
        // Places are kept: the list must not jump under the person's hand.
        for (guide::Diagnosis &fresh : made) {
            const auto it = std::find_if(diagnoses.begin(), diagnoses.end(),
                                         [&](const guide::Diagnosis &known) { return known.subject == fresh.subject; });
            if (it != diagnoses.end())
                *it = std::move(fresh);
        }
    }
    allDue = false;
    walking = false;
    due.clear();
    const std::vector<model::ObjectRef> wanted = wantedObjects();
    std::erase_if(diagnoses, [](const guide::Diagnosis &diagnosis) { return diagnosis.onlyWants; });
    keepSelection();
    if (phase != Phase::Ready)
        enter(Phase::Ready);
    Q_EMIT q->changed();
    keepFocus(stood);
    fetchWantedLogs();
    fetchObjects(wanted);
    settleIfDone();
}

void Investigation::Private::settleIfDone()
{
    if (q->isSettled())
        Q_EMIT q->settled();
}

void Investigation::Private::sortDiagnoses()
{
    std::stable_sort(diagnoses.begin(), diagnoses.end(),
                     [](const guide::Diagnosis &left, const guide::Diagnosis &right) {
                         return std::tie(left.health, left.subject.nameSpace, left.subject.name, left.subject.kind) <
                                std::tie(right.health, right.subject.nameSpace, right.subject.name, right.subject.kind);
                     });
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
        const guide::Walk *walk = primary ? &current->walks[static_cast<size_t>(primary->walk)] : lit.back();
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
    cluster = std::make_shared<const model::Cluster>(model::withLogs(*cluster, logs));
    for (const guide::Diagnosis &diagnosis : diagnoses) {
        const bool wants = std::any_of(diagnosis.walks.begin(), diagnosis.walks.end(), [&](const guide::Walk &walk) {
            const auto keys = walk.wantedLogs();
            return std::any_of(keys.begin(), keys.end(), [&](const model::LogKey &key) { return logs.contains(key); });
        });
        if (wants)
            due.insert(diagnosis.subject);
    }
    walkDue();
}

std::vector<model::ObjectRef> Investigation::Private::wantedObjects()
{
    std::vector<model::ObjectRef> wanted;
    for (const guide::Diagnosis &diagnosis : diagnoses) {
        for (const guide::Walk &walk : diagnosis.walks) {
            for (const model::ObjectRef &ref : walk.wantedObjects()) {
                if (askedObjects.size() < kMostObjects && askedObjects.insert(ref).second)
                    wanted.push_back(ref);
            }
        }
    }
    return wanted;
}

void Investigation::Private::fetchObjects(const std::vector<model::ObjectRef> &wanted)
{
    if (!source || wanted.empty())
        return;
    fetchingObjects = true;
    source->fetchObjects(wanted);
}

/// What stands beside applications is in no list before its question is answered: then all of it is looked at again.
void Investigation::Private::takeObjects(const std::map<model::ObjectRef, model::RawObject> &objects)
{
    fetchingObjects = false;
    if (!cluster || objects.empty())
        return settleIfDone();
    cluster = std::make_shared<const model::Cluster>(model::withRawObjects(*cluster, objects));
    std::set<model::ObjectRef> left;
    for (const auto &[ref, object] : objects)
        left.insert(ref);
    for (const guide::Diagnosis &diagnosis : diagnoses) {
        for (const guide::Walk &walk : diagnosis.walks) {
            for (const model::ObjectRef &ref : walk.wantedObjects()) {
                if (objects.contains(ref))
                    due.insert(diagnosis.subject);
                left.erase(ref);
            }
        }
    }
    allDue = allDue || !left.empty();
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
    const bool valid = current && focus.walk >= 0 && static_cast<size_t>(focus.walk) < current->walks.size();
    return valid ? &current->walks[static_cast<size_t>(focus.walk)] : nullptr;
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
