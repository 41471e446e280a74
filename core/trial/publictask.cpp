#include "core/trial/publictask.h"

#include "core/trial/controllers.h"

#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslError>

namespace faultline::trial {

using model::Trial;
using model::TrialSpeech;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBodyShown = 512;

Trial::Outcome outcomeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Trial::Outcome::Refused;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // by the transfer's time limit
        return Trial::Outcome::TimedOut;
    case QNetworkReply::RemoteHostClosedError:
        return Trial::Outcome::Closed;
    default:
        return Trial::Outcome::NotPossible;
    }
}

} // namespace

PublicTask::PublicTask(const model::TrialKey &key, const Limits &limits, QObject *parent)
    : Task(parent), m_key(key), m_limits(limits)
{
}

QUrl PublicTask::address(const model::TrialKey &key)
{
    QUrl url;
    const bool isHttps = key.speech == TrialSpeech::Https;
    url.setScheme(isHttps ? u"https"_s : u"http"_s);
    url.setHost(key.address.isEmpty() ? key.host : key.address);
    url.setPort(key.port == (isHttps ? 443 : 80) ? -1 : key.port);
    url.setPath(key.path.isEmpty() ? u"/"_s : key.path);
    return url;
}

void PublicTask::start()
{
    begin();
    QNetworkRequest request(address(m_key));
    if (!m_key.address.isEmpty()) {
        request.setRawHeader("Host", QUrl::toAce(m_key.host));
        request.setPeerVerifyName(m_key.host); // the name that TLS asks for, too
    }
    request.setRawHeader("User-Agent", "faultline/" FAULTLINE_VERSION);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(static_cast<int>((m_limits.connect + m_limits.read).count()));
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificate = errors.isEmpty() ? QString() : errors.front().errorString();
        m_reply->ignoreSslErrors();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        if (m_reply->bytesAvailable() >= kBodyShown) {
            onFinished(); // enough
        }
    });
    connect(m_reply, &QNetworkReply::finished, this, &PublicTask::onFinished);
}

void PublicTask::onFinished()
{
    if (hasEnded()) {
        return;
    }
    Trial trial;
    trial.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    trial.words = m_certificate;
    if (trial.httpStatus == 0) {
        trial.outcome = outcomeOf(m_reply->error());
        trial.words = m_reply->errorString();
    } else {
        trial.outcome = Trial::Outcome::Answered;
        trial.statusLine = u"HTTP %1 %2"_s.arg(trial.httpStatus)
                               .arg(m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString());
        for (const char *name : {"Server", "Location", "Content-Type"}) {
            if (m_reply->hasRawHeader(name)) {
                trial.headers.emplace_back(QString::fromLatin1(name).toLower(),
                                           QString::fromUtf8(m_reply->rawHeader(name)));
            }
        }
        trial.firstBytes = QString::fromUtf8(m_reply->read(kBodyShown));
        trial.byProxy = m_key.object.kind == model::Kind::Gateway && isControllersOwn(trial);
    }
    finish(std::move(trial));
}

} // namespace faultline::trial
