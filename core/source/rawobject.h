#pragma once

#include "core/base/result.h"
#include "core/model/cluster.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace faultline::source {

/// Reads the files again and gives one object as indented JSON; a Secret without its values and managedFields. Errors:
/// NotFound, and those of reading.
base::Result<QByteArray> rawObject(const QStringList &paths, const model::ObjectRef &ref);

using RawObjects = std::map<model::ObjectRef, model::RawObject>;

/// Reads the files again, once for all of these objects, prepared likewise and without managedFields. `standardInput`:
/// what was read where the paths have "-"; empty = not kept. Every object that is not found has an entry that says why.
RawObjects rawObjects(const QStringList &paths, const QByteArray &standardInput,
                      const std::vector<model::ObjectRef> &refs);

/// The same object of one JSON document (an object, a List or a typed list); empty when it is not there.
QByteArray rawObjectIn(const QByteArray &json, const model::ObjectRef &ref);

} // namespace faultline::source
