#include "core/kube/reply.h"

#include "core/kube/client.h"
#include "core/kube/status.h"
#include "core/kube/tls.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kErrorBodyLimit = 256 * 1024;
constexpr qint64 kLeastProgress = 1024; ///< bytes in Patience::idle: who drips is not waited for without end
constexpr qsizetype kRoomBehind = 64;   ///< as simdjson's SIMDJSON_PADDING: the body is then read where it is
constexpr int kDeadConnectionsAllowed = 1;
constexpr int kThrottledAllowed = 2;

base::Timestamp dateOf(const QNetworkReply &reply)
{
    const QString header = QString::fromLatin1(reply.rawHeader("Date"));
    QDateTime date = QLocale::c().toDateTime(header, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? base::Timestamp{date.toMSecsSinceEpoch()} : base::Timestamp{};
}

int httpStatusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

std::optional<std::chrono::seconds> retryAfterOf(const QNetworkReply &reply)
{
    bool isNumber = false;
    const std::chrono::seconds wait(reply.rawHeader("Retry-After").toUInt(&isNumber));
    return isNumber ? std::optional(wait) : std::nullopt;
}

Error redirectError(const QNetworkReply &reply)
{
    const QUrl target = reply.url().resolved(reply.header(QNetworkRequest::LocationHeader).toUrl());
    return {Error::Kind::Unsupported,
            u"the server redirects to %1, which is not followed: no credential goes to another address; is this the "
            "address of an API server?"_s.arg(target.host()),
            reply.url().path()};
}

bool isProxyError(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

// What Qt reports when a connection ends under a request that was already written, or takes no more (HTTP/2 GOAWAY).
bool isDeadConnection(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::RemoteHostClosedError || error == QNetworkReply::UnknownNetworkError ||
           error == QNetworkReply::TemporaryNetworkFailureError || error == QNetworkReply::ContentReSendError ||
           error == QNetworkReply::ProtocolFailure || error == QNetworkReply::ProtocolUnknownError;
}

QString networkWords(const QNetworkReply &reply, bool gotBytes)
{
    const QString host = reply.url().host() + u':' + QString::number(reply.url().port(443));
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return u"%1 refused the connection: nothing listens there"_s.arg(host);
    case QNetworkReply::HostNotFoundError:
        return u"the host name %1 cannot be found"_s.arg(reply.url().host());
    case QNetworkReply::RemoteHostClosedError:
        return gotBytes ? u"the connection ended in the middle of the answer"_s
                        : u"%1 closed the connection without an answer"_s.arg(host);
    default:
        return reply.errorString();
    }
}

} // namespace

Reply::Reply(Client &client, const Request &request) : QObject(&client), m_client(client), m_request(request)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Reply::onIdle);
    QMetaObject::invokeMethod(this, &Reply::start, Qt::QueuedConnection);
}

Reply::~Reply() { dropNetworkReply(); }

void Reply::cancel()
{
    m_idle.stop();
    dropNetworkReply();
    m_abortedBy = Error{Error::Kind::Cancelled, {}, {}};
    disconnect(this, &Reply::finished, nullptr, nullptr);
    deleteLater();
}

void Reply::giveUpConnection()
{
    if (m_network != nullptr) {
        m_client.giveUp(m_network->manager());
    }
}

void Reply::dropNetworkReply()
{
    if (m_network != nullptr) {
        m_network->disconnect(this);
        m_network->abort();
        m_network->deleteLater();
        m_network = nullptr;
    }
}

void Reply::start()
{
    if (m_abortedBy) {
        return;
    }
    const Login *login = m_client.login();
    if (login != nullptr && !login->isValid()) {
        return awaitLogin();
    }
    send();
}

void Reply::awaitLogin()
{
    connect(m_client.login(), &Login::ended, this, &Reply::afterLogin, Qt::SingleShotConnection);
    m_client.login()->renew();
}

/// Whatever the plugin gave is tried: a credential that has expired by our clock may be good by the server's.
void Reply::afterLogin()
{
    if (m_abortedBy) {
        return;
    }
    if (const auto &error = m_client.login()->error()) {
        return end({0, {}, {}, *error});
    }
    send();
}

void Reply::send()
{
    m_body.clear();
    m_sslErrors.clear();
    m_gotBytes = false;
    m_isOpen = false;
    m_loginGeneration = m_client.login() != nullptr ? m_client.login()->generation() : 0;
    const auto request = m_client.prepared(m_request);
    if (!request) {
        end({0, {}, {}, request.error()});
        return;
    }
    m_network = m_client.send(*request, m_request.delivery);
    connect(m_network, &QNetworkReply::encrypted, this, &Reply::heard);
    connect(m_network, &QNetworkReply::metaDataChanged, this, &Reply::onHead);
    connect(m_network, &QNetworkReply::readyRead, this, &Reply::drain);
    connect(m_network, &QNetworkReply::sslErrors, this, [this](const auto &errors) { m_sslErrors = errors; });
    connect(m_network, &QNetworkReply::finished, this, &Reply::onNetworkFinished);
    m_idle.start(m_client.m_patience.idle);
}

void Reply::onHead()
{
    const int status = httpStatusOf(*m_network);
    if (isStream() && !m_isOpen && status >= 200 && status < 300) {
        m_isOpen = true;
        heard();
        Q_EMIT opened(dateOf(*m_network));
        return;
    }
    heard();
}

void Reply::heard()
{
    m_client.heardFromServer();
    m_isOpen ? m_idle.stop() : m_idle.start(m_client.m_patience.idle);
}

