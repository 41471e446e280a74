#pragma once

#include "core/model/cluster.h"

namespace faultline::model {

/// The indexes of a Cluster, made once over data that is in order and will not move again. Private to the Cluster.

/// From each Pod and workload to the workload that controls it, where that one was read.
QHash<ObjectRef, ObjectRef> controllersIn(const ClusterData &data);

template <typename T>
QHash<ObjectRef, std::vector<const T *>> childrenByOwner(const std::vector<T> &children,
                                                         const QHash<ObjectRef, ObjectRef> &controllerOf)
{
    QHash<ObjectRef, std::vector<const T *>> byOwner;
    for (const T &child : children) {
        Kind kind = Kind::Pod;
        if constexpr (std::is_same_v<T, Workload>) {
            kind = child.kind;
        }
        const auto owner = controllerOf.constFind({kind, child.meta.nameSpace, child.meta.name});
        if (owner != controllerOf.cend()) {
            byOwner[owner.value()].push_back(&child);
        }
    }
    return byOwner;
}

/// Pods per node that they are bound to, whether or not the node was read.
QHash<ObjectRef, std::vector<const Pod *>> podsByNode(const ClusterData &data);

/// EndpointSlices per Service; Endpoints subsets for a Service that has no slice.
QHash<ObjectRef, std::vector<const EndpointSlice *>> slicesByService(const ClusterData &data);

/// Routes per Service that a backend of theirs names, each once.
QHash<ObjectRef, std::vector<const Route *>> routesByService(const ClusterData &data);

/// Events per object that they speak of, oldest first. Those about a former object of the same name are left out.
QHash<ObjectRef, std::vector<const Event *>> eventsByObject(const ClusterData &data);

} // namespace faultline::model
