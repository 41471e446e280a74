#include "core/model/changes.h"

#include "core/model/clusterlists.h"
#include "core/model/clusterorder.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>
#include <concepts>

namespace faultline::model {

namespace {

// What else than an object's own name leads to it.
template <typename T> void noteLinks(const T &, Touched &) {}

void noteLinks(const Pod &pod, Touched &touched)
{
    touched.noteLabels(pod.meta.nameSpace, pod.meta.labels);
    touched.note(Look::PodsOnNode, {Kind::Node, {}, pod.nodeName});
}

void noteLinks(const Workload &workload, Touched &touched) { touched.note(Look::Children, workload.ref()); }

void noteLinks(const EndpointSlice &slice, Touched &touched)
{
    touched.note(Look::Slices, {Kind::Service, slice.meta.nameSpace, slice.serviceName});
}

void noteLinks(const Event &event, Touched &touched) { touched.note(Look::Events, event.object); }

void noteLinks(const Route &route, Touched &touched)
{
    for (const RouteBackend &backend : route.backends) {
        touched.note(Look::Routes, {Kind::Service, backend.nameSpace, backend.name});
    }
}

/// A leader election writes its annotation into an object every two seconds: the object is the same.
template <typename T> bool isSame(const T &before, const T &after)
{
    if (before.meta.uid == after.meta.uid && !after.meta.resourceVersion.isEmpty() &&
        before.meta.resourceVersion == after.meta.resourceVersion) {
        return true;
    }
    if constexpr (std::equality_comparable<T>) {
        T known = before;
        known.meta.resourceVersion = after.meta.resourceVersion;
        return known == after;
    }
    return false;
}

/// Merges the changes of one list into it. Both are in order; of repeatable objects (subsets of Endpoints) a run of the
/// same name is one object.
template <typename T> class ListMerge
{
public:
    ListMerge(const std::vector<T> &before, std::vector<T> later, Next &next)
        : m_before(before), m_later(std::move(later)), m_next(next)
    {
        putInOrder(m_later);
    }

    /// `isGone` by the object's name.
    template <typename IsGone> std::vector<T> merged(IsGone isGone)
    {
        m_merged.reserve(m_before.size() + m_later.size());
        size_t old = 0;
        size_t fresh = 0;
        while (old < m_before.size() || fresh < m_later.size()) {
            const bool oldFirst = fresh == m_later.size() ||
                                  (old < m_before.size() && orderKey(m_before[old]) <= orderKey(m_later[fresh]));
            const bool freshFirst = old == m_before.size() ||
                                    (fresh < m_later.size() && orderKey(m_later[fresh]) <= orderKey(m_before[old]));
            const size_t oldEnd = oldFirst ? endOfRun(m_before, old) : old;
            const size_t freshEnd = freshFirst ? endOfRun(m_later, fresh) : fresh;
            freshFirst ? replace({old, oldEnd}, {fresh, freshEnd}) : keepUnless(isGone, {old, oldEnd});
            old = oldEnd;
            fresh = freshEnd;
        }
        return std::move(m_merged);
    }

private:
    using Run = std::pair<size_t, size_t>;

    static size_t endOfRun(const std::vector<T> &objects, size_t first)
    {
        size_t end = first + 1;
        while (end < objects.size() && orderKey(objects[end]) == orderKey(objects[first])) {
            ++end;
        }
        return end;
    }

    template <typename IsGone> void keepUnless(IsGone isGone, const Run &run)
    {
        const ObjectRef ref = refOf(m_before[run.first]);
        const bool gone = isGone(ref);
        for (size_t i = run.first; i < run.second; ++i) {
            gone ? noteLinks(m_before[i], m_next.touched) : m_merged.push_back(m_before[i]);
        }
        if (gone) {
            noteChanged(ref);
        }
    }

    void replace(const Run &old, const Run &fresh)
    {
        const bool same = std::equal(place(m_before, old.first), place(m_before, old.second),
                                     place(m_later, fresh.first), place(m_later, fresh.second), isSame<T>);
        if (!same) {
            noteChanged(refOf(m_later[fresh.first]));
            for (size_t i = old.first; i < old.second; ++i) {
                noteLinks(m_before[i], m_next.touched);
            }
        }
        for (size_t i = fresh.first; i < fresh.second; ++i) {
            if (!same) {
                noteLinks(m_later[i], m_next.touched);
            }
            m_merged.push_back(std::move(m_later[i]));
        }
    }

    static auto place(const std::vector<T> &objects, size_t index)
    {
        return objects.begin() + static_cast<std::ptrdiff_t>(index);
    }

    void noteChanged(const ObjectRef &ref)
    {
        m_next.changed.push_back(ref);
        m_next.touched.noteObject(ref);
    }

    const std::vector<T> &m_before;
    std::vector<T> m_later;
    std::vector<T> m_merged;
    Next &m_next;
};

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

/// Who owns whom in a picture.
struct Kin {
    const QHash<ObjectRef, ObjectRef> &controllerOf;
    const QHash<ObjectRef, std::vector<const Pod *>> &pods;
    const QHash<ObjectRef, std::vector<const Workload *>> &workloads;
};

/// Whose children an object is, before and after; and likewise for its own children, which go to another owner when it
/// comes or goes (a Pod of which the ReplicaSet is not there belongs to the Deployment, see clusterindex.cpp).
void noteControllers(const std::array<Kin, 2> &pictures, Next &next)
{
    const auto noteOwners = [&](const ObjectRef &child) {
        for (const Kin &picture : pictures) {
            if (const auto owner = picture.controllerOf.constFind(child); owner != picture.controllerOf.cend()) {
                next.touched.note(Look::Children, owner.value());
            }
        }
    };
    for (const ObjectRef &ref : next.changed) {
        noteOwners(ref);
        for (const Kin &picture : pictures) {
            for (const Pod *pod : picture.pods.value(ref)) {
                noteOwners(refOf(*pod));
            }
            for (const Workload *workload : picture.workloads.value(ref)) {
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
            auto &objects = all.objects.*list;
            for (auto &object : changes[i].objects.*list) {
                if (counts(refOf(object))) {
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
    const QSet<ObjectRef> gone(changes.gone.begin(), changes.gone.end());
    const auto isGone = [&](const ObjectRef &ref) {
        return gone.contains(ref) || changes.relisted.contains(ref.kind) || changes.unseen.contains(ref.kind);
    };
    Next next;
    ClusterData data;
    forEachList(
        [&](auto list) { data.*list = ListMerge(known.*list, std::move(changes.objects.*list), next).merged(isGone); });
    takeUnseen(before, changes.unseen, data, next);
    takeLogs(before, std::move(changes.logs), data, next);
    takeRawObjects(before, std::move(changes.rawObjects), data, next);
    takeTrials(before, std::move(changes.trials), data, next);
    data.version = known.version;
    data.allNamespaces = known.allNamespaces;
    data.kindsAssumedComplete = known.kindsAssumedComplete;
    data.now = std::max(known.now, changes.now);
    next.cluster = std::make_shared<const Cluster>(std::move(data));
    const auto kinOf = [](const Cluster &cluster) {
        return Kin{cluster.m_controllerOf, cluster.m_ownedPods, cluster.m_ownedWorkloads};
    };
    noteControllers({kinOf(before), kinOf(*next.cluster)}, next);
    return next;
}

} // namespace faultline::model