void Reply::drain()
{
    const qint64 count = m_network->bytesAvailable();
    if (count <= 0) {
        return;
    }
    const bool isFirst = !std::exchange(m_gotBytes, true);
    const qint64 before = m_body.size();
    if (isFirst || isStream() || before / kLeastProgress != (before + count) / kLeastProgress) {
        heard();
    } else {
        m_client.heardFromServer();
    }
    const bool isError = httpStatusOf(*m_network) >= 300;
    if (isStream() && !isError) {
        Q_EMIT arrived(m_network->readAll());
    } else if (isError) {
        m_body += m_network->readAll().left(qMax(qint64(0), kErrorBodyLimit - m_body.size()));
    } else if (m_body.size() + count > m_request.limitBytes) {
        m_abortedBy = Error{Error::Kind::TooLarge, u"the answer is larger than %1 MB"_s.arg(m_request.limitBytes >> 20),
                            m_request.path};
        m_network->abort();
    } else {
        append(count);
    }
}

/// Straight from the network's buffer. The body grows by doubling, and keeps room behind its end for who parses it.
void Reply::append(qint64 count)
{
    const qsizetype before = m_body.size();
    if (before + count + kRoomBehind > m_body.capacity()) {
        const qint64 told = m_network->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        m_body.reserve(qMax(qMin(told, m_request.limitBytes), 2 * (before + count)) + kRoomBehind);
    }
    m_body.resize(before + count);
    m_body.resize(before + qMax(qint64(0), m_network->read(m_body.data() + before, count)));
}

void Reply::onIdle()
{
    // A request that still waits for its turn on a connection is not late as long as others are being answered.
    const auto left = m_client.m_patience.idle - m_client.silence();
    if (!m_gotBytes && left.count() > 0) {
        m_idle.start(left);
        return;
    }
    const auto seconds = std::chrono::duration<double>(m_client.m_patience.idle).count();
    m_abortedBy = Error{Error::Kind::TimedOut,
                        m_gotBytes ? u"less than 1 KB came from the server for %1 s"_s.arg(seconds)
                                   : u"nothing came from the server for %1 s"_s.arg(seconds),
                        m_request.path};
    m_network->abort();
}

void Reply::onNetworkFinished()
{
    if (!m_abortedBy && m_network->bytesAvailable() > 0) {
        drain();
        if (m_network == nullptr || m_abortedBy) {
            return; // drain() aborted, and this ran again from within
        }
    }
    m_client.learn(*m_network);
    Response response{httpStatusOf(*m_network), std::exchange(m_body, {}), dateOf(*m_network), m_abortedBy,
                      retryAfterOf(*m_network)};
    if (!response.error) {
        response.error = errorOf(*m_network, response.httpStatus);
        if (response.error && response.httpStatus >= 400) {
            response.error = httpError(response.httpStatus, response.body, m_request.path);
        }
        if (response.error && triesAgain(response)) {
            return;
        }
    }
    end(response);
}

std::optional<base::Error> Reply::errorOf(const QNetworkReply &reply, int httpStatus) const
{
    if (httpStatus >= 300 && httpStatus < 400) {
        return redirectError(reply);
    }
    if (reply.error() == QNetworkReply::NoError && httpStatus >= 200 && httpStatus < 300) {
        return std::nullopt;
    }
    return networkError(reply);
}

base::Error Reply::networkError(const QNetworkReply &reply) const
{
    if (!m_sslErrors.isEmpty()) {
        const QString &asked = m_client.m_connection.tlsServerName;
        Error error = tlsError(m_sslErrors, asked.isEmpty() ? reply.url().host() : asked);
        error.where = m_client.m_connection.server.toDisplayString(QUrl::RemoveUserInfo);
        return error;
    }
    if (reply.error() == QNetworkReply::SslHandshakeFailedError || isCertificateAlert(reply.errorString())) {
        return handshakeError(reply.errorString());
    }
    const bool throughProxy = !m_client.m_connection.proxy.isEmpty();
    if (isProxyError(reply.error()) ||
        (throughProxy && reply.errorString().contains("proxy"_L1, Qt::CaseInsensitive))) {
        const QString proxy = m_client.m_connection.proxy.toDisplayString(QUrl::RemoveUserInfo);
        return {Error::Kind::Proxy, u"the proxy %1 does not let it through: %2"_s.arg(proxy, reply.errorString()), {}};
    }
    if (reply.error() == QNetworkReply::TimeoutError) {
        return {Error::Kind::TimedOut, reply.errorString(), m_request.path};
    }
    return {Error::Kind::Network, networkWords(reply, m_gotBytes), m_request.path};
}

bool Reply::triesAgain(const Response &response)
{
    using std::chrono::milliseconds;
    const bool throttled = !isStream() && (response.httpStatus == 429 || response.httpStatus == 503);
    const bool died = response.httpStatus == 0 && response.error->kind == Error::Kind::Network && !m_gotBytes &&
                      isDeadConnection(m_network->error());
    if (throttled && response.retryAfter && m_throttled++ < kThrottledAllowed) {
        dropNetworkReply();
        m_idle.stop();
        QTimer::singleShot(qMin(milliseconds(*response.retryAfter), m_client.m_patience.longestRetry), this,
                           &Reply::start);
        return true;
    }
    if (response.httpStatus == 401 && m_client.login() != nullptr && !std::exchange(m_renewedLogin, true)) {
        m_client.login()->refuse(m_loginGeneration);
        m_idle.stop();
        dropNetworkReply();
        start();
        return true;
    }
    if (died && m_deadConnections++ < kDeadConnectionsAllowed) {
        giveUpConnection(); // it may live on, and take nothing more
        dropNetworkReply();
        start();
        return true;
    }
    return false;
}

void Reply::end(const Response &response)
{
    m_idle.stop();
    dropNetworkReply();
    m_abortedBy = Error{Error::Kind::Cancelled, {}, {}};
    deleteLater();
    Q_EMIT finished(m_client.explained(response));
}

} // namespace faultline::kube
