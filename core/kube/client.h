#pragma once

#include "core/kube/lanes.h"
#include "core/kube/login.h"
#include "core/kube/reply.h"

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QSslConfiguration>

#include <chrono>
#include <memory>

namespace faultline::kube {

/// How long to wait. Tests shorten it.
struct Patience {
    std::chrono::milliseconds plugin{180'000};     ///< for a credential plugin: a person may be at a login page
    std::chrono::milliseconds idle{30'000};        ///< without a byte from the server, connecting included
    std::chrono::milliseconds longestRetry{5'000}; ///< of a Retry-After
};

/// Speaks HTTP to one API server as one user. It has a network manager of its own: Qt gives a request of another user
/// to a connection that was already opened with the first one's certificate.
class Client : public QObject
{
    Q_OBJECT

public:
    /// Errors: Malformed, Unsupported, Usage for credentials that cannot be used, and for a plugin that nobody allowed.
    static base::Result<std::unique_ptr<Client>> open(const Connection &connection, const Patience &patience = {});
    ~Client() override;

    /// Starts a GET. The reply belongs to the client and is gone soon after its finished() (or with the client).
    Reply *get(const Request &request);

    /// The connections are not to be trusted any more (the machine slept, the network is another): every request from
    /// now on goes over a new one. Requests on their way are left alone.
    void renewConnections() { m_lanes.renew(); }

    /// As the last answer showed; false before the first one.
    bool usesHttp2() const { return m_lanes.isHttp2(); }

private:
    friend class Reply;
    friend class WebSocket;
    Client(Connection connection, const QSslConfiguration &tls, const QNetworkProxy &proxy, const Patience &patience);

    /// The plugin's login, or nullptr where the connection has a credential of its own.
    Login *login() { return m_login.get(); }
    void takeCredential();
    const QNetworkProxy &proxy() const { return m_lanes.proxy(); }

    /// Errors: File when the token file cannot be read; those of tls.h for a certificate that a plugin gave.
    base::Result<QNetworkRequest> prepared(const Request &request) const;
    QNetworkReply *send(const QNetworkRequest &request, Delivery delivery) { return m_lanes.get(request, delivery); }
    void giveUp(const QNetworkAccessManager *manager) { m_lanes.giveUp(manager); }
    void learn(const QNetworkReply &answer) { m_lanes.learn(answer); }
    void heardFromServer() { m_lastHeard.start(); }
    std::chrono::milliseconds silence() const { return std::chrono::milliseconds(m_lastHeard.elapsed()); }

    /// A 401 with what to run to log in again.
    Response explained(Response response) const;

    Connection m_connection;
    std::unique_ptr<Login> m_login;
    QSslConfiguration m_tls;
    std::optional<base::Error> m_credentialProblem; ///< what a plugin gave cannot be used
    Patience m_patience;
    QElapsedTimer m_lastHeard;
    Lanes m_lanes;
};

} // namespace faultline::kube
