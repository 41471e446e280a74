#include "core/kube/tunnel.h"

namespace faultline::kube {

using namespace Qt::StringLiterals;

namespace {

constexpr char kData = 0;
constexpr char kErrors = 1;
constexpr qsizetype kPortSize = 2;
constexpr qsizetype kLongestProblem = 16 * 1024;

Request requestFor(const TunnelTarget &target)
{
    Request request;
    request.path = u"/api/v1/namespaces/%1/pods/%2/portforward"_s.arg(target.nameSpace, target.pod);
    request.query.addQueryItem(u"ports"_s, QString::number(target.port));
    request.accept = "*/*";
    return request;
}

} // namespace

Refusal refusalOf(const QString &words)
{
    const auto says = [&](QLatin1StringView word) { return words.contains(word, Qt::CaseInsensitive); };
    if (says("connection refused"_L1)) {
        return Refusal::Refused;
    }
    if (says("timed out"_L1) || says("i/o timeout"_L1) || says("deadline exceeded"_L1)) {
        return Refusal::TimedOut;
    }
    return says("connection reset"_L1) || says("broken pipe"_L1) ? Refusal::Reset : Refusal::Other;
}

Tunnel::Tunnel(Client &client, const TunnelTarget &target, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent), m_socket(client, requestFor(target), "v4.channel.k8s.io", patience)
{
    connect(&m_socket, &WebSocket::received, this, &Tunnel::take);
    connect(&m_socket, &WebSocket::written, this, &Tunnel::written);
    connect(&m_socket, &WebSocket::closed, this, &Tunnel::onClosed);
}

void Tunnel::take(const QByteArray &message)
{
    if (message.isEmpty()) {
        return;
    }
    const bool isError = message.front() == kErrors;
    bool &seen = isError ? m_seesErrors : m_seesData;
    if (!seen && (isError || message.front() == kData)) {
        seen = message.size() == 1 + kPortSize;
        if (m_seesData && m_seesErrors) {
            Q_EMIT opened();
            write(std::exchange(m_waiting, {}));
        }
        return;
    }
    if (isError) {
        m_problem += QString::fromUtf8(message.mid(1)).left(kLongestProblem - m_problem.size());
        m_socket.close(); // there is nothing more to come, and some kubelets leave it open
    } else if (message.front() == kData && message.size() > 1) {
        Q_EMIT received(message.mid(1));
    }
}

void Tunnel::write(const QByteArray &bytes)
{
    constexpr qsizetype kPiece = 32 * 1024; // as kubectl copies
    if (!m_seesData || !m_seesErrors) {
        m_waiting += bytes;
        return;
    }
    for (qsizetype at = 0; at < bytes.size(); at += kPiece) {
        m_socket.send(QByteArray(1, kData) + bytes.mid(at, kPiece));
    }
}

void Tunnel::close() { m_socket.close(); }

void Tunnel::onClosed(const std::optional<base::Error> &error)
{
    if (std::exchange(m_hasEnded, true)) {
        return;
    }
    if (!m_problem.isEmpty()) {
        Q_EMIT refused(m_problem.trimmed());
    } else {
        Q_EMIT closed(error);
    }
}

} // namespace faultline::kube
