#pragma once

#include "core/trial/task.h"

#include <QtNetwork/QNetworkAccessManager>

namespace faultline::trial {

/// Asks the outside address straight from this machine, without any credential and without following a redirect. What
/// is wrong with a certificate is told, and does not end it.
class PublicTask : public Task
{
    Q_OBJECT

public:
    PublicTask(const model::TrialKey &key, const Limits &limits, QObject *parent = nullptr);
    void start() override;

    /// What will be asked, for a person to see before.
    static QUrl address(const model::TrialKey &key);

private:
    void onFinished();

    model::TrialKey m_key;
    Limits m_limits;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    QString m_certificate;
};

} // namespace faultline::trial
