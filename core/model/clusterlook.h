#pragma once

#include "core/model/clusterorder.h"

namespace faultline::model {

/// Notes where a Recording runs. Private to the Cluster.
inline void note(Look look, const ObjectRef &ref)
{
    if (Reads *reads = Recording::current()) {
        reads->note(look, ref);
    }
}

/// Notes the names by which one goes up from an object, also of owners that are not there (yet): those that the object
/// gives, and what addDeployment() in clusterindex.cpp makes of them.
void noteOwners(const Metadata &meta);

} // namespace faultline::model
