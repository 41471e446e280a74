#include "core/topology/topology.h"

#include "core/topology/background.h"
#include "core/topology/builder.h"

namespace faultline::topology {

Topology topologyOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    if (isBackground(diagnosis.subject.kind))
        return backgroundTopology(cluster, diagnosis);
    return Builder(cluster, diagnosis).build();
}

} // namespace faultline::topology
