#pragma once

#include "core/topology/compare.h"
#include "core/topology/family.h"
#include "core/topology/podgroups.h"

#include <optional>

namespace faultline::topology {

/// A box about one object.
Item itemFor(const model::ObjectRef &object, guide::Layer layer, guide::LayerState state);

/// Puts one picture together, top down: Ingresses, Services (and the gaps where one is missing), Pods, ReplicaSets, the
/// workload, what is named in vain and what that almost names. Links refer to items by index, so items are only ever
/// appended.
class Builder
{
public:
    Builder(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);
    Topology build();

private:
    void addIngresses();
    void addRoutes();
    void addServices();
    void addPods();
    void addWorkloads();
    void addFurther();
    void addWorkload(const model::Workload &workload, const model::Workload *newest);
    void addMissingSubject();
    void addUnread();

    void linkIngresses();
    void linkBackend(int from, const model::Ingress &ingress, const model::IngressPath &path);
    void linkRoutes();
    void linkRouteBackend(int from, const model::Route &route, const model::RouteBackend &backend);
    int gapFor(const model::ObjectRef &service, guide::LayerState state);
    void addNamedInVain();
    void addNamedInVain(const guide::Finding &finding);
    void linkServices();
    void linkService(int from, const model::Service &service);
    void linkSelection(int from, int to, const model::Service &service, const Comparison &compared);
    void linkOwners();

    int add(Item item);
    void link(Link made);
    std::optional<int> indexOf(const model::ObjectRef &object) const; ///< of groups the one that it is a member of
    guide::LayerState stateOfGap(const model::Ingress &ingress, const QString &serviceName) const;

    const model::Cluster &m_cluster;
    const guide::Diagnosis &m_diagnosis;
    const model::Workload *m_workload = nullptr;
    Family m_family; ///< of the workload
    std::vector<PodGroup> m_groups;
    std::vector<int> m_groupItems; ///< index of the item of each group
    Topology m_topology;
};

} // namespace faultline::topology
