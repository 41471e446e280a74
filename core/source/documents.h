#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <vector>

namespace faultline::source {

/// What of a file could be read. A document that is broken leaves those before and behind it alone.
struct Documents {
    std::vector<QByteArray> json;
    std::vector<base::Error> broken; ///< Malformed or TooLarge, with "line:column" in `where`
    std::vector<base::Error> notes;  ///< what is odd and was read all the same, with its place
};

/// The JSON documents of one file. JSON or YAML is told by the first byte that is no white space; several documents may
/// follow one another in either, JSON ones also with "---" between. UTF-16 and UTF-32 are told by a byte order mark
/// (PowerShell writes UTF-16). The logs between the documents of `kubectl cluster-info dump` are left out.
Documents documentsOf(const QByteArray &bytes);

/// True when the text is a JSON object with a `kind`.
bool isKubernetesObject(const QByteArray &json);

} // namespace faultline::source
