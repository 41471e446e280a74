#include "core/trial/controllertask.h"

#include "core/trial/controllerlog.h"
#include "core/trial/controllers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace faultline::trial {

using model::Trial;
using model::TrialSpeech;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 8 << 20;
constexpr qint64 kMostLogBytes = 256 << 10;

bool isReady(const QJsonObject &pod)
{
    for (const QJsonValue condition : pod["status"_L1]["conditions"_L1].toArray()) {
        if (condition["type"_L1].toString() == "Ready"_L1) {
            return condition["status"_L1].toString() == "True"_L1;
        }
    }
    return false;
}

struct DeclaredPort {
    QString name;
    int number = 0;
    QString container;
};

std::vector<DeclaredPort> declaredPorts(const QJsonObject &pod)
{
    std::vector<DeclaredPort> ports;
    for (const QJsonValue container : pod["spec"_L1]["containers"_L1].toArray()) {
        for (const QJsonValue port : container["ports"_L1].toArray()) {
            ports.push_back(
                {port["name"_L1].toString(), port["containerPort"_L1].toInt(), container["name"_L1].toString()});
        }
    }
    return ports;
}

/// The first of the usual ports that the Pod declares, else the one whose name says so; none where neither is there: a
/// refusal at a port that was merely guessed would say nothing.
std::optional<DeclaredPort> portOf(const QJsonObject &pod, const std::vector<int> &usual, QLatin1StringView scheme)
{
    const std::vector<DeclaredPort> declared = declaredPorts(pod);
    const auto find = [&](const auto &fits) {
        const auto found = std::find_if(declared.begin(), declared.end(), fits);
        return found == declared.end() ? std::nullopt : std::optional(*found);
    };
    for (const int number : usual) {
        if (auto port = find([&](const DeclaredPort &one) { return one.number == number; })) {
            return port;
        }
    }
    // Traefik calls them web and websecure.
    const QLatin1StringView other = scheme == "https"_L1 ? "websecure"_L1 : "web"_L1;
    return find([&](const DeclaredPort &one) { return one.name == scheme || one.name == other; });
}

} // namespace

ControllerTask::ControllerTask(const model::TrialKey &key, kube::Client &client, const Limits &limits, QObject *parent)
    : Task(parent), m_key(key), m_client(client), m_limits(limits)
{
}

ControllerTask::~ControllerTask()
{
    if (m_reply != nullptr) {
        m_reply->cancel();
    }
}

void ControllerTask::start()
{
    begin();
    const ControllerKind *known = controllerOf(m_key.controller);
    if (known != nullptr && known->labelSelectors.isEmpty()) {
        return notPossible(u"%1 runs outside of the cluster: there is no Pod to ask"_s.arg(known->name));
    }
    // Somebody else's controller has never heard of this Ingress.
    if (known == nullptr && !m_key.controller.isEmpty()) {
        return notPossible(u"how the Pods of the controller %1 are labelled is not known"_s.arg(m_key.controller));
    }
    for (const ControllerKind &kind : controllerKinds()) {
        for (const QString &selector : kind.labelSelectors) {
            if (known == nullptr || known == &kind) {
                m_selectors.emplace_back(selector, &kind);
            }
        }
    }
    std::reverse(m_selectors.begin(), m_selectors.end());
    look();
}

void ControllerTask::look()
{
    if (m_selectors.empty()) {
        return notPossible(u"no ready Pod of an ingress controller was found by its usual labels and ports"_s);
    }
    const auto [selector, kind] = m_selectors.back();
    m_selectors.pop_back();
    m_kind = kind;
    kube::Request request;
    request.path = u"/api/v1/pods"_s;
    request.query.addQueryItem(u"labelSelector"_s, QString::fromLatin1(QUrl::toPercentEncoding(selector)));
    request.query.addQueryItem(u"limit"_s, u"20"_s);
    request.limitBytes = kMostBytes;
    m_reply = m_client.get(request);
    connect(m_reply, &kube::Reply::finished, this, &ControllerTask::onPods);
}

void ControllerTask::onPods(const kube::Response &response)
{
    if (response.error) {
        return finish(refusedTrial(*response.error));
    }
    for (const QJsonValue item : QJsonDocument::fromJson(response.body)["items"_L1].toArray()) {
        const QJsonObject pod = item.toObject();
        const bool isHttps = m_key.speech == TrialSpeech::Https;
        const auto port =
            portOf(pod, isHttps ? m_kind->httpsPorts : m_kind->httpPorts, isHttps ? "https"_L1 : "http"_L1);
        if (isReady(pod) && port) {
            return ask({model::Kind::Pod, pod["metadata"_L1]["namespace"_L1].toString(),
                        pod["metadata"_L1]["name"_L1].toString()},
                       port->number, port->container);
        }
    }
    look();
}

void ControllerTask::ask(const model::ObjectRef &pod, int port, const QString &container)
{
    model::TrialKey key = m_key;
    key.object = pod;
    key.port = port;
    m_tunnel = std::make_unique<TunnelTask>(key, m_client, m_limits);
    connect(m_tunnel.get(), &Task::done, this, [this, pod, container](Trial trial) {
        trial.byProxy = isControllersOwn(trial);
        trial.via = pod;
        if (trial.byProxy && trial.httpStatus == 404 && m_key.controller.isEmpty()) {
            trial.outcome = Trial::Outcome::NotPossible;
            trial.words = u"%1 knows no such rule; whether it serves this Ingress is not known"_s.arg(m_kind->name);
        }
        if (trial.outcome == Trial::Outcome::NotAllowed) {
            return finish(std::move(trial)); // it got nowhere: no log tells of it
        }
        readLog(trial, container);
    });
    m_tunnel->start();
}

/// What the controller wrote of this host: read after the request, so that it is in it. Without the right to read it
/// the trial is as good as it was.
void ControllerTask::readLog(const Trial &trial, const QString &container)
{
    kube::Request request;
    request.path = u"/api/v1/namespaces/%1/pods/%2/log"_s.arg(trial.via.nameSpace, trial.via.name);
    request.query.addQueryItem(u"container"_s, QString::fromLatin1(QUrl::toPercentEncoding(container)));
    request.query.addQueryItem(u"tailLines"_s, u"500"_s);
    request.query.addQueryItem(u"sinceSeconds"_s, u"600"_s);
    request.query.addQueryItem(u"limitBytes"_s, QString::number(kMostLogBytes));
    request.accept = "*/*";
    request.limitBytes = 4 * kMostLogBytes;
    m_reply = m_client.get(request);
    connect(m_reply, &kube::Reply::finished, this, [this, trial](const kube::Response &response) {
        Trial told = trial;
        told.logLines = response.error ? QStringList{u"(the log could not be read: %1)"_s.arg(response.error->detail)}
                                       : linesAbout(QString::fromUtf8(response.body), m_key);
        finish(std::move(told));
    });
}

void ControllerTask::notPossible(const QString &words)
{
    Trial trial;
    trial.outcome = Trial::Outcome::NotPossible;
    trial.words = words;
    finish(std::move(trial));
}

} // namespace faultline::trial
