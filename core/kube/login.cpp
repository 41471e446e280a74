#include "core/kube/login.h"

#include <QtCore/QDateTime>

namespace faultline::kube {

Login::Login(ExecPlugin plugin, std::chrono::milliseconds patience) : m_plugin(std::move(plugin)), m_patience(patience)
{
}

bool Login::isValid() const
{
    const bool isThere = !m_credential.token.isEmpty() || !m_credential.certificatePem.isEmpty();
    const bool isOver =
        m_credential.expires.isValid() && m_credential.expires.ms <= QDateTime::currentMSecsSinceEpoch();
    return isThere && !isOver;
}

void Login::renew()
{
    if (m_run) {
        return;
    }
    m_run = std::make_unique<PluginRun>(m_plugin, m_patience);
    connect(m_run.get(), &PluginRun::finished, this, &Login::take, Qt::QueuedConnection);
    m_run->start();
}

void Login::refuse(int generation)
{
    if (generation == m_generation) {
        m_credential = {};
    }
}

void Login::take(const base::Result<PluginCredential> &credential)
{
    m_run.reset();
    m_error = credential ? std::nullopt : std::optional(credential.error());
    m_credential = credential.value_or(PluginCredential{});
    ++m_generation;
    Q_EMIT ended();
}

} // namespace faultline::kube
