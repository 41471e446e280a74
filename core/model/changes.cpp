#include "core/model/changes.h"

#include "core/model/clusterindex.h"
#include "core/model/listmerge.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace faultline::model {

namespace {

/// A log was read of a run of a container: with the next run, or once this one has ended, there is another to read.
bool hasSameRuns(const Pod *before, const Pod *after)
{
    return before && after && before->meta.uid == after->meta.uid && before->statuses == after->statuses &&
           before->initStatuses == after->initStatuses;
}

void takeLogs(const Cluster &before, std::map<LogKey, LogText> fetched, ClusterData &data, Next &next)
{
    QSet<ObjectRef> changed;
    for (const ObjectRef &ref : next.changed) {
        if (ref.kind == Kind::Pod &&
            !hasSameRuns(before.pod(ref.nameSpace, ref.name), findByName(data.pods, ref.nameSpace, ref.name))) {
            changed.insert(ref);
        }
    }
    const auto podOf = [](const LogKey &key) { return ObjectRef{Kind::Pod, key.nameSpace, key.pod}; };
    data.logs = std::move(fetched);
    for (const auto &[key, text] : data.logs) {
        next.touched.note(Look::Logs, podOf(key));
    }
    for (const auto &entry : before.data().logs) {
        if (!changed.contains(podOf(entry.first))) {
            data.logs.insert(entry);
        } else {
            next.touched.note(Look::Logs, podOf(entry.first));
        }
    }
}

void takeRawObjects(const Cluster &before, std::map<ObjectRef, RawObject> fetched, ClusterData &data, Next &next)
{
    const QSet<ObjectRef> changed(next.changed.begin(), next.changed.end());
    data.rawObjects = std::move(fetched);
    for (const auto &[ref, object] : data.rawObjects)
        next.touched.note(Look::Raw, ref);
    for (const auto &entry : before.data().rawObjects) {
        if (!changed.contains(entry.first)) {
            data.rawObjects.insert(entry);
        } else {
            next.touched.note(Look::Raw, entry.first);
        }
    }
}

/// What lies on the way from an Ingress or a Service to a Pod.
bool isOnTheWay(Kind kind)
{
    return kind == Kind::Pod || kind == Kind::Service || kind == Kind::EndpointSlice || kind == Kind::Ingress ||
           kind == Kind::NetworkPolicy || kind == Kind::HTTPRoute;
}

/// A trial of a Pod holds while that Pod is what it was; one that goes by a Service or an Ingress while nothing on the
/// way has changed.
void takeTrials(const Cluster &before, std::map<TrialKey, Trial> made, ClusterData &data, Next &next)
{
    const QSet<ObjectRef> changed(next.changed.begin(), next.changed.end());
    QSet<QString> movedNamespaces;
    for (const ObjectRef &ref : next.changed) {
        if (isOnTheWay(ref.kind)) {
            movedNamespaces.insert(ref.nameSpace);
        }
    }
    const auto isStale = [&](const TrialKey &key, const Trial &trial) {
        const bool isOfPod = key.way == TrialWay::PodTunnel || key.way == TrialWay::PodProxy;
        return changed.contains(key.object) || changed.contains(trial.via) ||
               (!isOfPod && movedNamespaces.contains(key.object.nameSpace)) ||
               (key.object.kind == Kind::Gateway && !movedNamespaces.isEmpty()); // its routes lie anywhere
    };
    data.trials = std::move(made);
    for (const auto &entry : before.data().trials) {
        if (!isStale(entry.first, entry.second)) {
            data.trials.insert(entry);
        }
    }
    if (data.trials != before.data().trials) {
        next.touched.note(Look::Trials, {});
    }
}

void takeUnseen(const Cluster &before, const std::map<Kind, Unseen> &unseen, ClusterData &data, Next &next)
{
    data.unseen = before.data().unseen;
    for (const auto &[kind, why] : unseen) {
        data.unseen.insert_or_assign(kind, why);
    }
    if (data.unseen != before.data().unseen) {
        next.touched.noteEverything();
    }
}

/// Whose children an object is, before and after; and likewise for its own children, which go to another owner when it
/// comes or goes (a Pod of which the ReplicaSet is not there belongs to the Deployment, see clusterindex.cpp).
void noteControllers(const std::array<const ClusterIndex *, 2> &pictures, Next &next)
{
    const auto noteOwners = [&](const ObjectRef &child) {
        for (const ClusterIndex *picture : pictures) {
            if (const ObjectRef *owner = picture->controllerOf(child)) {
                next.touched.note(Look::Children, *owner);
            }
        }
    };
    for (const ObjectRef &ref : next.changed) {
        noteOwners(ref);
        for (const ClusterIndex *picture : pictures) {
            for (const Pod *pod : picture->podsOwnedBy(ref)) {
                noteOwners(refOf(*pod));
            }
            for (const Workload *workload : picture->workloadsOwnedBy(ref)) {
                noteOwners(refOf(*workload));
            }
        }
    }
}

} // namespace

