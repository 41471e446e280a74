#pragma once

#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>

#include <memory>

namespace faultline::app {

/// Turns the first SIGINT or SIGTERM into a signal of Qt's, so that a wait can end in order. A second one ends the
/// program at once. One at a time.
class Interruption : public QObject
{
    Q_OBJECT

public:
    Interruption();
    ~Interruption() override;

    bool hasCome() const { return m_hasCome; }

Q_SIGNALS:
    void came();

private:
    void read();

    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_hasCome = false;
};

} // namespace faultline::app
