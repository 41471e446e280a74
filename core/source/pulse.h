#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>

namespace faultline::source {

/// What tells the time and the network. Tests hand in their own.
struct Senses {
    std::function<qint64()> wallMs;         ///< the clock on the wall, since 1970
    std::function<qint64()> steadyMs;       ///< never set, and on Linux standing still while the machine sleeps
    std::function<QStringList()> addresses; ///< of this machine, other than loopback and link-local ones

    static Senses real();
};

/// Notices that the machine slept (the clock on the wall ran on, or a timer came far too late) or that it has other
/// addresses than before: TCP connections may be dead then, and nothing would tell for a quarter of an hour.
class Pulse : public QObject
{
    Q_OBJECT

public:
    explicit Pulse(Senses senses, std::chrono::milliseconds every = std::chrono::seconds(5), QObject *parent = nullptr);

    void start();
    void stop() { m_timer.stop(); }

    /// What the timer does.
    void beat();

Q_SIGNALS:
    void interrupted();

private:
    void remember();

    Senses m_senses;
    std::chrono::milliseconds m_every;
    QTimer m_timer;
    qint64 m_wallMs = 0;
    qint64 m_steadyMs = 0;
    QStringList m_addresses;
};

} // namespace faultline::source
