#include "core/trial/httptalk.h"

#include "core/kube/httphead.h"

#include <QtCore/QStringDecoder>
#include <QtCore/QUrl>

#include <algorithm>
#include <array>

namespace faultline::trial {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMost = 64 * 1024;
constexpr qsizetype kBodyShown = 512;
constexpr auto kHeadEnd = "\r\n\r\n";

// What tells where an answer comes from, and where it leads.
constexpr std::array kShown{"server"_L1, "content-type"_L1, "content-length"_L1,   "location"_L1,
                            "via"_L1,    "retry-after"_L1,  "www-authenticate"_L1, "x-envoy-upstream-service-time"_L1};

QString text(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    return decoder(bytes);
}

} // namespace

QByteArray HttpTalk::request() const
{
    const QString host = m_key.host.isEmpty() ? u"localhost:%1"_s.arg(m_key.port) : m_key.host;
    const QByteArray path = QUrl::toPercentEncoding(m_key.path.isEmpty() ? u"/"_s : m_key.path, "/?&=%:@!$'()*+,;~");
    return "GET " + path + " HTTP/1.1\r\nHost: " + QUrl::toAce(host.section(u':', 0, 0)) +
           (host.contains(u':') ? ':' + host.section(u':', 1).toLatin1() : QByteArray()) +
           "\r\nUser-Agent: faultline/" FAULTLINE_VERSION "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
}

qsizetype HttpTalk::bodyAt() const
{
    const qsizetype end = m_received.indexOf(kHeadEnd);
    return end < 0 ? -1 : end + 4;
}

bool HttpTalk::take(const QByteArray &bytes)
{
    m_received += bytes.left(kMost - m_received.size());
    return isEnough();
}

bool HttpTalk::isEnough() const
{
    if (m_received.size() >= kMost || (!m_received.startsWith("HTTP/") && m_received.size() >= 5)) {
        return true;
    }
    const qsizetype body = bodyAt();
    if (body < 0) {
        return false;
    }
    const qsizetype there = m_received.size() - body;
    bool isNumber = false;
    const qsizetype told = kube::headerIn(m_received.left(body), "Content-Length").toLongLong(&isNumber);
    return there >= (isNumber ? std::min(told, kBodyShown) : kBodyShown);
}

void HttpTalk::tell(model::Trial &trial) const
{
    using Outcome = model::Trial::Outcome;
    if (m_received.isEmpty()) {
        trial.outcome = Outcome::Closed;
        return;
    }
    trial.outcome = Outcome::Answered;
    if (!m_received.startsWith("HTTP/")) {
        trial.firstBytes = text(m_received.left(kBodyShown));
        return;
    }
    trial.statusLine = text(m_received.left(m_received.indexOf('\n')).trimmed());
    trial.httpStatus = trial.statusLine.section(u' ', 1, 1).toInt();
    const qsizetype body = bodyAt();
    for (const QByteArray &line : m_received.left(std::max<qsizetype>(body, 0)).split('\n').mid(1)) {
        const QString name = text(line.left(line.indexOf(':')).trimmed()).toLower();
        if (std::find(kShown.begin(), kShown.end(), name) != kShown.end()) {
            trial.headers.emplace_back(name, text(line.mid(line.indexOf(':') + 1).trimmed()));
        }
    }
    trial.firstBytes = body < 0 ? QString() : text(m_received.mid(body, kBodyShown));
}

} // namespace faultline::trial
