#pragma once

#include <QtCore/QByteArray>

namespace faultline::source {

/// A PartialObjectMetadataList of Secrets as the SecretList that the decoder reads. Only `metadata` is carried over,
/// without its annotations (kubectl's last-applied-configuration holds the data of a Secret), even when a server that
/// does not know the metadata form answered with whole Secrets. Text that is no list comes back as it is.
QByteArray secretPage(const QByteArray &page);

/// One Secret for the YAML view, cleaned in the same way.
QByteArray secretObject(const QByteArray &object);

} // namespace faultline::source
