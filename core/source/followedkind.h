#pragma once

#include "core/kube/lister.h"
#include "core/kube/watch.h"
#include "core/source/changedecoder.h"

#include <QtCore/QElapsedTimer>

namespace faultline::source {

/// Where one kind is listed and watched.
struct KindPlace {
    model::Kind kind = model::Kind::Unknown;
    QString path;
    QString resourceVersion; ///< of the list that was read; empty = there is none to watch from
};

/// Keeps one kind up to date: by a watch; by a list and a new watch when what the watch missed is gone (410); by a list
/// from time to time where it may not be watched.
class FollowedKind : public QObject
{
    Q_OBJECT

public:
    FollowedKind(kube::Client &client, ChangeDecoder &decoder, KindPlace place, const kube::Pace &pace,
                 std::chrono::milliseconds pollEvery, QObject *parent = nullptr);

    void start();
    void stop();
    void reconnect();

    enum class State {
        Stopped,
        Connecting, ///< on its way, nothing is wrong
        Running,
        Listed,  ///< from time to time, as there is nothing to watch it by: one Namespace
        Polling, ///< likewise, since it may not be watched; problem()
        Failing, ///< waits for the next try; problem()
        LoggedOut
    };
    State state() const { return m_state; }
    const std::optional<base::Error> &problem() const { return m_problem; }
    model::Kind kind() const { return m_place.kind; }

Q_SIGNALS:
    void stateChanged();
    void heard(const faultline::base::Timestamp &date);
    void fed(); ///< something was given to the decoder

private:
    void enter(State state, const std::optional<base::Error> &problem = {});
    void onWatch();
    void list();
    void listAfterGone();
    void onListed(const kube::Response &last);
    void onListFailed(const kube::Response &last);
    void goOn();

    kube::Client &m_client;
    ChangeDecoder &m_decoder;
    KindPlace m_place;
    kube::Pace m_pace;
    std::chrono::milliseconds m_pollEvery;
    std::unique_ptr<kube::Lister> m_lister;
    kube::BackOff m_backOff;
    kube::BackOff m_goneBackOff;
    QElapsedTimer m_listed; ///< since the last whole list
    QTimer m_again;         ///< for the next list
    State m_state = State::Stopped;
    std::optional<base::Error> m_problem;
    std::optional<base::Error> m_refusal; ///< why it may not be watched
    bool m_mayWatch = true;
    kube::Watch m_watch;
};

} // namespace faultline::source
