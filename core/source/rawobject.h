#pragma once

#include "core/base/result.h"
#include "core/model/objectref.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace faultline::source {

/// Reads the files again and gives one object as indented JSON, without managedFields and, of a Secret, without its
/// values. Errors: NotFound, and those of reading.
base::Result<QByteArray> rawObject(const QStringList &paths, const model::ObjectRef &ref);

/// The same object of one JSON document (an object, a List or a typed list); empty when it is not there.
QByteArray rawObjectIn(const QByteArray &json, const model::ObjectRef &ref);

} // namespace faultline::source
