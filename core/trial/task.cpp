#include "core/trial/task.h"

#include "core/trial/controllertask.h"
#include "core/trial/proxytask.h"
#include "core/trial/publictask.h"
#include "core/trial/tunneltask.h"

#include <QtCore/QDateTime>

namespace faultline::trial {

void Task::finish(model::Trial trial)
{
    if (std::exchange(m_hasEnded, true)) {
        return;
    }
    if (!trial.time.isValid()) { // else it was taken from the request itself
        trial.milliseconds = m_clock.isValid() ? static_cast<int>(m_clock.elapsed()) : 0;
        trial.time = base::Timestamp{QDateTime::currentMSecsSinceEpoch()};
    }
    QMetaObject::invokeMethod(
        this, [this, trial = std::move(trial)] { Q_EMIT done(trial); }, Qt::QueuedConnection);
}

std::unique_ptr<Task> taskFor(const model::TrialKey &key, kube::Client *client, const Limits &limits)
{
    using model::TrialWay;
    if (key.way == TrialWay::Public) {
        return std::make_unique<PublicTask>(key, limits);
    }
    Q_ASSERT(client != nullptr);
    switch (key.way) {
    case TrialWay::PodTunnel:
        return std::make_unique<TunnelTask>(key, *client, limits);
    case TrialWay::Controller:
        return std::make_unique<ControllerTask>(key, *client, limits);
    default:
        return std::make_unique<ProxyTask>(key, *client, limits);
    }
}

model::Trial refusedTrial(const base::Error &error)
{
    using Kind = base::Error::Kind;
    using Outcome = model::Trial::Outcome;
    model::Trial trial;
    trial.outcome =
        error.kind == Kind::Forbidden || error.kind == Kind::Unauthorized ? Outcome::NotAllowed : Outcome::NotPossible;
    trial.words = error.detail;
    return trial;
}

} // namespace faultline::trial
