#include "core/source/livefollow.h"

#include "core/model/kind.h"

#include <algorithm>

namespace faultline::source {

using State = FollowedKind::State;

LiveFollow::LiveFollow(kube::Client &client, const std::vector<KindPlace> &places, base::Timestamp now, FollowPace pace,
                       QObject *parent)
    : QObject(parent), m_client(client), m_pace(std::move(pace)), m_pulse(m_pace.senses, m_pace.pulse)
{
    m_serverAt = now;
    m_steadyAt = m_pace.senses.steadyMs();
    m_live.heard = {m_pace.senses.wallMs()};
    for (const KindPlace &place : places) {
        auto &kind =
            m_kinds.emplace_back(std::make_unique<FollowedKind>(client, m_decoder, place, m_pace.watch, m_pace.poll));
        connect(kind.get(), &FollowedKind::stateChanged, this, &LiveFollow::onStateChanged);
        connect(kind.get(), &FollowedKind::heard, this, &LiveFollow::onHeard);
        connect(kind.get(), &FollowedKind::fed, this, &LiveFollow::startBatch);
    }
    m_batch.setSingleShot(true);
    m_grace.setSingleShot(true);
    connect(&m_batch, &QTimer::timeout, this, &LiveFollow::takeBatch);
    connect(&m_decoder, &ChangeDecoder::taken, this, &LiveFollow::onTaken);
    connect(&m_tick, &QTimer::timeout, this, &LiveFollow::tick);
    connect(&m_grace, &QTimer::timeout, this, [this] { tell(liveNow()); });
    connect(&m_pulse, &Pulse::interrupted, this, &LiveFollow::onInterrupted);
}

void LiveFollow::start()
{
    if (std::exchange(m_isRunning, true)) {
        return;
    }
    m_live.state = Live::State::Off;
    m_pulse.start();
    m_tick.start(m_pace.tick);
    for (const auto &kind : m_kinds) {
        kind->start();
    }
    onStateChanged();
}

void LiveFollow::stop()
{
    if (!std::exchange(m_isRunning, false)) {
        return;
    }
    for (QTimer *timer : {&m_batch, &m_tick, &m_grace}) {
        timer->stop();
    }
    m_pulse.stop();
    for (const auto &kind : m_kinds) {
        kind->stop();
    }
}

/// What comes after a pause is told at once; what follows it closely, together.
void LiveFollow::startBatch()
{
    if (m_batch.isActive() || !m_isRunning) {
        return;
    }
    const auto past = std::chrono::milliseconds(m_sinceBatch.isValid() ? m_sinceBatch.elapsed() : m_pace.batch.count());
    m_batch.start(std::max(std::chrono::milliseconds(0), m_pace.batch - past));
}

void LiveFollow::takeBatch()
{
    if (std::exchange(m_isTaking, true)) {
        m_batch.start(m_pace.batch);
        return;
    }
    m_sinceBatch.start();
    m_decoder.take();
}

void LiveFollow::onTaken(const model::Changes &changes, const QStringList &warnings)
{
    m_isTaking = false;
    model::Changes timed = changes;
    timed.now = serverNow();
    Q_EMIT changed(timed, warnings);
}

/// A picture that nothing is heard of keeps its time, too.
void LiveFollow::tick()
{
    if (m_live.state == Live::State::Running || m_live.state == Live::State::Polling) {
        model::Changes time;
        time.now = serverNow();
        Q_EMIT changed(time, {});
    }
}

void LiveFollow::onHeard(const base::Timestamp &date)
{
    m_live.heard = {m_pace.senses.wallMs()};
    // The Date header has whole seconds: it moves our idea of the server's clock only when it has run away.
    constexpr qint64 kDriftMs = 2'000;
    if (date.isValid() && std::abs(date.ms - serverNow().ms) > kDriftMs) {
        m_serverAt = date;
        m_steadyAt = m_pace.senses.steadyMs();
    }
}

base::Timestamp LiveFollow::serverNow() const
{
    return m_serverAt.isValid() ? base::Timestamp{m_serverAt.ms + m_pace.senses.steadyMs() - m_steadyAt}
                                : base::Timestamp{};
}

void LiveFollow::onInterrupted()
{
    m_client.renewConnections();
    for (const auto &kind : m_kinds) {
        kind->reconnect();
    }
}

int LiveFollow::count(State state) const
{
    return static_cast<int>(
        std::count_if(m_kinds.begin(), m_kinds.end(), [=](const auto &kind) { return kind->state() == state; }));
}

Live LiveFollow::liveNow() const
{
    Live live{Live::State::Running, m_live.heard, {}, {}};
    for (const auto &kind : m_kinds) {
        if (kind->state() == State::Polling) {
            live.polled.append(model::resourceName(kind->kind()));
        }
        const bool isWorse = kind->state() == State::Failing || kind->state() == State::LoggedOut;
        if (kind->problem() && (isWorse || live.detail.isEmpty())) {
            live.detail = kind->problem()->detail;
        }
    }
    if (count(State::LoggedOut) > 0) {
        live.state = Live::State::Refused;
    } else if (count(State::Failing) > 0) {
        live.state = count(State::Running) > 0 ? Live::State::Resuming : Live::State::Down;
    } else if (count(State::Connecting) > 0) {
        live.state = Live::State::Resuming;
    } else if (!live.polled.isEmpty()) {
        live.state = Live::State::Polling;
    }
    return live;
}

void LiveFollow::onStateChanged()
{
    if (!m_isRunning) {
        return;
    }
    const Live live = liveNow();
    // Streams are renewed every few minutes: that is no news until it takes long.
    const bool isRenewing = live.state == Live::State::Resuming && count(State::Failing) == 0;
    const bool wasWell = m_live.state == Live::State::Running || m_live.state == Live::State::Polling;
    if (isRenewing && wasWell) {
        if (!m_grace.isActive()) {
            m_grace.start(m_pace.grace);
        }
        return;
    }
    m_grace.stop();
    tell(live);
}

void LiveFollow::tell(Live live)
{
    if (live != m_live) {
        m_live = std::move(live);
        Q_EMIT liveChanged(m_live);
    }
}

} // namespace faultline::source
