#pragma once

#include <QtCore/QByteArray>

namespace faultline::kube {

/// The value of a header in the head of an HTTP/1.1 message, whatever the letters of its name; the first one where it
/// comes several times, empty without one. For the few places that speak HTTP without Qt's network manager.
QByteArray headerIn(const QByteArray &head, QByteArrayView name);

} // namespace faultline::kube
