#include "core/kube/tls.h"

#include "core/kube/privatekey.h"

#include <QtCore/QDateTime>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslKey>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

base::Result<void> applyAuthority(QSslConfiguration &tls, const Connection &connection)
{
    if (connection.insecureSkipTlsVerify) {
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    if (connection.caPem.isEmpty()) {
        return {};
    }
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(connection.caPem, QSsl::Pem);
    if (authorities.isEmpty()) {
        return base::failure(
            Error::Kind::Malformed,
            u"the certificate authority of the cluster \"%1\" holds no PEM certificate"_s.arg(connection.clusterName));
    }
    tls.setCaCertificates(authorities);
    return {};
}

base::Result<void> applyIdentity(QSslConfiguration &tls, const Connection &connection)
{
    if (connection.clientCertificatePem.isEmpty()) {
        return {};
    }
    const QString whose = u"user \"%1\""_s.arg(connection.userName);
    const QList<QSslCertificate> chain = QSslCertificate::fromData(connection.clientCertificatePem, QSsl::Pem);
    if (chain.isEmpty()) {
        return base::failure(Error::Kind::Malformed, u"the client certificate is not a PEM certificate"_s, whose);
    }
    auto key = privateKey(connection.clientKeyPem);
    if (!key) {
        return base::failure(key.error().kind, key.error().detail, whose);
    }
    if (!keyFitsCertificate(connection.clientKeyPem, connection.clientCertificatePem)) {
        return base::failure(Error::Kind::Usage, u"the client key does not belong to the client certificate"_s, whose);
    }
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(*key);
    return {};
}

QString namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    names.removeDuplicates();
    names.sort();
    return names.isEmpty() ? u"no name at all"_s : names.join(u", "_s);
}

QString issuerOf(const QSslCertificate &certificate)
{
    const QString name = certificate.issuerInfo(QSslCertificate::CommonName).join(u' ');
    return name.isEmpty() ? certificate.issuerDisplayName() : name;
}

// Several of Qt's codes say the same thing to a person; the empty text means "said by another one already".
QString words(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return u"the server's certificate expired on %1"_s.arg(certificate.expiryDate().toUTC().toString(Qt::ISODate));
    case QSslError::CertificateNotYetValid:
        return u"the server's certificate is not valid before %1 (is this computer's clock right?)"_s.arg(
            certificate.effectiveDate().toUTC().toString(Qt::ISODate));
    case QSslError::HostNameMismatch:
        return u"the server's certificate is not for the host name %1 but for %2"_s.arg(host, namesOf(certificate));
    case QSslError::SelfSignedCertificate:
        return u"the server's certificate is self-signed and not trusted"_s;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return u"the server's certificate is signed by an unknown authority (\"%1\")"_s.arg(issuerOf(certificate));
    default:
        return error.errorString();
    }
}

} // namespace

base::Result<QSslConfiguration> tlsConfiguration(const Connection &connection)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    return applyAuthority(tls, connection).and_then([&] { return applyIdentity(tls, connection); }).map([&] {
        return tls;
    });
}

base::Error tlsError(const QList<QSslError> &errors, const QString &host)
{
    QStringList sentences;
    for (const QSslError &error : errors) {
        sentences.append(words(error, host));
    }
    sentences.removeDuplicates();
    return {Error::Kind::Tls, sentences.join(u"; "_s), {}};
}

base::Error handshakeError(const QString &errorString)
{
    if (isCertificateAlert(errorString)) {
        return {Error::Kind::Tls, u"the server refused the client certificate (%1)"_s.arg(errorString), {}};
    }
    if (errorString.contains("wrong version number"_L1)) {
        return {Error::Kind::Tls,
                u"what answers at this address does not speak TLS: is it an http:// address, or a proxy's?"_s,
                {}};
    }
    return {Error::Kind::Tls, u"no TLS connection could be made: %1"_s.arg(errorString), {}};
}

bool isCertificateAlert(const QString &errorString)
{
    return errorString.contains("alert"_L1) &&
           (errorString.contains("certificate"_L1) || errorString.contains("unknown ca"_L1) ||
            errorString.contains("access denied"_L1));
}

} // namespace faultline::kube
