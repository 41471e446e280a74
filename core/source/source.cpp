#include "core/source/source.h"

using namespace Qt::StringLiterals;

namespace faultline::source {

void Source::fetchObjects(const std::vector<model::ObjectRef> &refs)
{
    std::map<model::ObjectRef, model::RawObject> objects;
    for (const model::ObjectRef &ref : refs)
        objects[ref] = {model::RawObject::State::Unavailable, {}, u"this source cannot be read a second time"_s};
    QMetaObject::invokeMethod(
        this, [this, objects] { Q_EMIT objectsFetched(objects); }, Qt::QueuedConnection);
}

void Source::tryConnections(const std::vector<model::TrialKey> &keys)
{
    m_trials = std::make_unique<trial::Trials>(keys, clientForTrials());
    connect(m_trials.get(), &trial::Trials::trying, this, &Source::trying);
    connect(m_trials.get(), &trial::Trials::finished, this, &Source::tried);
    m_trials->start();
}

OpenForward Source::HeldForward::told() const
{
    return {forward->target(), speech, forward->localPort(), forward->connections(), forward->problem()};
}

base::Result<OpenForward> Source::openForward(const kube::TunnelTarget &target, model::TrialSpeech speech)
{
    kube::Client *client = clientForTrials();
    if (client == nullptr) {
        return base::failure(base::Error::Kind::Unsupported, QStringLiteral("there is no server to open a tunnel to"));
    }
    auto forward = std::make_unique<trial::Forward>(*client, target);
    if (const auto port = forward->open(); !port) {
        return tl::unexpected(port.error());
    }
    connect(forward.get(), &trial::Forward::changed, this, &Source::forwardsChanged);
    const OpenForward told = m_forwards.emplace_back(HeldForward{std::move(forward), speech}).told();
    Q_EMIT forwardsChanged();
    return told;
}

void Source::stopForward(quint16 localPort)
{
    const auto stopped =
        std::erase_if(m_forwards, [localPort](const auto &held) { return held.forward->localPort() == localPort; });
    if (stopped > 0) {
        Q_EMIT forwardsChanged();
    }
}

std::vector<OpenForward> Source::forwards() const
{
    std::vector<OpenForward> open;
    for (const HeldForward &held : m_forwards) {
        open.push_back(held.told());
    }
    return open;
}

void Source::dropTrials()
{
    m_trials.reset();
    m_forwards.clear();
}

void Source::endTrials()
{
    cancelTrials();
    if (!std::exchange(m_forwards, {}).empty()) {
        Q_EMIT forwardsChanged();
    }
}

void Source::cancelTrials()
{
    if (m_trials)
        m_trials->cancel();
}

} // namespace faultline::source
