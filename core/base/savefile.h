#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <functional>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace faultline::base {

/// Writes a file with data of a cluster: readable by its owner alone (0600), and whole or not there; a file of that
/// name stays what it was until the new one is complete and on the disk. Errors: File with the system's words, or what
/// `write` says.
Result<void> saveFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write);
Result<void> saveFile(const QString &path, const QByteArray &bytes);

} // namespace faultline::base
