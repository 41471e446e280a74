#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <vector>

namespace faultline::source {

/// The JSON documents of one file. JSON or YAML is told by the first byte that is no white space; several documents may
/// follow one another in either, JSON ones also with "---" between. UTF-16 and UTF-32 are told by a byte order mark
/// (PowerShell writes UTF-16). Errors: Malformed with "line:column" in `where`, TooLarge.
base::Result<std::vector<QByteArray>> documentsOf(const QByteArray &bytes);

/// True when the text is a JSON object with a `kind`.
bool isKubernetesObject(const QByteArray &json);

} // namespace faultline::source
