#pragma once

#include "app/interruption.h"
#include "app/patience.h"
#include "core/investigation/investigation.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>

#include <functional>

namespace faultline::app {

/// --wait: follows what is open until everything that was asked about is healthy, a fault is final, time is up, or a
/// signal comes. Says what it waits for whenever that changes.
class Waiting : public QObject
{
    Q_OBJECT

public:
    enum class End {
        Settled,     ///< healthy, or broken for good
        TimeUp,      ///< as it was at that moment
        Interrupted, ///< by SIGINT or SIGTERM
        Lost         ///< nothing was ever read, or the server takes the credentials no more
    };
    struct Plan {
        std::chrono::milliseconds longest;
        std::chrono::milliseconds finalAfter;
        std::function<std::vector<guide::Diagnosis>()> chosen; ///< what was asked about, as it stands now
        std::function<void(const QString &)> tell;             ///< a line for the person
        base::Language language = base::Language::English;
    };

    Waiting(investigation::Investigation &investigation, Plan plan);

    /// Runs an event loop of its own.
    End run();

private:
    void take();
    void tick();
    void tellState();
    void stop(End end);

    investigation::Investigation &m_investigation;
    Plan m_plan;
    Patience m_patience;
    Interruption m_interruption;
    QElapsedTimer m_clock;
    QEventLoop m_loop;
    std::vector<guide::Diagnosis> m_diagnoses;
    bool m_hasPicture = false;
    QStringList m_told;
    QString m_toldOfServer;
    std::optional<End> m_end;
};

} // namespace faultline::app