bool Changes::isEmpty() const
{
    bool anything = !gone.empty() || !relisted.empty() || !unseen.empty() || !logs.empty() || !rawObjects.empty() ||
                    !trials.empty() || now.isValid();
    forEachList([&](auto list) { anything = anything || !(objects.*list).empty(); });
    return !anything;
}

Changes coalesced(std::vector<Changes> changes)
{
    QHash<ObjectRef, size_t> last;
    std::map<Kind, size_t> lastListed;
    for (size_t i = 0; i < changes.size(); ++i) {
        for (const Kind kind : changes[i].relisted) {
            lastListed[kind] = i;
        }
        for (const ObjectRef &ref : changes[i].gone) {
            last.insert(ref, i);
        }
        forEachList([&](auto list) {
            for (const auto &object : changes[i].objects.*list) {
                last.insert(refOf(object), i);
            }
        });
    }
    Changes all;
    for (size_t i = 0; i < changes.size(); ++i) {
        const auto counts = [&](const ObjectRef &ref) {
            const auto listed = lastListed.find(ref.kind);
            return last.value(ref) == i && (listed == lastListed.end() || listed->second <= i);
        };
        forEachList([&](auto list) {
            auto &objects = (all.objects.*list).shared();
            for (auto &object : (changes[i].objects.*list).shared()) {
                if (counts(refOf(*object))) {
                    objects.push_back(std::move(object));
                }
            }
        });
        std::copy_if(changes[i].gone.begin(), changes[i].gone.end(), std::back_inserter(all.gone), counts);
        all.relisted.merge(changes[i].relisted);
        changes[i].unseen.merge(all.unseen);
        all.unseen = std::move(changes[i].unseen);
        changes[i].logs.merge(all.logs);
        all.logs = std::move(changes[i].logs);
        changes[i].rawObjects.merge(all.rawObjects);
        all.rawObjects = std::move(changes[i].rawObjects);
        changes[i].trials.merge(all.trials);
        all.trials = std::move(changes[i].trials);
        all.now = std::max(all.now, changes[i].now);
    }
    return all;
}

Next nextOf(const Cluster &before, Changes changes)
{
    const ClusterData &known = before.data();
    const Leavers leavers(changes);
    Next next;
    ClusterData data;
    QSet<QString> moved;
    forEachList(
        [&](auto list) { data.*list = leavers.merged(known.*list, std::move(changes.objects.*list), next, moved); });
    takeUnseen(before, changes.unseen, data, next);
    takeLogs(before, std::move(changes.logs), data, next);
    takeRawObjects(before, std::move(changes.rawObjects), data, next);
    takeTrials(before, std::move(changes.trials), data, next);
    data.version = known.version;
    data.allNamespaces = known.allNamespaces;
    data.kindsAssumedComplete = known.kindsAssumedComplete;
    data.now = std::max(known.now, changes.now);
    next.cluster = ClusterPtr(new Cluster(std::move(data), before, moved));
    noteControllers({before.m_index.get(), next.cluster->m_index.get()}, next);
    return next;
}

} // namespace faultline::model
