#include "core/kube/watch.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// etcd takes objects of 1.5 MB; with what the server adds a line stays far below this.
constexpr qsizetype kLongestLine = 4 * 1024 * 1024;

constexpr seconds kTermGrace{30}; ///< after which a stream that the server should have ended is taken for dead

/// A watch that fails that often in a row on what the server sends, not on the way to it, is begun anew with a list.
constexpr int kMostFailures = 5;

bool isRefusal(const Response &response)
{
    switch (response.httpStatus) {
    case 400:
    case 401:
    case 403:
    case 404:
    case 405:
    case 406:
        return true;
    default:
        return response.error->kind == Error::Kind::Unauthorized || response.error->kind == Error::Kind::Usage;
    }
}

} // namespace

Watch::Watch(Client &client, QString path, QByteArray accept, const Pace &pace, QObject *parent)
    : QObject(parent), m_client(client), m_path(std::move(path)), m_accept(std::move(accept)), m_pace(pace)
{
    m_again.setSingleShot(true);
    m_watchdog.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Watch::connectStream);
    connect(&m_watchdog, &QTimer::timeout, this, &Watch::onSilence);
}

Watch::~Watch() { dropStream(); }

void Watch::start(const QString &resourceVersion)
{
    m_resourceVersion = resourceVersion;
    m_backOff.reset();
    m_problem.reset();
    connectStream();
}

void Watch::stop() { endWith(State::Idle, std::nullopt); }

void Watch::reconnect()
{
    if (m_state == State::Connecting || m_state == State::Running || m_state == State::Waiting) {
        connectStream();
    }
}

void Watch::enter(State state)
{
    if (std::exchange(m_state, state) != state) {
        Q_EMIT stateChanged();
    }
}

void Watch::connectStream()
{
    dropStream();
    Request request{m_path, queryForNext(), m_accept};
    request.delivery = Delivery::Stream;
    m_reply = m_client.get(request);
    connect(m_reply, &Reply::opened, this, &Watch::onOpened);
    connect(m_reply, &Reply::arrived, this, &Watch::onArrived);
    connect(m_reply, &Reply::finished, this, &Watch::onFinished);
    enter(State::Connecting);
}

void Watch::dropStream()
{
    m_again.stop();
    m_watchdog.stop();
    m_line.clear();
    m_gotEvents = false;
    if (m_reply) {
        m_reply->cancel();
        m_reply = nullptr;
    }
}

QUrlQuery Watch::queryForNext()
{
    m_term = seconds(static_cast<int>(static_cast<double>(m_pace.term.count()) * (1.0 + m_pace.chance())));
    QUrlQuery query = m_query;
    query.addQueryItem(u"watch"_s, u"true"_s);
    query.addQueryItem(u"allowWatchBookmarks"_s, u"true"_s);
    query.addQueryItem(u"resourceVersion"_s, m_resourceVersion);
    query.addQueryItem(u"timeoutSeconds"_s, QString::number(m_term.count()));
    return query;
}

void Watch::onOpened(const base::Timestamp &date)
{
    m_opened.start();
    m_watchdog.start(m_sendsBookmarks ? m_pace.silence : milliseconds(m_term + kTermGrace));
    enter(State::Running);
    Q_EMIT heard(date);
}

void Watch::onArrived(const QByteArray &bytes)
{
    m_line += bytes;
    const std::vector<WatchEvent> events = takeEvents();
    m_watchdog.start(m_sendsBookmarks ? m_pace.silence : milliseconds(m_term + kTermGrace));
    Q_EMIT heard({});
    if (!events.empty()) {
        m_gotEvents = true;
        m_backOff.reset();
        Q_EMIT happened(events);
    }
    if (m_error) {
        onError(std::exchange(m_error, std::nullopt)->object);
    } else if (m_line.size() > kLongestLine) {
        endWith(State::Gone, Error{Error::Kind::TooLarge, u"an object is larger than 4 MB"_s, m_path});
    }
}

/// The whole lines of what has come, up to the first one that ends the stream.
std::vector<WatchEvent> Watch::takeEvents()
{
    std::vector<WatchEvent> events;
    qsizetype begin = 0;
    for (qsizetype end = m_line.indexOf('\n'); end >= 0 && !m_error; end = m_line.indexOf('\n', begin)) {
        WatchEvent event = watchEvent(QByteArrayView(m_line).sliced(begin, end - begin));
        begin = end + 1;
        if (event.type == WatchEvent::Type::Error || event.type == WatchEvent::Type::Unreadable) {
            m_error = std::move(event);
            continue;
        }
        if (!event.resourceVersion.isEmpty()) {
            m_resourceVersion = event.resourceVersion;
        }
        if (event.type == WatchEvent::Type::Bookmark) {
            m_sendsBookmarks = true;
        } else {
            events.push_back(std::move(event));
        }
    }
    m_line.remove(0, begin);
    return events;
}

void Watch::onFinished(const Response &response)
{
    m_reply = nullptr;
    const bool wasRunning = m_state == State::Running;
    const bool lived = wasRunning && (m_gotEvents || m_opened.hasExpired(m_pace.shortest.count()));
    dropStream();
    if (response.httpStatus == 410) {
        endWith(State::Gone, response.error);
    } else if (response.error && !wasRunning && isRefusal(response)) {
        endWith(State::Refused, response.error);
    } else if (lived) {
        // Its time was over, or the connection broke in the middle: it goes on from where it was.
        m_backOff.reset();
        m_problem = response.error;
        connectStream();
    } else {
        const Error tooShort{Error::Kind::Network, u"the watch ended as soon as it had begun"_s, m_path};
        fail(response.error.value_or(tooShort), response.retryAfter.value_or(seconds(0)));
    }
}

/// An ERROR event: a metav1.Status in the place of an object; or a line that is no event.
void Watch::onError(const QByteArray &status)
{
    const QJsonObject object = QJsonDocument::fromJson(status).object();
    const QString message = object.value("message"_L1).toString();
    const Error error{Error::Kind::Server, message.isEmpty() ? u"the watch sent something that is no event"_s : message,
                      m_path};
    if (object.value("code"_L1).toInt() == 410 || m_backOff.failures() >= kMostFailures) {
        endWith(State::Gone, error);
        return;
    }
    fail(error, seconds(object.value("details"_L1).toObject().value("retryAfterSeconds"_L1).toInt()));
}

void Watch::onSilence()
{
    // The connection may be half dead: neither this watch nor anybody else shall be given it again.
    if (m_reply) {
        m_reply->giveUpConnection();
    }
    m_problem = Error{Error::Kind::TimedOut, u"nothing came from the server for a long time"_s, m_path};
    connectStream();
}

void Watch::fail(const Error &error, milliseconds retryAfter)
{
    dropStream();
    m_problem = error;
    m_again.start(m_backOff.next(m_pace, retryAfter));
    enter(State::Waiting);
}

void Watch::endWith(State state, const std::optional<Error> &problem)
{
    dropStream();
    m_problem = problem;
    enter(state);
}

} // namespace faultline::kube
