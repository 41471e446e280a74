#include "core/kube/lanes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace faultline::kube {

namespace {

/// Qt's QHttpNetworkConnection opens as many connections to a host.
constexpr qsizetype kConnectionsPerManager = 6;

/// Replies are children of their manager until they are deleted.
qsizetype repliesOf(const QNetworkAccessManager &manager)
{
    return manager.findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly).size();
}

} // namespace

Lanes::Lanes(const QNetworkProxy &proxy) : m_proxy(proxy), m_main(make()) {}

Lanes::Manager Lanes::make() const
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxy(m_proxy);
    return manager;
}

QNetworkReply *Lanes::get(const QNetworkRequest &request, Delivery delivery)
{
    std::erase_if(m_former, [](const Manager &former) { return repliesOf(*former) == 0; });
    return laneFor(delivery).get(request);
}

QNetworkAccessManager &Lanes::laneFor(Delivery delivery)
{
    if (delivery == Delivery::Whole || m_isHttp2) {
        return *m_main;
    }
    const auto free = std::find_if(m_streams.begin(), m_streams.end(),
                                   [](const Manager &lane) { return repliesOf(*lane) < kConnectionsPerManager; });
    return free != m_streams.end() ? **free : *m_streams.emplace_back(make());
}

void Lanes::learn(const QNetworkReply &answer)
{
    if (answer.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) {
        m_isHttp2 = answer.attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    }
}

void Lanes::renew()
{
    m_former.push_back(std::exchange(m_main, make()));
    std::move(m_streams.begin(), m_streams.end(), std::back_inserter(m_former));
    m_streams.clear();
}

void Lanes::giveUp(const QNetworkAccessManager *manager)
{
    if (m_main.get() == manager) {
        m_former.push_back(std::exchange(m_main, make()));
    }
    const auto lane =
        std::find_if(m_streams.begin(), m_streams.end(), [&](const Manager &each) { return each.get() == manager; });
    if (lane != m_streams.end()) {
        m_former.push_back(std::move(*lane));
        m_streams.erase(lane);
    }
}

} // namespace faultline::kube
