#pragma once

#include "core/guide/diagnosis.h"

#include <set>

namespace faultline::ui::evidence {

/// Every object that the walks of a diagnosis went by, and what the workload owns on the way to its Pods.
std::set<model::ObjectRef> relatedObjects(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

/// Events about those objects, newest first: time, type, reason, object, message (with how often).
std::vector<QStringList> eventRows(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

/// The logs of those Pods that are known or can be asked for: of each container that has run, this run and the one
/// before. Those that a walk asked for come first.
std::vector<model::LogKey> logKeys(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

/// What could not be answered: the question, why in words, the check, and the line of a Role that would allow it.
std::vector<QStringList> notCheckedRows(const guide::Guide &guide, const guide::Diagnosis &diagnosis,
                                        base::Language language);

} // namespace faultline::ui::evidence
