#pragma once

#include <QtCore/QByteArray>

namespace faultline::source {

/// One Secret for the YAML view: its kind and metadata and nothing else, without annotations (kubectl's
/// last-applied-configuration holds the data), even when a server that does not know the metadata form sent it whole.
QByteArray secretObject(const QByteArray &object);

} // namespace faultline::source
