#include "core/source/pulse.h"

#include <QtCore/QDateTime>
#include <QtCore/QElapsedTimer>
#include <QtNetwork/QNetworkInterface>

namespace faultline::source {

namespace {

/// A busy machine is late by some seconds; a clock is set by less than this, or by hand.
constexpr qint64 kSleepMs = 15'000;

QStringList ownAddresses()
{
    QStringList addresses;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback() && !address.isLinkLocal()) {
            addresses.append(address.toString());
        }
    }
    addresses.sort();
    return addresses;
}

} // namespace

Senses Senses::real()
{
    QElapsedTimer steady;
    steady.start();
    return {[] { return QDateTime::currentMSecsSinceEpoch(); }, [steady] { return steady.elapsed(); }, ownAddresses};
}

Pulse::Pulse(Senses senses, std::chrono::milliseconds every, QObject *parent)
    : QObject(parent), m_senses(std::move(senses)), m_every(every)
{
    connect(&m_timer, &QTimer::timeout, this, &Pulse::beat);
}

void Pulse::start()
{
    remember();
    m_timer.start(m_every);
}

void Pulse::remember()
{
    m_wallMs = m_senses.wallMs();
    m_steadyMs = m_senses.steadyMs();
    m_addresses = m_senses.addresses();
}

void Pulse::beat()
{
    const qint64 wall = m_senses.wallMs() - m_wallMs;
    const qint64 steady = m_senses.steadyMs() - m_steadyMs;
    const bool slept = wall - steady > kSleepMs || steady > m_every.count() + kSleepMs;
    const QStringList before = m_addresses;
    remember();
    // Without any address there is nothing to go to: the next one that appears counts.
    const bool moved = before != m_addresses && !m_addresses.isEmpty();
    if (slept || moved) {
        Q_EMIT interrupted();
    }
}

} // namespace faultline::source
