#pragma once

#include "core/model/changes.h"
#include "core/model/clusterlists.h"
#include "core/model/clusterorder.h"
#include "core/model/ingresscontroller.h"

#include <QtCore/QSet>

#include <algorithm>
#include <concepts>

namespace faultline::model {

/// How one list of objects becomes the next. Private to nextOf().

// What else than an object's own name leads to it.
template <typename T> void noteLinks(const T &, Touched &) {}

inline void noteLinks(const Pod &pod, Touched &touched)
{
    touched.noteLabels(pod.meta.nameSpace, pod.meta.labels);
    touched.note(Look::PodsOnNode, {Kind::Node, {}, pod.nodeName});
    if (isPodOfAnyController(pod)) {
        touched.note(Look::ControllerPods, {});
    }
}

inline void noteLinks(const Workload &workload, Touched &touched) { touched.note(Look::Children, workload.ref()); }

inline void noteLinks(const EndpointSlice &slice, Touched &touched)
{
    touched.note(Look::Slices, {Kind::Service, slice.meta.nameSpace, slice.serviceName});
}

inline void noteLinks(const Event &event, Touched &touched) { touched.note(Look::Events, event.object); }

inline void noteLinks(const Route &route, Touched &touched)
{
    for (const RouteBackend &backend : route.backends) {
        touched.note(Look::Routes, {Kind::Service, backend.nameSpace, backend.name});
    }
}

// What Cluster::podsByUse() promises to whoever looks at no more of a Pod.
inline bool hasSameUse(const ContainerStatus &before, const ContainerStatus &after)
{
    constexpr auto kRunning = ContainerState::Phase::Running;
    return before.name == after.name && (before.state.phase == kRunning) == (after.state.phase == kRunning);
}

inline bool hasSameUse(const Pod &before, const Pod &after)
{
    const auto isSameRun = [](const ContainerStatus &left, const ContainerStatus &right) {
        return hasSameUse(left, right);
    };
    return before.nodeName == after.nodeName && before.phase == after.phase &&
           (before.spec == after.spec || *before.spec == *after.spec) &&
           std::equal(before.statuses.begin(), before.statuses.end(), after.statuses.begin(), after.statuses.end(),
                      isSameRun) &&
           std::equal(before.initStatuses.begin(), before.initStatuses.end(), after.initStatuses.begin(),
                      after.initStatuses.end(), isSameRun);
}

/// Runs of one name, before and after; either may be empty.
template <typename T> void noteUse(const ObjectSpan<T> &before, const ObjectSpan<T> &after, Touched &touched)
{
    if constexpr (std::is_same_v<T, Pod>) {
        const bool isSame = std::equal(before.begin(), before.end(), after.begin(), after.end(),
                                       [](const Pod &left, const Pod &right) { return hasSameUse(left, right); });
        if (!isSame) {
            touched.note(Look::PodUse, {});
        }
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
    using Shared = std::shared_ptr<const T>;
    using Iterator = ObjectIterator<T>;

    ListMerge(const ObjectList<T> &before, ObjectList<T> later, Next &next, QSet<QString> &moved)
        : m_before(before), m_later(std::move(later)), m_next(next), m_moved(moved)
    {
        putInOrder(m_later);
    }

    /// What is new takes the place of what has its name, and all else stays but what is gone. Looks only at the places
    /// where something happens.
    ObjectList<T> merged(std::vector<ObjectRef> gone)
    {
        std::sort(gone.begin(), gone.end(),
                  [](const ObjectRef &left, const ObjectRef &right) { return keyOf(left) < keyOf(right); });
        m_merged.reserve(m_before.size() + m_later.size());
        Iterator old = m_before.begin();
        Iterator fresh = m_later.begin();
        auto left = gone.cbegin();
        while (fresh != m_later.end() || left != gone.cend()) {
            const bool freshFirst = left == gone.cend() || (fresh != m_later.end() && orderKey(*fresh) <= keyOf(*left));
            const OrderKey key = freshFirst ? orderKey(*fresh) : keyOf(*left);
            const Iterator place = placeOf(old, m_before.end(), key);
            m_merged.insert(m_merged.end(), old.shared(), place.shared());
            old = endOfRun(place, m_before.end(), key);
            if (freshFirst) {
                const Iterator freshEnd = endOfRun(fresh, m_later.end(), key);
                replace({place, old}, {fresh, freshEnd});
                fresh = freshEnd;
            } else {
                drop({place, old});
                ++left;
            }
        }
        m_merged.insert(m_merged.end(), old.shared(), m_before.end().shared());
        return list();
    }

    /// The same where of whole kinds nothing is left but what is new; `isGone` by the object's name.
    template <typename IsGone> ObjectList<T> mergedWithout(IsGone isGone)
    {
        m_merged.reserve(m_before.size() + m_later.size());
        Iterator old = m_before.begin();
        Iterator fresh = m_later.begin();
        while (old != m_before.end() || fresh != m_later.end()) {
            const bool oldFirst =
                fresh == m_later.end() || (old != m_before.end() && orderKey(*old) <= orderKey(*fresh));
            const bool freshFirst =
                old == m_before.end() || (fresh != m_later.end() && orderKey(*fresh) <= orderKey(*old));
            const Iterator oldEnd = oldFirst ? endOfRun(old, m_before.end(), orderKey(*old)) : old;
            const Iterator freshEnd = freshFirst ? endOfRun(fresh, m_later.end(), orderKey(*fresh)) : fresh;
            if (freshFirst) {
                replace({old, oldEnd}, {fresh, freshEnd});
            } else if (isGone(refOf(*old))) {
                drop({old, oldEnd});
            } else {
                m_merged.insert(m_merged.end(), old.shared(), oldEnd.shared());
            }
            old = oldEnd;
            fresh = freshEnd;
        }
        return list();
    }

private:
    using Run = ObjectSpan<T>;

    static OrderKey keyOf(const ObjectRef &ref) { return {ref.nameSpace, ref.name, ref.kind}; }

    static Iterator endOfRun(Iterator first, Iterator last, const OrderKey &key)
    {
        return std::find_if(first, last, [&](const T &object) { return orderKey(object) != key; });
    }

    ObjectList<T> list()
    {
        ObjectList<T> made;
        made.shared() = std::move(m_merged);
        return made;
    }

    void drop(const Run &run)
    {
        for (const T &object : run) {
            noteLinks(object, m_next.touched);
        }
        noteUse(run, {}, m_next.touched);
        if (!run.empty()) {
            m_moved.insert(run.front().meta.nameSpace);
            noteChanged(refOf(run.front()));
        }
    }

    void replace(const Run &old, const Run &fresh)
    {
        const bool same = std::equal(old.begin(), old.end(), fresh.begin(), fresh.end(), isSame<T>);
        if (!same) {
            noteChanged(refOf(fresh.front()));
            for (const T &object : old) {
                noteLinks(object, m_next.touched);
            }
            for (const T &object : fresh) {
                noteLinks(object, m_next.touched);
            }
            noteUse(old, fresh, m_next.touched);
        }
        m_moved.insert(fresh.front().meta.nameSpace); // also where they are the same: they stand elsewhere now
        m_merged.insert(m_merged.end(), fresh.begin().shared(), fresh.end().shared());
    }

    void noteChanged(const ObjectRef &ref)
    {
        m_next.changed.push_back(ref);
        m_next.touched.noteObject(ref);
    }

    const ObjectList<T> &m_before;
    ObjectList<T> m_later;
    std::vector<Shared> m_merged;
    Next &m_next;
    QSet<QString> &m_moved;
};

/// Which lists Changes say something of, other than by new objects.
class Leavers
{
public:
    explicit Leavers(const Changes &changes)
    {
        for (const ObjectRef &ref : changes.gone) {
            m_gone[listKind(ref.kind)].push_back(ref);
        }
        for (const Kind kind : changes.relisted) {
            m_kinds.insert(kind);
        }
        for (const auto &[kind, why] : changes.unseen) {
            m_kinds.insert(kind);
        }
    }

    template <typename T>
    ObjectList<T> merged(const ObjectList<T> &before, ObjectList<T> later, Next &next, QSet<QString> &moved) const
    {
        const auto gone = m_gone.find(listKindOf<T>());
        const bool wholeKind =
            std::any_of(m_kinds.cbegin(), m_kinds.cend(), [](Kind kind) { return listKind(kind) == listKindOf<T>(); });
        if (later.empty() && gone == m_gone.end() && !wholeKind) {
            return before;
        }
        ListMerge merge(before, std::move(later), next, moved);
        if (!wholeKind) {
            return merge.merged(gone == m_gone.end() ? std::vector<ObjectRef>() : gone->second);
        }
        const QSet<ObjectRef> left =
            gone == m_gone.end() ? QSet<ObjectRef>() : QSet<ObjectRef>(gone->second.begin(), gone->second.end());
        return merge.mergedWithout(
            [&](const ObjectRef &ref) { return left.contains(ref) || m_kinds.contains(ref.kind); });
    }

private:
    std::map<Kind, std::vector<ObjectRef>> m_gone; ///< by the list that they stood in
    QSet<Kind> m_kinds;                            ///< of which nothing is left but what is new
};

} // namespace faultline::model
