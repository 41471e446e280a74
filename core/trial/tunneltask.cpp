#include "core/trial/tunneltask.h"

namespace faultline::trial {

using model::Trial;
using model::TrialSpeech;
using namespace Qt::StringLiterals;

TunnelTask::TunnelTask(const model::TrialKey &key, kube::Client &client, const Limits &limits, QObject *parent)
    : Task(parent), m_key(key), m_client(client), m_limits(limits), m_talk(key)
{
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &TunnelTask::onQuiet);
}

void TunnelTask::start()
{
    begin();
    const kube::TunnelTarget target{m_key.object.nameSpace, m_key.object.name, static_cast<quint16>(m_key.port)};
    m_tunnel = std::make_unique<kube::Tunnel>(m_client, target, m_limits.connect);
    connect(m_tunnel.get(), &kube::Tunnel::opened, this, &TunnelTask::onOpened);
    connect(m_tunnel.get(), &kube::Tunnel::received, this, &TunnelTask::onReceived);
    connect(m_tunnel.get(), &kube::Tunnel::closed, this, &TunnelTask::onClosed);
    connect(m_tunnel.get(), &kube::Tunnel::refused, this, [this](const QString &words) {
        constexpr std::array outcomes{Trial::Outcome::Refused, Trial::Outcome::TimedOut, Trial::Outcome::Reset,
                                      Trial::Outcome::NotPossible};
        endWith(outcomes.at(static_cast<size_t>(kube::refusalOf(words))), words);
    });
}

void TunnelTask::onOpened()
{
    m_isOpen = true;
    if (m_key.speech == TrialSpeech::Tcp) {
        return m_quiet.start(m_limits.quiet);
    }
    m_quiet.start(m_limits.read);
    if (m_key.speech == TrialSpeech::Https) {
        m_tls.emplace(m_key.host);
        m_tls->write(m_talk.request());
        return send();
    }
    m_tunnel->write(m_talk.request());
}

void TunnelTask::send() { m_tunnel->write(m_tls->takeOutgoing()); }

void TunnelTask::onReceived(const QByteArray &bytes)
{
    if (hasEnded()) {
        return;
    }
    m_gotBytes = true;
    if (m_key.speech == TrialSpeech::Tcp) {
        m_talk.take(bytes);
        return answer();
    }
    QByteArray plain = bytes;
    if (m_tls) {
        plain = m_tls->take(bytes);
        send();
        if (m_tls->hasFailed()) {
            return endWith(Trial::Outcome::NotPossible, m_tls->problem());
        }
    }
    if (m_talk.take(plain)) {
        answer();
    }
}

void TunnelTask::answer()
{
    Trial trial;
    m_talk.tell(trial);
    trial.words = m_tls ? m_tls->certificate() : QString();
    trial.via = m_key.object;
    m_quiet.stop();
    m_tunnel->close();
    finish(std::move(trial));
}

void TunnelTask::onQuiet()
{
    const bool staysOpen = m_key.speech == TrialSpeech::Tcp;
    endWith(staysOpen ? Trial::Outcome::Answered : Trial::Outcome::TimedOut,
            staysOpen
                ? QString()
                : u"accepted, and no answer within %1 s"_s.arg(std::chrono::duration<double>(m_limits.read).count()));
}

void TunnelTask::onClosed(const std::optional<base::Error> &error)
{
    if (hasEnded()) {
        return;
    }
    if (!m_isOpen && error) {
        return finish(refusedTrial(*error));
    }
    if (m_gotBytes) {
        return answer(); // what there is of the body is all of it
    }
    endWith(error ? Trial::Outcome::Reset : Trial::Outcome::Closed, error ? error->detail : QString());
}

void TunnelTask::endWith(Trial::Outcome outcome, const QString &words)
{
    Trial trial;
    trial.outcome = outcome;
    trial.words = words;
    trial.via = m_key.object;
    m_quiet.stop();
    m_tunnel->close();
    finish(std::move(trial));
}

} // namespace faultline::trial
