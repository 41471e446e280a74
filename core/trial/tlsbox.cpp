#include "core/trial/tlsbox.h"

#include <QtCore/QUrl>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>

namespace faultline::trial {

namespace {

struct Free {
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(SSL *ssl) const { SSL_free(ssl); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
};

QString lastProblem()
{
    const unsigned long code = ERR_get_error();
    const char *reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    return reason == nullptr ? QStringLiteral("the TLS handshake failed") : QString::fromLatin1(reason);
}

} // namespace

class TlsBox::Private
{
public:
    explicit Private(const QString &serverName) : context(SSL_CTX_new(TLS_client_method()))
    {
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
        ssl.reset(SSL_new(context.get()));
        in = BIO_new(BIO_s_mem());
        out = BIO_new(BIO_s_mem());
        BIO_set_mem_eof_return(in, -1); // nothing there yet is no end
        SSL_set_bio(ssl.get(), in, out);
        SSL_set_connect_state(ssl.get());
        if (!serverName.isEmpty()) {
            const QByteArray name = QUrl::toAce(serverName);
            SSL_ctrl(ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                     const_cast<char *>(name.constData()));
        }
    }

    // True when it goes on.
    bool check(int result)
    {
        const int error = SSL_get_error(ssl.get(), result);
        if (result > 0 || error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
            return result > 0;
        }
        if (error != SSL_ERROR_ZERO_RETURN) {
            problem = lastProblem();
        }
        return false;
    }

    void shake()
    {
        if (SSL_is_init_finished(ssl.get()) == 0 && problem.isEmpty()) {
            ERR_clear_error();
            check(SSL_do_handshake(ssl.get()));
        }
        if (SSL_is_init_finished(ssl.get()) != 0 && !waiting.isEmpty()) {
            ERR_clear_error();
            check(SSL_write(ssl.get(), waiting.constData(), static_cast<int>(waiting.size())));
            waiting.clear();
        }
    }

    std::unique_ptr<SSL_CTX, Free> context;
    std::unique_ptr<SSL, Free> ssl;
    BIO *in = nullptr; // both belong to ssl
    BIO *out = nullptr;
    QByteArray waiting;
    QString problem;
};

TlsBox::TlsBox(const QString &serverName) : d(std::make_unique<Private>(serverName)) { d->shake(); }

TlsBox::~TlsBox() = default;

QByteArray TlsBox::take(const QByteArray &wire)
{
    BIO_write(d->in, wire.constData(), static_cast<int>(wire.size()));
    d->shake();
    QByteArray plain;
    std::array<char, 16 * 1024> piece{};
    while (SSL_is_init_finished(d->ssl.get()) != 0) {
        ERR_clear_error();
        const int count = SSL_read(d->ssl.get(), piece.data(), static_cast<int>(piece.size()));
        if (!d->check(count)) {
            break;
        }
        plain.append(piece.data(), count);
    }
    return plain;
}

void TlsBox::write(const QByteArray &plain)
{
    d->waiting += plain;
    d->shake();
}

QByteArray TlsBox::takeOutgoing()
{
    QByteArray bytes(static_cast<qsizetype>(BIO_ctrl_pending(d->out)), Qt::Uninitialized);
    const int count = bytes.isEmpty() ? 0 : BIO_read(d->out, bytes.data(), static_cast<int>(bytes.size()));
    bytes.truncate(std::max(0, count));
    return bytes;
}

bool TlsBox::hasFailed() const { return !d->problem.isEmpty(); }

QString TlsBox::problem() const { return d->problem; }

QString TlsBox::certificate() const
{
    const std::unique_ptr<X509, Free> certificate(SSL_get1_peer_certificate(d->ssl.get()));
    if (certificate == nullptr) {
        return {};
    }
    std::array<char, 256> name{};
    X509_NAME_oneline(X509_get_subject_name(certificate.get()), name.data(), static_cast<int>(name.size()));
    return QString::fromUtf8(name.data());
}

} // namespace faultline::trial
