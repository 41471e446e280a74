#pragma once

#include "core/guide/diagnosis.h"

#include <set>

namespace faultline::ui::evidence {

/// Every object that the walks of a diagnosis went by, and what the workload owns on the way to its Pods.
std::set<model::ObjectRef> relatedObjects(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

/// The places that the primary finding rests on: the evidence of its walk, the last step's first.
std::vector<checks::Evidence> proofOf(const guide::Diagnosis &diagnosis);

/// Keys of the pairs that the primary finding calls wrong: of a field that holds labels or a selector these are what to
/// look at.
QStringList guiltyKeys(const guide::Diagnosis &diagnosis);

/// The logs of those Pods that are known or can be asked for: of each container that has run, this run and the one
/// before. Those that a walk asked for come first.
std::vector<model::LogKey> logKeys(const model::Cluster &cluster, const std::set<model::ObjectRef> &objects);

} // namespace faultline::ui::evidence
