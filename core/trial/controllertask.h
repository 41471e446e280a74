#pragma once

#include "core/trial/controllers.h"
#include "core/trial/task.h"
#include "core/trial/tunneltask.h"

#include <QtCore/QPointer>

namespace faultline::trial {

/// Finds a Pod of the ingress controller by its class and labels, in every namespace, and asks it through a tunnel as a
/// client would: with the rule's host and path, over TLS with that name.
class ControllerTask : public Task
{
    Q_OBJECT

public:
    ControllerTask(const model::TrialKey &key, kube::Client &client, const Limits &limits, QObject *parent = nullptr);
    ~ControllerTask() override;
    void start() override;

private:
    void look();
    void onPods(const kube::Response &response);
    void ask(const model::ObjectRef &pod, int port, const QString &container);
    void readLog(const model::Trial &trial, const QString &container);
    void notPossible(const QString &words);

    model::TrialKey m_key;
    kube::Client &m_client;
    Limits m_limits;
    std::vector<std::pair<QString, const ControllerKind *>> m_selectors; ///< still to look for
    QPointer<kube::Reply> m_reply;
    std::unique_ptr<TunnelTask> m_tunnel;
    const ControllerKind *m_kind = nullptr;
};

} // namespace faultline::trial
