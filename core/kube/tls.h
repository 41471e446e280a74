#pragma once

#include "core/base/result.h"
#include "core/kube/connection.h"

#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslError>

namespace faultline::kube {

/// Certificates and rules of a connection. A CA of its own replaces the system's store, as in kubectl.
/// Errors: Malformed, Unsupported, Usage, naming the user or cluster entry.
base::Result<QSslConfiguration> tlsConfiguration(const Connection &connection);

/// What was wrong with the server's certificate, in words that name the cause. `host` is the name that was asked for.
base::Error tlsError(const QList<QSslError> &errors, const QString &host);

/// The same for a handshake that the server ended: TLS alerts carry no more than one word.
base::Error handshakeError(const QString &errorString);

/// True when a connection died because the server did not like our certificate (or missed one). With TLS 1.3 that
/// comes after the handshake, as a plain read error.
bool isCertificateAlert(const QString &errorString);

} // namespace faultline::kube
