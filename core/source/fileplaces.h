#pragma once

#include "core/model/objectref.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <vector>

namespace faultline::source {

/// A field of an object: "spec.ports[0].targetPort", "spec.containers[app].image".
struct FieldOf {
    model::ObjectRef object;
    QString field;

    bool operator==(const FieldOf &) const = default;
};

inline size_t qHash(const FieldOf &place, size_t seed = 0) { return qHashMulti(seed, place.object, place.field); }

/// Where fields stand in the YAML or JSON files that were read: "orders.yaml:14", the file without its folder. A field
/// that is not there stands where its nearest parent does. Objects without a namespace are in "default", as when they
/// were read. Reads the files again, so not on the GUI thread; files above 4 MB, standard input and what cannot be read
/// are passed over.
QHash<FieldOf, QString> linesOf(const QStringList &paths, const std::vector<FieldOf> &fields);

} // namespace faultline::source
