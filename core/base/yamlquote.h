#pragma once

#include <QtCore/QString>

namespace faultline::base {

/// A string as a YAML scalar on one line: plain where YAML takes it for the same string, else quoted as JSON, which
/// YAML reads alike. Safe inside a flow mapping too.
QString yamlString(const QString &value);

} // namespace faultline::base
