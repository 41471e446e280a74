#pragma once

#include "core/topology/topology.h"
#include "ui/common/diagrampicture.h"

namespace faultline::ui {

/// The objects of one application as a placed picture: rows Ingress, Service, Pods, old; the failing row tinted and
/// named; on each arrow what must match; opened groups in a frame. Ids of nodes are `topologyId()`, of edges
/// `topologyEdgeId()`.
Picture topologyPicture(const topology::Topology &topology, base::Language language);

/// "Pod/shop/orders-1", made unique where two boxes are about the same object.
QString topologyId(const topology::Topology &topology, int item);
QString topologyEdgeId(const topology::Topology &topology, int link);

NodeLook topologyNodeLook(const topology::Item &item, base::Language language);
EdgeLook topologyEdgeLook(const topology::Topology &topology, const topology::Link &link, base::Language language);

} // namespace faultline::ui
