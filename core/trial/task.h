#pragma once

#include "core/kube/client.h"
#include "core/model/trial.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>

#include <chrono>

namespace faultline::trial {

/// How long one trial may take. Tests shorten it.
struct Limits {
    std::chrono::milliseconds connect{2'000};
    std::chrono::milliseconds read{5'000};
    std::chrono::milliseconds quiet{1'000}; ///< TCP: a connection that lasts so long is an open one
};

/// One trial on its way. done() comes exactly once, never from within start(); the object does not delete itself.
class Task : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void start() = 0;

Q_SIGNALS:
    void done(const faultline::model::Trial &trial);

protected:
    void begin() { m_clock.start(); }
    void finish(model::Trial trial);
    bool hasEnded() const { return m_hasEnded; }

private:
    QElapsedTimer m_clock;
    bool m_hasEnded = false;
};

/// The task for a key. Public needs no client.
std::unique_ptr<Task> taskFor(const model::TrialKey &key, kube::Client *client, const Limits &limits);

/// What a request that was refused means for a trial: NotAllowed for a 401 or 403, else NotPossible, in its words.
model::Trial refusedTrial(const base::Error &error);

} // namespace faultline::trial
