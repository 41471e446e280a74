#pragma once

#include "core/kube/tunnel.h"
#include "core/trial/httptalk.h"
#include "core/trial/task.h"
#include "core/trial/tlsbox.h"

#include <optional>

namespace faultline::trial {

/// Asks a port inside a Pod through a tunnel: by HTTP, by HTTPS, or whether a connection stays open.
class TunnelTask : public Task
{
    Q_OBJECT

public:
    /// `key.object` is the Pod.
    TunnelTask(const model::TrialKey &key, kube::Client &client, const Limits &limits, QObject *parent = nullptr);
    void start() override;

private:
    void onOpened();
    void onReceived(const QByteArray &bytes);
    void onClosed(const std::optional<base::Error> &error);
    void onQuiet();
    void send();
    void answer();
    void endWith(model::Trial::Outcome outcome, const QString &words);

    model::TrialKey m_key;
    kube::Client &m_client;
    Limits m_limits;
    std::unique_ptr<kube::Tunnel> m_tunnel;
    std::optional<TlsBox> m_tls;
    HttpTalk m_talk;
    QTimer m_quiet;
    bool m_isOpen = false;
    bool m_gotBytes = false;
};

} // namespace faultline::trial
