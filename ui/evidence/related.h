#pragma once

#include "core/guide/diagnosis.h"

#include <set>

namespace faultline::ui::evidence {

/// Every object that the walks of a diagnosis went by, and what the workload owns on the way to its Pods.
std::set<model::ObjectRef> relatedObjects(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

/// Events about those objects, newest first: time, type, reason, object, message (with how often).
std::vector<QStringList> eventRows(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

/// The logs that were fetched of those Pods.
std::vector<model::LogKey> logKeys(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

/// What could not be answered: the question, and why in words.
std::vector<QStringList> notCheckedRows(const guide::Guide &guide, const guide::Diagnosis &diagnosis,
                                        base::Language language);

} // namespace faultline::ui::evidence
