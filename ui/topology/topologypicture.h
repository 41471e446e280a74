#pragma once

#include "core/topology/topology.h"
#include "ui/common/diagrampicture.h"

namespace faultline::ui {

/// The objects of one application as a placed picture: rows Ingress, Service, Pods; the failing row tinted; on each
/// arrow what must match. Ids of nodes are `topologyId()`.
Picture topologyPicture(const topology::Topology &topology, base::Language language);

/// "Pod/shop/orders-1", made unique where two boxes are about the same object.
QString topologyId(const topology::Topology &topology, int item);

NodeLook topologyNodeLook(const topology::Item &item, base::Language language);
EdgeLook topologyEdgeLook(const topology::Link &link, base::Language language);

} // namespace faultline::ui
