#include "core/source/livelogs.h"

namespace faultline::source {

using model::LogText;
using State = model::LogText::State;
using namespace Qt::StringLiterals;

namespace {

constexpr size_t kParallel = 8;
constexpr int kLines = 200;
constexpr int kFewestLines = 8;
constexpr qsizetype kLimitBytes = 65'536;

bool isRuntimeRefusal(const QByteArray &text)
{
    return text.startsWith("unable to retrieve container logs for") ||
           text.startsWith("failed to try resolving symlinks in path");
}

bool saysNeverRan(const QString &message)
{
    return message.contains("is waiting to start"_L1) || message.contains("does not have a host assigned"_L1) ||
           (message.contains("previous terminated container"_L1) && message.contains("not found"_L1));
}

kube::Request requestFor(const model::LogKey &key, int lines)
{
    kube::Request request = logRequest(key);
    request.query.addQueryItem(u"tailLines"_s, QString::number(lines));
    request.query.addQueryItem(u"limitBytes"_s, QString::number(kLimitBytes));
    request.limitBytes = 4 * kLimitBytes;
    return request;
}

} // namespace

kube::Request logRequest(const model::LogKey &key)
{
    kube::Request request;
    request.path = u"/api/v1/namespaces/%1/pods/%2/log"_s.arg(key.nameSpace, key.pod);
    request.query.addQueryItem(u"container"_s, QString::fromLatin1(QUrl::toPercentEncoding(key.container)));
    if (key.previous) {
        request.query.addQueryItem(u"previous"_s, u"true"_s);
    }
    request.accept = "*/*";
    return request;
}

LogText logTextOf(const kube::Response &response)
{
    if (!response.error) {
        const QString text = QString::fromUtf8(response.body);
        return {isRuntimeRefusal(response.body) ? State::Unavailable : State::Text, text};
    }
    const QString &words = response.error->detail;
    const bool neverRan = response.httpStatus == 400 && saysNeverRan(words);
    return {neverRan ? State::NeverRan : State::Unavailable, words};
}

LiveLogs::LiveLogs(kube::Client &client, const std::vector<model::LogKey> &keys, QObject *parent)
    : QObject(parent), m_client(client)
{
    const std::set<model::LogKey> distinct(keys.begin(), keys.end());
    m_waiting.assign(distinct.begin(), distinct.end());
}

LiveLogs::~LiveLogs() { dropRunning(); }

void LiveLogs::start() { fetchMore(); }

void LiveLogs::stop()
{
    m_waiting.clear();
    dropRunning();
    fetchMore();
}

void LiveLogs::dropRunning()
{
    for (const auto &[key, reply] : m_running) {
        if (reply) {
            reply->cancel();
        }
    }
    m_running.clear();
}

void LiveLogs::fetchMore()
{
    while (!m_waiting.empty() && m_running.size() < kParallel) {
        fetch(m_waiting.front(), kLines);
        m_waiting.pop_front();
    }
    if (m_running.empty() && !std::exchange(m_isDone, true)) {
        QMetaObject::invokeMethod(this, &LiveLogs::done, Qt::QueuedConnection);
    }
}

void LiveLogs::fetch(const model::LogKey &key, int lines)
{
    kube::Reply *reply = m_client.get(requestFor(key, lines));
    m_running[key] = reply;
    connect(reply, &kube::Reply::finished, this,
            [this, key, lines](const kube::Response &response) { onFinished(key, lines, response); });
}

void LiveLogs::onFinished(const model::LogKey &key, int lines, const kube::Response &response)
{
    // limitBytes cuts at the end, where the reason of a crash stands: fewer lines bring the end back.
    if (response.body.size() >= kLimitBytes && lines > kFewestLines && !response.error) {
        fetch(key, lines / 5);
        return;
    }
    m_running.erase(key);
    m_logs[key] = logTextOf(response);
    fetchMore();
}

} // namespace faultline::source
