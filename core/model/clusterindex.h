#pragma once

#include "core/model/cluster.h"
#include "core/model/podsbylabel.h"

#include <QtCore/QSet>

#include <mutex>

namespace faultline::model {

/// What leads from one object of a Cluster to others. Made over lists that are in order; by namespace, as owners and
/// Endpoints never cross one: where nothing has changed, a later picture has the same part. Private to the Cluster.
class ClusterIndex
{
public:
    /// `data` must outlive it and stay where it is.
    explicit ClusterIndex(const ClusterData &data);

    /// Of a picture that differs from the former one in these namespaces, and in what belongs to no namespace.
    ClusterIndex(const ClusterData &data, const ClusterIndex &former, const QSet<QString> &moved);

    /// The workload that controls a Pod or workload, or nullptr where that one was not read.
    const ObjectRef *controllerOf(const ObjectRef &child) const;
    const std::vector<const Workload *> &workloadsOwnedBy(const ObjectRef &owner) const;
    const std::vector<const Pod *> &podsOwnedBy(const ObjectRef &owner) const;

    /// EndpointSlices of a Service; Endpoints subsets of one that has no slice.
    const std::vector<const EndpointSlice *> &slicesOf(const ObjectRef &service) const;

    /// Events about an object, oldest first. Those about a former object of the same name are left out.
    const std::vector<const Event *> &eventsOf(const ObjectRef &object) const;

    /// Pods that are bound to a node, whether or not it was read. Made when somebody asks for the first time.
    const std::vector<const Pod *> &podsOnNode(const ObjectRef &node) const;

    /// Pods of a namespace that carry every pair, in order.
    std::vector<const Pod *> podsWith(const QString &nameSpace, const Labels &selector) const;

    /// Pods of ingress controllers, in order.
    const std::vector<const Pod *> &controllerPods() const { return m_controllerPods; }

    /// Routes of which a backend names a Service, each once.
    const std::vector<const Route *> &routesTo(const ObjectRef &service) const;

private:
    template <typename T> using Lists = QHash<ObjectRef, std::vector<const T *>>;

    /// Of one namespace.
    struct Part {
        QHash<ObjectRef, ObjectRef> controllerOf;
        Lists<Workload> ownedWorkloads;
        Lists<Pod> ownedPods;
        Lists<EndpointSlice> slices;
        Lists<Event> events; ///< about objects of this very namespace
        std::vector<const Pod *> controllerPods;
        PodsByLabel podsByLabel;
    };

    static std::shared_ptr<const Part> partOf(const ClusterData &data, const QString &nameSpace);
    void addStrangers();
    void addControllerPods();
    const Part *part(const QString &nameSpace) const;

    const ClusterData &m_data;
    QHash<QString, std::shared_ptr<const Part>> m_parts;
    Lists<Event> m_strangers; ///< events that stand in another namespace than what they are about, and all about it
    Lists<Route> m_routes;
    std::vector<const Pod *> m_controllerPods;
    mutable std::once_flag m_isOnNode;
    mutable Lists<Pod> m_podsOnNode;
};

} // namespace faultline::model
