#include "core/trial/proxytask.h"

#include "core/kube/status.h"

namespace faultline::trial {

using model::Trial;
using model::TrialSpeech;
using model::TrialWay;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMost = 64 * 1024;
constexpr qsizetype kBodyShown = 512;

QString pathOf(const model::TrialKey &key)
{
    const QString kind = key.way == TrialWay::PodProxy ? u"pods"_s : u"services"_s;
    const QString scheme = key.speech == TrialSpeech::Https ? u"https:"_s : QString();
    const QString path = key.path.startsWith(u'/') ? key.path : u'/' + key.path;
    return u"/api/v1/namespaces/%1/%2/%3%4:%5/proxy%6"_s.arg(key.object.nameSpace, kind, scheme, key.object.name)
        .arg(key.port)
        .arg(path);
}

// By the words of Go's network errors behind the API server's own.
Trial::Outcome outcomeOf(const QString &words)
{
    const auto says = [&](QLatin1StringView word) { return words.contains(word, Qt::CaseInsensitive); };
    if (says("connection refused"_L1) || says("no endpoints available"_L1)) {
        return Trial::Outcome::Refused;
    }
    if (says("timeout"_L1) || says("timed out"_L1) || says("deadline exceeded"_L1)) {
        return Trial::Outcome::TimedOut;
    }
    if (says("connection reset"_L1)) {
        return Trial::Outcome::Reset;
    }
    return says("EOF"_L1) ? Trial::Outcome::Closed : Trial::Outcome::NotPossible;
}

bool isProxysOwn(const kube::Status &status)
{
    return status.message.contains("error trying to reach service"_L1) ||
           status.message.contains("no endpoints available"_L1) || status.message.contains("no service port"_L1);
}

} // namespace

ProxyTask::ProxyTask(const model::TrialKey &key, kube::Client &client, const Limits &limits, QObject *parent)
    : Task(parent), m_key(key), m_client(client), m_limits(limits)
{
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, [this] {
        Trial trial;
        trial.outcome = Trial::Outcome::TimedOut;
        trial.words =
            u"no answer within %1 s"_s.arg(std::chrono::duration<double>(m_limits.connect + m_limits.read).count());
        m_reply->cancel();
        finish(std::move(trial));
    });
}

ProxyTask::~ProxyTask()
{
    if (m_reply != nullptr && !hasEnded()) {
        m_reply->cancel();
    }
}

void ProxyTask::start()
{
    begin();
    kube::Request request;
    request.path = pathOf(m_key);
    request.accept = "*/*";
    request.limitBytes = kMost;
    m_reply = m_client.get(request);
    m_late.start(m_limits.connect + m_limits.read);
    connect(m_reply, &kube::Reply::finished, this, [this](const kube::Response &response) {
        m_late.stop();
        Trial trial = trialOf(response);
        trial.via = m_key.way == TrialWay::PodProxy ? m_key.object : model::ObjectRef();
        finish(std::move(trial));
    });
}

Trial ProxyTask::trialOf(const kube::Response &response)
{
    const auto status = response.httpStatus >= 400 ? kube::statusOf(response.body) : std::nullopt;
    if (status && isProxysOwn(*status)) {
        Trial trial;
        trial.outcome = outcomeOf(status->message);
        trial.words = status->message;
        trial.byProxy = true;
        return trial;
    }
    // The API server's refusal names the subresource; an app that answers 403 does not come as a Status.
    if (response.httpStatus == 0 || (status && (response.httpStatus == 401 || response.httpStatus == 403 ||
                                                response.httpStatus == 404 || response.httpStatus == 405))) {
        return response.error ? refusedTrial(*response.error) : Trial();
    }
    Trial trial;
    trial.outcome = Trial::Outcome::Answered;
    trial.httpStatus = response.httpStatus;
    trial.statusLine = u"HTTP %1"_s.arg(response.httpStatus);
    trial.firstBytes = QString::fromUtf8(response.body.left(kBodyShown));
    return trial;
}

} // namespace faultline::trial
