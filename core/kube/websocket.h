#pragma once

#include "core/kube/client.h"
#include "core/kube/frames.h"

#include <QtCore/QTimer>
#include <QtNetwork/QSslSocket>

namespace faultline::kube {

/// A WebSocket (RFC 6455) to the API server of a client, as its user: the same TLS rules, proxy and credentials as any
/// request. Our own, because Qt's takes no server name for the certificate and throws away why it was refused.
/// Ends with exactly one closed(), never from within the constructor; it does not delete itself.
class WebSocket : public QObject
{
    Q_OBJECT

public:
    /// `protocol`: the subprotocol that the server must take ("v4.channel.k8s.io"). `patience`: until it is open.
    WebSocket(Client &client, Request request, QByteArray protocol, std::chrono::milliseconds patience,
              QObject *parent = nullptr);
    ~WebSocket() override;

    void send(const QByteArray &message); ///< binary; dropped when it is not open
    qint64 bytesToWrite() const;

    /// Says good-bye; closed() follows with no error.
    void close();

    /// What arrives waits at the server until resume().
    void pause();
    void resume();

    bool isOpen() const { return m_stage == Stage::Open; }

Q_SIGNALS:
    void opened();
    void received(const QByteArray &message);
    void written();
    /// No error when either side closed in order. Errors: those of a request (Tls, Network, Proxy, Forbidden with the
    /// server's own words ...), TimedOut, Unsupported when the server knows no WebSocket or not this subprotocol.
    void closed(const std::optional<faultline::base::Error> &error);

private:
    enum class Stage { Waiting, Connecting, Asking, Refused, Open, Closing, Closed };

    void start();
    void connectTo();
    void ask();
    void read();
    void readAnswer();
    void readRefusal();
    void readFrames();
    void take(const FrameMessage &message);
    void write(Opcode opcode, const QByteArray &payload);
    void onSocketError();
    void onDisconnected();
    void takeTheRest();
    void onLate();
    void end(const std::optional<base::Error> &error);
    base::Error refusal() const;
    QString where() const { return m_request.path; }

    Client &m_client;
    Request m_request;
    QByteArray m_protocol;
    std::chrono::milliseconds m_patience;
    QSslSocket m_socket;
    QTimer m_late;
    QNetworkRequest m_prepared;
    QList<QSslError> m_sslErrors;
    Stage m_stage = Stage::Waiting;
    bool m_isPaused = false;
    bool m_isPeerGone = false; ///< there may be something left to read
    QByteArray m_key;
    QByteArray m_head; ///< of the answer, until it is whole
    QByteArray m_body; ///< of a refusal
    int m_httpStatus = 0;
    qint64 m_bodySize = -1; ///< of a refusal, where it is told
    FrameReader m_frames;
};

} // namespace faultline::kube
