#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace faultline::test {

enum class KeyType { Rsa, Ec, Ed25519 };
enum class KeyForm {
    Pkcs8,
    Traditional,      ///< RSA PRIVATE KEY, EC PRIVATE KEY
    WithEcParameters, ///< an EC PARAMETERS block first, as `openssl ecparam -genkey` writes it
    Encrypted,        ///< PKCS#8 with a pass phrase
    EncryptedTraditional
};

struct TestIdentity {
    QByteArray certificatePem;
    QByteArray keyPem;
};

struct CertificateWish {
    QString commonName{};
    QString organization{};
    QStringList names{}; ///< subjectAltName entries: "DNS:localhost", "IP:127.0.0.1"
    qint64 validFrom = -3600;
    qint64 validUntil = 86'400; ///< seconds from now
    KeyType keyType = KeyType::Ec;
    KeyForm keyForm = KeyForm::Pkcs8;
};

/// A certificate authority that exists for one test run.
class TestPki
{
public:
    explicit TestPki(const QString &name);

    QByteArray caPem() const { return m_ca.certificatePem; }
    TestIdentity issue(const CertificateWish &wish) const;

    /// A certificate for 127.0.0.1 and localhost, valid now.
    TestIdentity server() const;
    TestIdentity client(const QString &user, KeyType keyType = KeyType::Ec, KeyForm keyForm = KeyForm::Pkcs8) const;

    static TestIdentity selfSigned(const CertificateWish &wish);

private:
    TestIdentity m_ca;
};

} // namespace faultline::test
