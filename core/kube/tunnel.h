#pragma once

#include "core/kube/websocket.h"

namespace faultline::kube {

/// A port in the network namespace of a Pod; names are not checked.
struct TunnelTarget {
    QString nameSpace;
    QString pod;
    quint16 port = 0;

    bool operator==(const TunnelTarget &) const = default;
};

/// How a connection that the kubelet should make to a port failed, by the words on the tunnel's error channel.
enum class Refusal {
    Refused, ///< "connection refused": nothing listens on localhost:port
    TimedOut,
    Reset,
    Other ///< the Pod does not run any more, socat is missing, the sandbox is gone ...
};
Refusal refusalOf(const QString &words);

/// One connection to a port inside a Pod, through the API server and the kubelet, as `kubectl port-forward` makes one:
/// GET pods/portforward over WebSocket, subprotocol v4.channel.k8s.io, which kubelets know since 1.6
/// (k8s.io/kubelet pkg/cri/streaming/portforward/websocket.go). Channel 0 carries data, channel 1 an error text; the
/// first message of each is the port. It enters at localhost, so it tells nothing of the Pod's own address. There is no
/// half-close. Needs the right to create (and, before 1.35, get) pods/portforward.
///
/// Ends with exactly one of refused() and closed(), never from within the constructor.
class Tunnel : public QObject
{
    Q_OBJECT

public:
    Tunnel(Client &client, const TunnelTarget &target, std::chrono::milliseconds patience, QObject *parent = nullptr);

    void write(const QByteArray &bytes); ///< kept until it is open
    qint64 bytesToWrite() const { return m_socket.bytesToWrite(); }
    void close();

    /// What the app sends waits in the Pod until resume().
    void pause() { m_socket.pause(); }
    void resume() { m_socket.resume(); }

Q_SIGNALS:
    /// The kubelet took the port. Whether anything listens there shows only by what comes next.
    void opened();
    void received(const QByteArray &bytes);
    void written();
    void refused(const QString &words); ///< the kubelet could not connect to the port, or lost the connection
    void closed(const std::optional<faultline::base::Error> &error); ///< see WebSocket::closed()

private:
    void take(const QByteArray &message);
    void onClosed(const std::optional<base::Error> &error);

    WebSocket m_socket;
    QByteArray m_waiting;
    QString m_problem; ///< of the error channel, which may come in pieces
    bool m_seesData = false;
    bool m_seesErrors = false;
    bool m_hasEnded = false;
};

} // namespace faultline::kube
