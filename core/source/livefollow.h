#pragma once

#include "core/source/followedkind.h"
#include "core/source/live.h"
#include "core/source/pulse.h"

#include <QtCore/QElapsedTimer>

namespace faultline::source {

/// How a live picture is kept up to date. Tests shorten it.
struct FollowPace {
    kube::Pace watch;
    std::chrono::milliseconds batch{300};   ///< changes that follow others within this time are told as one
    std::chrono::milliseconds tick{10'000}; ///< how often the time alone is told
    std::chrono::milliseconds poll{60'000}; ///< between two lists of a kind that may not be watched
    std::chrono::milliseconds grace{3'000}; ///< a stream that is renewed within this time has not been away
    std::chrono::milliseconds pulse{5'000};
    Senses senses = Senses::real();
};

/// Follows all kinds that were read, together: batches what they bring, tells how live the picture is, and takes the
/// connections up again after sleep and a change of network.
class LiveFollow : public QObject
{
    Q_OBJECT

public:
    /// `now`: the server's clock at the moment.
    LiveFollow(kube::Client &client, const std::vector<KindPlace> &places, base::Timestamp now, FollowPace pace,
               QObject *parent = nullptr);

    void start();
    void stop(); ///< until start(); without a word

    const Live &live() const { return m_live; }

Q_SIGNALS:
    void changed(const faultline::model::Changes &changes, const QStringList &warnings);
    void liveChanged(const faultline::source::Live &live);

private:
    void onHeard(const base::Timestamp &date);
    void onStateChanged();
    void onInterrupted();
    void startBatch();
    void takeBatch();
    void onTaken(const model::Changes &changes, const QStringList &warnings);
    void tick();
    void tell(Live live);
    Live liveNow() const;
    base::Timestamp serverNow() const;
    int count(FollowedKind::State state) const;

    kube::Client &m_client;
    FollowPace m_pace;
    ChangeDecoder m_decoder;
    std::vector<std::unique_ptr<FollowedKind>> m_kinds;
    Pulse m_pulse;
    QTimer m_batch;
    QElapsedTimer m_sinceBatch; ///< was taken
    QTimer m_tick;
    QTimer m_grace; ///< runs while streams are being renewed and nothing is wrong yet
    Live m_live;
    bool m_isRunning = false;
    bool m_isTaking = false;
    base::Timestamp m_serverAt; ///< the server's clock ...
    qint64 m_steadyAt = 0;      ///< ... at that moment of ours
};

} // namespace faultline::source
