#pragma once

#include "core/kube/client.h"
#include "core/kube/pace.h"
#include "core/kube/watchevent.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>

namespace faultline::kube {

/// Watches one collection: GETs that stream one event a line, each going on from the resourceVersion that the last one
/// reached. Streams end every few minutes by themselves, break, or fall silent; the watch goes on by itself until it is
/// told that its resourceVersion is gone or that it may not watch.
class Watch : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Connecting,
        Running,
        Waiting, ///< after a failure, for the next try; problem()
        Gone,    ///< 410: what happened since is not to be had; list again, then start()
        Refused  ///< 401, 403 or no such thing: trying again does not help; problem()
    };

    Watch(Client &client, QString path, QByteArray accept, const Pace &pace = {}, QObject *parent = nullptr);
    ~Watch() override;

    /// `query` is added to what every watch asks for.
    void setQuery(const QUrlQuery &query) { m_query = query; }
    void start(const QString &resourceVersion);
    void stop();

    /// Tries again at once, over a new stream: the one there is may be dead without knowing it. Nothing for a watch
    /// that stands still.
    void reconnect();

    State state() const { return m_state; }
    const std::optional<base::Error> &problem() const { return m_problem; }
    const QString &resourceVersion() const { return m_resourceVersion; }

Q_SIGNALS:
    void stateChanged();

    /// Added, Modified and Deleted, in order; never empty.
    void happened(const std::vector<faultline::kube::WatchEvent> &events);

    /// Something came. `date` is the server's clock where the head of an answer told it, else invalid.
    void heard(const faultline::base::Timestamp &date);

private:
    void enter(State state);
    void connectStream();
    void dropStream();
    void onOpened(const base::Timestamp &date);
    void onArrived(const QByteArray &bytes);
    std::vector<WatchEvent> takeEvents();
    void onFinished(const Response &response);
    void onError(const QByteArray &status);
    void onSilence();
    void fail(const base::Error &error, std::chrono::milliseconds retryAfter = {});
    void endWith(State state, const std::optional<base::Error> &problem);
    QUrlQuery queryForNext();

    Client &m_client;
    QString m_path;
    QByteArray m_accept;
    Pace m_pace;
    QUrlQuery m_query;
    QString m_resourceVersion;
    State m_state = State::Idle;
    std::optional<base::Error> m_problem;
    QPointer<Reply> m_reply;
    QByteArray m_line; ///< the beginning of a line of which the end has not come
    BackOff m_backOff;
    QTimer m_again;
    QTimer m_watchdog;
    QElapsedTimer m_opened;
    std::chrono::seconds m_term{};
    std::optional<WatchEvent> m_error; ///< that ends the stream
    bool m_sendsBookmarks = false;
    bool m_gotEvents = false; ///< on this stream
};

} // namespace faultline::kube
