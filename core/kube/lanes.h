#pragma once

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>

#include <memory>
#include <vector>

namespace faultline::kube {

/// How an answer is taken: as a whole, or as it comes (a watch, a log that is followed), for minutes.
enum class Delivery { Whole, Stream };

/// The network managers of one client. Over HTTP/2 one is enough: a connection carries everything. Over HTTP/1.1 (a
/// load balancer, `kubectl proxy`) a stream keeps its connection for itself, and Qt opens six per manager: streams get
/// managers of their own there, so that lists and other streams do not wait behind them for ever.
class Lanes
{
public:
    explicit Lanes(const QNetworkProxy &proxy);

    QNetworkReply *get(const QNetworkRequest &request, Delivery delivery);

    /// What an answer showed of the server. Until then HTTP/1.1 is assumed.
    void learn(const QNetworkReply &answer);
    bool isHttp2() const { return m_isHttp2; }
    const QNetworkProxy &proxy() const { return m_proxy; }

    /// No request that comes from now on goes over a connection that is open now; those on their way stay on theirs.
    void renew();

    /// The same for the connections of one manager, which lost a request of its own. Nothing when it was given up
    /// before.
    void giveUp(const QNetworkAccessManager *manager);

private:
    using Manager = std::unique_ptr<QNetworkAccessManager>;
    Manager make() const;
    QNetworkAccessManager &laneFor(Delivery delivery);

    QNetworkProxy m_proxy;
    Manager m_main;
    std::vector<Manager> m_streams; ///< HTTP/1.1 only
    std::vector<Manager> m_former;  ///< until the last of their replies is gone
    bool m_isHttp2 = false;
};

} // namespace faultline::kube
