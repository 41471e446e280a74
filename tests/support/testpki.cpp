#include "tests/support/testpki.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <memory>

namespace faultline::test {

using namespace Qt::StringLiterals;

namespace {

struct Free {
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
using BioPtr = std::unique_ptr<BIO, Free>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Free>;
using CertificatePtr = std::unique_ptr<X509, Free>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Free>;

BioPtr reader(const QByteArray &pem) { return BioPtr(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()))); }

QByteArray written(BIO *bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

KeyPtr newKey(KeyType type)
{
    switch (type) {
    case KeyType::Rsa:
        return KeyPtr(EVP_RSA_gen(2048));
    case KeyType::Ed25519:
        return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    case KeyType::Ec:
        break;
    }
    return KeyPtr(EVP_EC_gen("P-256"));
}

QByteArray keyPem(EVP_PKEY *key, KeyForm form)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    char phrase[] = "open sesame";
    auto *bytes = reinterpret_cast<unsigned char *>(phrase);
    const int length = static_cast<int>(sizeof phrase) - 1;
    switch (form) {
    case KeyForm::Pkcs8:
        PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
        break;
    case KeyForm::Traditional:
    case KeyForm::WithEcParameters:
        PEM_write_bio_PrivateKey_traditional(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
        break;
    case KeyForm::Encrypted:
        PEM_write_bio_PKCS8PrivateKey(bio.get(), key, EVP_aes_256_cbc(), phrase, length, nullptr, nullptr);
        break;
    case KeyForm::EncryptedTraditional:
        PEM_write_bio_PrivateKey_traditional(bio.get(), key, EVP_aes_256_cbc(), bytes, length, nullptr, nullptr);
        break;
    }
    // P-256 by name: 1.2.840.10045.3.1.7
    static const QByteArray parameters(
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n");
    return (form == KeyForm::WithEcParameters ? parameters : QByteArray()) + written(bio.get());
}

void addExtension(X509 *certificate, X509 *issuer, int id, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, id, value.constData()));
    X509_add_ext(certificate, extension.get(), -1);
}

void addName(X509_NAME *name, const char *field, const QString &value)
{
    if (!value.isEmpty()) {
        const QByteArray bytes = value.toUtf8();
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(bytes.constData()), -1, -1, 0);
    }
}

CertificatePtr unsignedCertificate(const CertificateWish &wish, EVP_PKEY *key)
{
    static std::atomic<long> serial{1};
    CertificatePtr certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), static_cast<long>(wish.validFrom));
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), static_cast<long>(wish.validUntil));
    X509_set_pubkey(certificate.get(), key);
    addName(X509_get_subject_name(certificate.get()), "O", wish.organization);
    addName(X509_get_subject_name(certificate.get()), "CN", wish.commonName);
    return certificate;
}

TestIdentity finished(X509 *certificate, EVP_PKEY *key, EVP_PKEY *issuerKey, KeyForm form)
{
    const bool isEdwards = EVP_PKEY_get_base_id(issuerKey) == EVP_PKEY_ED25519;
    X509_sign(certificate, issuerKey, isEdwards ? nullptr : EVP_sha256());
    const BioPtr bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return {written(bio.get()), keyPem(key, form)};
}

TestIdentity selfMade(const CertificateWish &wish, const QByteArray &constraints)
{
    const KeyPtr key = newKey(wish.keyType);
    const CertificatePtr certificate = unsignedCertificate(wish, key.get());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    addExtension(certificate.get(), certificate.get(), NID_basic_constraints, constraints);
    addExtension(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash");
    if (!wish.names.isEmpty()) {
        addExtension(certificate.get(), certificate.get(), NID_subject_alt_name, wish.names.join(u',').toUtf8());
    }
    return finished(certificate.get(), key.get(), key.get(), wish.keyForm);
}

} // namespace

TestPki::TestPki(const QString &name) : m_ca(selfMade({.commonName = name}, "critical,CA:TRUE")) {}

TestIdentity TestPki::issue(const CertificateWish &wish) const
{
    const CertificatePtr issuer(PEM_read_bio_X509(reader(m_ca.certificatePem).get(), nullptr, nullptr, nullptr));
    const KeyPtr issuerKey(PEM_read_bio_PrivateKey(reader(m_ca.keyPem).get(), nullptr, nullptr, nullptr));
    const KeyPtr key = newKey(wish.keyType);
    const CertificatePtr certificate = unsignedCertificate(wish, key.get());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
    addExtension(certificate.get(), issuer.get(), NID_basic_constraints, "CA:FALSE");
    if (!wish.names.isEmpty()) {
        addExtension(certificate.get(), issuer.get(), NID_subject_alt_name, wish.names.join(u',').toUtf8());
    }
    return finished(certificate.get(), key.get(), issuerKey.get(), wish.keyForm);
}

TestIdentity TestPki::server() const
{
    return issue({.commonName = u"api"_s, .names = {u"DNS:localhost"_s, u"IP:127.0.0.1"_s}});
}

TestIdentity TestPki::client(const QString &user, KeyType keyType, KeyForm keyForm) const
{
    return issue({.commonName = user, .organization = u"devs"_s, .keyType = keyType, .keyForm = keyForm});
}

TestIdentity TestPki::selfSigned(const CertificateWish &wish) { return selfMade(wish, "CA:FALSE"); }

} // namespace faultline::test
