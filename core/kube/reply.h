#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/kube/connection.h"
#include "core/kube/lanes.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslError>

#include <chrono>
#include <optional>

namespace faultline::kube {

class Client;

struct Request {
    QString path{}; ///< "/api/v1/pods", without the server's own path prefix
    QUrlQuery query{};
    QByteArray accept = QByteArrayLiteral("application/json");
    qint64 limitBytes = qint64(1) << 30; ///< more is Error::Kind::TooLarge; of a stream there is no limit
    Delivery delivery = Delivery::Whole;
};

/// How a request ended. `error` is empty for a 2xx only.
struct Response {
    int httpStatus = 0;   ///< 0 when there was no answer
    QByteArray body;      ///< with an error: its first 256 KB
    base::Timestamp date; ///< the server's clock by its Date header; invalid without one
    std::optional<base::Error> error;
    std::optional<std::chrono::seconds> retryAfter = {}; ///< the Retry-After header, where it is a number
};

/// One GET on its way. A connection that dies before the first byte is tried once more, a 429 or 503 with Retry-After
/// twice, a 401 once with a new credential where a plugin makes them. Ends with exactly one finished(), never from
/// within Client::get(); cancel() ends it silently. A stream hands on what comes, waits for its next bytes as long as
/// they take, and leaves it to its owner what to do about a 429 or 503.
class Reply : public QObject
{
    Q_OBJECT

public:
    ~Reply() override;

    /// Ends it without a word. The object deletes itself.
    void cancel();

    /// Its connection may be dead without knowing it: no further request shall be given to it.
    void giveUpConnection();

Q_SIGNALS:
    /// A stream was answered with a 2xx.
    void opened(const faultline::base::Timestamp &date);
    void arrived(const QByteArray &bytes);
    void finished(const faultline::kube::Response &response);

private:
    friend class Client;
    Reply(Client &client, const Request &request);

    void start();
    void awaitLogin();
    void afterLogin();
    void send();
    void dropNetworkReply();
    void drain();
    void append(qint64 count);
    void onHead();
    void heard();
    bool isStream() const { return m_request.delivery == Delivery::Stream; }
    void onIdle();
    void onNetworkFinished();
    bool triesAgain(const Response &response);
    void end(const Response &response);
    base::Error networkError(const QNetworkReply &reply) const;
    std::optional<base::Error> errorOf(const QNetworkReply &reply, int httpStatus) const;

    Client &m_client;
    Request m_request;
    QNetworkReply *m_network = nullptr;
    QTimer m_idle;
    QByteArray m_body;
    QList<QSslError> m_sslErrors;
    std::optional<base::Error> m_abortedBy;
    int m_deadConnections = 0;
    int m_throttled = 0;
    int m_loginGeneration = 0; ///< of the credential that was sent
    bool m_renewedLogin = false;
    bool m_gotBytes = false;
    bool m_isOpen = false; ///< a stream that was answered with a 2xx
};

} // namespace faultline::kube
