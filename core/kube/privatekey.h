#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtNetwork/QSslKey>

namespace faultline::kube {

/// A client key in PEM: RSA and EC in their old and PKCS#8 forms, Ed25519 and what else OpenSSL reads.
/// Errors: Unsupported for a key with a pass phrase, Malformed for anything that is no key.
base::Result<QSslKey> privateKey(const QByteArray &pem);

/// True when the key belongs to the first certificate of the PEM text.
bool keyFitsCertificate(const QByteArray &keyPem, const QByteArray &certificatePem);

} // namespace faultline::kube
