#include "ui/evidence/related.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

void addOwned(const model::Cluster &cluster, const model::Workload &owner, std::set<model::ObjectRef> &objects)
{
    for (const model::Workload *owned : cluster.workloadsOwnedBy(owner)) {
        if (objects.insert(owned->ref()).second)
            addOwned(cluster, *owned, objects);
    }
}

constexpr size_t kMostKeys = 200; ///< a choice of more than that is no choice

/// The logs that a kubelet can have of a Pod.
std::vector<model::LogKey> runsOf(const model::Pod &pod)
{
    using Phase = model::ContainerState::Phase;
    std::vector<model::LogKey> keys;
    for (const auto *statuses : {&pod.statuses, &pod.initStatuses}) {
        for (const model::ContainerStatus &status : *statuses) {
            const Phase phase = status.state.phase;
            const model::LogKey key{pod.meta.nameSpace, pod.meta.name, status.name, false};
            if (phase == Phase::Running || phase == Phase::Terminated || status.restartCount > 0)
                keys.push_back(key);
            if (status.restartCount > 0)
                keys.push_back({key.nameSpace, key.pod, key.container, true});
        }
    }
    return keys;
}

} // namespace

std::set<model::ObjectRef> relatedObjects(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    std::set<model::ObjectRef> objects{diagnosis.subject};
    for (const guide::Walk &walk : diagnosis.walks) {
        for (const model::ObjectRef &ref :
             {walk.subject.workload, walk.subject.pod, walk.subject.service, walk.subject.ingress})
            objects.insert(ref);
        objects.insert(walk.alike.begin(), walk.alike.end());
    }
    objects.erase(model::ObjectRef());
    if (const model::Workload *workload = cluster.workload(diagnosis.subject)) {
        addOwned(cluster, *workload, objects);
        // In the order of the set, so that each has its place behind the one before: there may be ten thousand.
        auto place = objects.begin();
        for (const model::Pod *pod : cluster.podsOf(*workload)) {
            place = objects.insert(place, {model::Kind::Pod, pod->meta.nameSpace, pod->meta.name});
            ++place;
        }
    }
    return objects;
}

std::vector<checks::Evidence> proofOf(const guide::Diagnosis &diagnosis)
{
    const guide::Finding *primary = diagnosis.primary();
    std::vector<checks::Evidence> proof;
    if (primary == nullptr || primary->isNote)
        return proof;
    const guide::Walk &walk = diagnosis.walks[primary->walk];
    // Questions on the way were answered by what is in order; the last one with something to show is the fault's own.
    for (auto step = walk.steps.rbegin(); step != walk.steps.rend() && proof.empty(); ++step)
        proof = step->automatic.evidence;
    return proof;
}

QStringList guiltyKeys(const guide::Diagnosis &diagnosis)
{
    const guide::Finding *primary = diagnosis.primary();
    QStringList keys;
    if (primary == nullptr)
        return keys;
    for (const QLatin1StringView name :
         {checks::fact::wrongPairs, checks::fact::selectorPair, checks::fact::labelPair}) {
        const auto fact = primary->facts.find(QString(name));
        for (const QString &pair : fact == primary->facts.end() ? QStringList() : fact->second.split(u", "_s)) {
            const QString key = pair.section(u'=', 0, 0);
            if (!key.isEmpty() && !keys.contains(key))
                keys.append(key);
        }
    }
    return keys;
}

std::vector<model::LogKey> logKeys(const model::Cluster &cluster, const std::set<model::ObjectRef> &objects)
{
    std::vector<model::LogKey> keys;
    for (const auto &[key, log] : cluster.data().logs) {
        if (objects.contains({model::Kind::Pod, key.nameSpace, key.pod}))
            keys.push_back(key);
    }
    for (const model::ObjectRef &ref : objects) {
        if (keys.size() >= kMostKeys)
            break;
        const model::Pod *pod = ref.kind == model::Kind::Pod ? cluster.pod(ref.nameSpace, ref.name) : nullptr;
        for (const model::LogKey &key : pod ? runsOf(*pod) : std::vector<model::LogKey>()) {
            if (keys.size() < kMostKeys && !cluster.data().logs.contains(key))
                keys.push_back(key);
        }
    }
    return keys;
}

} // namespace faultline::ui::evidence
