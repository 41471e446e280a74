#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <vector>

namespace faultline::base {

/// How much one YAML input may ask for. Crossing a limit is an Error::Kind::TooLarge that names it.
struct YamlLimits {
    int depth = 100;
    qint64 events = 50'000'000;         ///< parser events, aliases expanded ones included
    qint64 outputBytes = 4'000'000'000; ///< JSON bytes written
    qint64 aliasBytes = 64'000'000;     ///< of those, bytes that only repeat an anchor
};

/// Turns a YAML stream into one JSON text per document (empty documents are left out), by yaml-cpp's event interface:
/// no node tree is built. Plain scalars mean what they mean to kubectl (sigs.k8s.io/yaml: `yes`/`no`/`on`/`off`/`y`/`n`
/// are booleans, `010` is 8, dates stay text); quoted ones are strings. Duplicate keys and merges (`<<`): the last one
/// wins, as there (`notes`, when given, gets where). What JSON cannot hold (.inf, .nan) becomes a string. Bytes that
/// are no UTF-8 become U+FFFD. Errors: Malformed with "line:column" (1-based) in `where`, TooLarge.
Result<std::vector<QByteArray>> yamlToJson(const QByteArray &yaml, const YamlLimits &limits = {},
                                           std::vector<Error> *notes = nullptr);

} // namespace faultline::base
