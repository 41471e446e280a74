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
template <typename T> void putInOrder(std::vector<T> &objects)
{
    const auto before = [](const T &left, const T &right) { return orderKey(left) < orderKey(right); };
    if (!std::is_sorted(objects.begin(), objects.end(), before)) {
        std::stable_sort(objects.begin(), objects.end(), before);
    }
    // Walked from the back: of a run of equals, unique() keeps the first that it meets.
    const auto same = [](const T &left, const T &right) {
        return !isRepeatable(left) && orderKey(left) == orderKey(right);
    };
    const auto kept = std::unique(objects.rbegin(), objects.rend(), same);
    objects.erase(objects.begin(), kept.base());
    objects.shrink_to_fit();
}

template <typename T>
const T *findByName(const std::vector<T> &objects, const QString &nameSpace, const QString &name, Kind kind = T::kKind)
{
    const OrderKey key{nameSpace, name, kind};
    const auto place = std::lower_bound(objects.begin(), objects.end(), key,
                                        [](const T &object, const OrderKey &k) { return orderKey(object) < k; });
    return place != objects.end() && orderKey(*place) == key ? &*place : nullptr;
}

template <typename T> std::span<const T> inNamespace(const std::vector<T> &objects, const QString &nameSpace)
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
