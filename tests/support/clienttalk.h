#pragma once

#include "core/kube/client.h"

namespace faultline::test {

/// To a server without TLS or with the usual test authority left to the caller; user "dev" of cluster "kh".
kube::Connection connectionTo(const QUrl &server);

/// Waits for the answer. A time-out gives a response without status and error, which no test expects.
kube::Response get(kube::Client &client, const kube::Request &request);
kube::Response get(const kube::Connection &connection, const QString &path, const kube::Patience &patience = {});

/// Usage where there is no error.
base::Error::Kind kindOf(const kube::Response &response);
QString words(const kube::Response &response);

} // namespace faultline::test
