#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

namespace faultline::trial {

/// The client's side of TLS without a socket, for what goes through a tunnel: QSslSocket knows no other way than TCP.
/// The certificate is not checked: a tunnel ends at localhost in the Pod, under no name; it is only told.
class TlsBox
{
public:
    /// `serverName`: for SNI; empty = none.
    explicit TlsBox(const QString &serverName);
    ~TlsBox();
    TlsBox(const TlsBox &) = delete;
    TlsBox &operator=(const TlsBox &) = delete;

    /// Takes what came from the wire and gives what the app said.
    QByteArray take(const QByteArray &wire);

    /// Says something to the app, once the handshake is through.
    void write(const QByteArray &plain);

    QByteArray takeOutgoing(); ///< what is to be sent

    bool hasFailed() const;
    QString problem() const;     ///< why the handshake failed: the alert or what came instead of TLS
    QString certificate() const; ///< the peer's subject name, for a person to see

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace faultline::trial
