#pragma once

#include "core/checks/check.h"

#include <initializer_list>
#include <utility>

namespace faultline::checks {

// How a field path names one of many: conditions by type ("status.conditions[Ready].status"), containers by name
// ("status.containerStatuses[web].state.waiting.reason"), events by reason ("events[FailedMount].message").

/// The reference of any model object that knows its kind.
template <typename T> model::ObjectRef refTo(const T &object)
{
    return {T::kKind, object.meta.nameSpace, object.meta.name};
}

/// A field of an object and what stands there.
Evidence fieldOf(const model::ObjectRef &object, const QString &field, const QString &value, base::Timestamp time = {});

/// The status of a condition, or its message where it has one.
Evidence conditionOf(const model::ObjectRef &object, const model::Condition &condition);

/// An event, shown with the object it is about.
Evidence eventOf(const model::Event &event);

/// Facts without those that have no value, so that texts can leave out what is not known.
Facts factsOf(std::initializer_list<std::pair<QLatin1StringView, QString>> pairs);

/// Unknown because that kind is unseen; `kind` must be unseen in the Cluster.
Verdict unknownFor(const model::Cluster &cluster, model::Kind kind);

} // namespace faultline::checks
