#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <vector>

namespace faultline::base {

/// How much one YAML input may ask for. Crossing a limit is an Error::Kind::TooLarge that names it.
struct YamlLimits {
    int depth = 100;
    qint64 events = 50'000'000;       ///< parser events, aliases expanded ones included
    qint64 outputBytes = 4'000'000'000; ///< JSON bytes written
};

/// Turns a YAML stream into one JSON text per document (empty documents are left out), by yaml-cpp's event interface:
/// no node tree is built. Scalars are resolved by YAML 1.2's core schema as kubectl does it (sigs.k8s.io/yaml: plain
/// `yes`/`no`/`on`/`off` are booleans there, quoted ones are strings). Duplicate keys: the last one wins, as in Go.
/// Errors: Malformed with line and column (1-based) in `where`, TooLarge.
Result<std::vector<QByteArray>> yamlToJson(const QByteArray &yaml, const YamlLimits &limits = {});

} // namespace faultline::base
