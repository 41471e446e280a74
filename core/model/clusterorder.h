#pragma once

#include "core/model/cluster.h"

#include <algorithm>
#include <tuple>

namespace faultline::model {

/// The order in which a Cluster keeps its objects, and the searches that rest on it. Private to the Cluster.
using OrderKey = std::tuple<const QString &, const QString &, Kind>;

template <typename T> OrderKey orderKey(const T &object) { return {object.meta.nameSpace, object.meta.name, T::kKind}; }

inline OrderKey orderKey(const Workload &workload)
{
    return {workload.meta.nameSpace, workload.meta.name, workload.kind};
}

inline OrderKey orderKey(const EndpointSlice &slice) { return {slice.meta.nameSpace, slice.meta.name, slice.kind}; }

inline OrderKey orderKey(const Route &route) { return {route.meta.nameSpace, route.meta.name, route.kind}; }

/// Subsets of one Endpoints object share its name; everything else of one name is one object.
template <typename T> bool isRepeatable(const T &object) { return object.meta.name.isEmpty(); }

inline bool isRepeatable(const EndpointSlice &slice) { return slice.kind == Kind::Endpoints; }

/// Sorts, and keeps of objects that were read twice the one read last.
template <typename T> void putInOrder(ObjectList<T> &objects)
{
    auto &shared = objects.shared();
    const auto before = [](const auto &left, const auto &right) { return orderKey(*left) < orderKey(*right); };
    if (!std::is_sorted(shared.begin(), shared.end(), before)) {
        std::stable_sort(shared.begin(), shared.end(), before);
    }
    // Walked from the back: of a run of equals, unique() keeps the first that it meets.
    const auto same = [](const auto &left, const auto &right) {
        return !isRepeatable(*left) && orderKey(*left) == orderKey(*right);
    };
    const auto kept = std::unique(shared.rbegin(), shared.rend(), same);
    shared.erase(shared.begin(), kept.base());
    shared.shrink_to_fit();
}

/// The first object that does not stand before that key.
template <typename T> ObjectIterator<T> placeOf(ObjectIterator<T> first, ObjectIterator<T> last, const OrderKey &key)
{
    return std::lower_bound(first, last, key, [](const T &object, const OrderKey &k) { return orderKey(object) < k; });
}

/// `objects`: an ObjectList or ObjectSpan that is in order.
template <typename Objects>
const typename Objects::value_type *findByName(const Objects &objects, const QString &nameSpace, const QString &name,
                                               Kind kind = Objects::value_type::kKind)
{
    const OrderKey key{nameSpace, name, kind};
    const auto place = placeOf(objects.begin(), objects.end(), key);
    return place != objects.end() && orderKey(*place) == key ? &*place : nullptr;
}

/// Behind the last object of the namespace in which the first one stands.
template <typename T> ObjectIterator<T> endOfNamespace(ObjectIterator<T> first, ObjectIterator<T> last)
{
    return std::upper_bound(first, last, first->meta.nameSpace, [](const QString &nameSpace, const T &object) {
        return nameSpace < object.meta.nameSpace;
    });
}

/// The namespaces of a list that is in order, each once.
template <typename T> void addNamespaces(const ObjectList<T> &objects, std::vector<QString> &into)
{
    for (auto at = objects.begin(); at != objects.end(); at = endOfNamespace(at, objects.end())) {
        into.push_back(at->meta.nameSpace);
    }
}

template <typename T> ObjectSpan<T> inNamespace(const ObjectList<T> &objects, const QString &nameSpace)
{
    const auto first =
        std::lower_bound(objects.begin(), objects.end(), nameSpace,
                         [](const T &object, const QString &wanted) { return object.meta.nameSpace < wanted; });
    const auto last = std::upper_bound(first, objects.end(), nameSpace, [](const QString &wanted, const T &object) {
        return wanted < object.meta.nameSpace;
    });
    return {first, last};
}

/// Metadata of the object of that name, of any kind, or nullptr.
const Metadata *findMetadata(const ClusterData &data, const ObjectRef &ref);

} // namespace faultline::model
