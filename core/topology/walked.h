#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::topology {

/// The objects that the walks went to as that part of their subject, in their order, each once.
std::vector<model::ObjectRef> walked(const guide::Diagnosis &diagnosis, model::ObjectRef guide::Subject::*part);

} // namespace faultline::topology
