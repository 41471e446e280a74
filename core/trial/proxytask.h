#pragma once

#include "core/trial/task.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace faultline::trial {

/// Asks by way of the API server's own proxy: pods/proxy and services/proxy. HTTP and HTTPS alone.
class ProxyTask : public Task
{
    Q_OBJECT

public:
    ProxyTask(const model::TrialKey &key, kube::Client &client, const Limits &limits, QObject *parent = nullptr);
    ~ProxyTask() override;
    void start() override;

    /// What an answer of the proxy means. The API server's own words come as a Status object: "error trying to reach
    /// service: dial tcp 10.0.0.7:80: connect: connection refused", "no endpoints available for service"
    /// (apimachinery pkg/util/proxy, pkg/registry/core/service/storage).
    static model::Trial trialOf(const kube::Response &response);

private:
    model::TrialKey m_key;
    kube::Client &m_client;
    Limits m_limits;
    QPointer<kube::Reply> m_reply;
    QTimer m_late;
};

} // namespace faultline::trial
