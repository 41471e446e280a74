#include "core/trial/trials.h"

#include "core/trial/publictask.h"

namespace faultline::trial {

using model::TrialSpeech;
using model::TrialWay;
using namespace Qt::StringLiterals;

Trials::Trials(std::vector<model::TrialKey> keys, kube::Client *client, const Limits &limits, QObject *parent)
    : QObject(parent), m_keys(std::move(keys)), m_client(client), m_limits(limits)
{
}

void Trials::start() { QMetaObject::invokeMethod(this, &Trials::next, Qt::QueuedConnection); }

void Trials::next()
{
    if (m_hasEnded) {
        return;
    }
    if (m_number == m_keys.size()) {
        m_hasEnded = true;
        m_task.reset();
        Q_EMIT finished(m_made);
        return;
    }
    const model::TrialKey &key = m_keys[m_number++];
    if (m_client == nullptr && key.way != TrialWay::Public) {
        return next(); // a file has nobody to ask
    }
    Q_EMIT trying(key, static_cast<int>(m_number), static_cast<int>(m_keys.size()));
    if (m_hasEnded) {
        return;
    }
    m_task = taskFor(key, m_client, m_limits);
    connect(
        m_task.get(), &Task::done, this,
        [this, key](const model::Trial &trial) {
            m_made.insert_or_assign(key, trial);
            next();
        },
        Qt::QueuedConnection);
    m_task->start();
}

void Trials::cancel()
{
    if (std::exchange(m_hasEnded, true)) {
        return;
    }
    m_task.reset();
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_made); }, Qt::QueuedConnection);
}

QString contactText(const model::TrialKey &key)
{
    const QString where = key.object.nameSpace + u'/' + key.object.name;
    const QString port = u':' + QString::number(key.port);
    const QString scheme = key.speech == TrialSpeech::Https  ? u"https://"_s
                           : key.speech == TrialSpeech::Http ? u"http://"_s
                                                             : u"tcp://"_s;
    switch (key.way) {
    case TrialWay::PodTunnel:
        return u"pods/portforward %1%2 (%3localhost%2%4)"_s.arg(where, port, scheme,
                                                                key.speech == TrialSpeech::Tcp ? QString() : key.path);
    case TrialWay::PodProxy:
        return u"pods/proxy %1%2%3"_s.arg(where, port, key.path);
    case TrialWay::ServiceProxy:
        return u"services/proxy %1%2%3"_s.arg(where, port, key.path);
    case TrialWay::Controller:
        return u"pods/portforward to a Pod of the ingress controller (%1%2%3)"_s.arg(scheme, key.host, key.path);
    case TrialWay::Public:
        return PublicTask::address(key).toDisplayString() +
               (key.address.isEmpty() ? QString() : u" (Host: %1)"_s.arg(key.host));
    }
    return where;
}

} // namespace faultline::trial
