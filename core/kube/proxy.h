#pragma once

#include "core/base/result.h"

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkProxy>

namespace faultline::kube {

/// The proxy of a `proxy-url`; an empty address means a direct connection. The password is sent with the first request:
/// some proxies close the connection after a 407 without saying so, and Qt then waits for ever.
/// Errors: Unsupported for an https proxy and any other kind.
base::Result<QNetworkProxy> proxyOf(const QUrl &address);

} // namespace faultline::kube
