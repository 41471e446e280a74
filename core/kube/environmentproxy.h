#pragma once

#include "core/base/result.h"

#include <QtCore/QProcessEnvironment>
#include <QtCore/QUrl>

namespace faultline::kube {

/// The proxy that HTTPS_PROXY (HTTP_PROXY for http), NO_PROXY and their lower-case forms name for that server, empty
/// for none: the rules of Go's golang.org/x/net/http/httpproxy, which kubectl follows where a kubeconfig has no
/// proxy-url. "localhost" and loopback addresses never go through a proxy. Errors: Malformed, Unsupported; `where` is
/// the variable.
base::Result<QUrl> environmentProxy(const QProcessEnvironment &environment, const QUrl &server);

/// True when NO_PROXY's list names that host: "*", an address, a range ("10.0.0.0/8"), a domain with its subdomains
/// ("example.com"), subdomains only (".example.com", "*.example.com"), each also with ":port".
bool isExemptFromProxy(const QString &list, const QString &host, int port);

} // namespace faultline::kube
