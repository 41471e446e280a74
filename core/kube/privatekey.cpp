#include "core/kube/privatekey.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

struct Free {
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using BioPtr = std::unique_ptr<BIO, Free>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Free>;
using CertificatePtr = std::unique_ptr<X509, Free>;

// Without this OpenSSL would ask for a pass phrase on the terminal.
int noPassPhrase(char *, int, int, void *) { return 0; }

BioPtr reader(const QByteArray &pem) { return BioPtr(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()))); }

KeyPtr readKey(const QByteArray &pem)
{
    KeyPtr key(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, noPassPhrase, nullptr));
    ERR_clear_error();
    return key;
}

bool isEncrypted(const QByteArray &pem)
{
    return pem.contains("BEGIN ENCRYPTED PRIVATE KEY") || pem.contains("Proc-Type: 4,ENCRYPTED");
}

// QSslKey must be told the algorithm of a PEM text. Its native forms work with every TLS backend of Qt, a handle (the
// only way for Ed25519) with OpenSSL's alone.
QSslKey wrapped(const QByteArray &pem, KeyPtr key)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey native(pem, algorithm);
        if (!native.isNull()) {
            return native;
        }
    }
    return QSslKey(Qt::HANDLE(key.release()), QSsl::PrivateKey); // it takes ownership
}

} // namespace

base::Result<QSslKey> privateKey(const QByteArray &pem)
{
    if (isEncrypted(pem)) {
        return base::failure(Error::Kind::Unsupported,
                             u"the client key is protected by a pass phrase; kubectl cannot use such a key either"_s);
    }
    KeyPtr key = readKey(pem);
    if (!key) {
        return base::failure(Error::Kind::Malformed, u"the client key is not a private key in PEM form"_s);
    }
    return wrapped(pem, std::move(key));
}

bool keyFitsCertificate(const QByteArray &keyPem, const QByteArray &certificatePem)
{
    const KeyPtr key = readKey(keyPem);
    const CertificatePtr certificate(PEM_read_bio_X509(reader(certificatePem).get(), nullptr, noPassPhrase, nullptr));
    const bool fits = key && certificate && X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    return fits;
}

} // namespace faultline::kube
