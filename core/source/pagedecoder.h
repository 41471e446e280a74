#pragma once

#include "core/model/decode.h"
#include "core/source/recorder.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

#include <deque>
#include <functional>

namespace faultline::source {

/// What is known about a load besides its objects.
struct LoadFacts {
    std::map<model::Kind, model::Unseen> unseen;
    model::ServerVersion version;
    base::Timestamp now; ///< invalid: the newest time in the objects is taken
    bool allNamespaces = false;
};

/// Decodes pages one after the other, in the order in which they were added, on a worker of the global pool: one
/// Decoder over one ClusterData. Deleting it drops what waits; a page being decoded ends unheard.
class PageDecoder : public QObject
{
    Q_OBJECT

public:
    /// `recorder` is told every page that could be decoded, on the worker; may be null.
    explicit PageDecoder(std::shared_ptr<Recorder> recorder = {}, QObject *parent = nullptr);

    void add(model::Kind kind, const QByteArray &page);

    /// Takes back what was decoded of a kind so far.
    void forgetKind(model::Kind kind);

    /// Makes the Cluster; answers with built(). Nothing may be added after it.
    void build(const LoadFacts &facts);

Q_SIGNALS:
    void decoded(faultline::model::Kind kind, const faultline::model::DecodeSummary &summary);
    void undecodable(faultline::model::Kind kind, const faultline::base::Error &error);
    void built(const faultline::model::ClusterPtr &cluster);

private:
    struct State;
    struct Outcome {
        model::Kind kind = model::Kind::Unknown; ///< Unknown: nothing to tell
        base::Result<model::DecodeSummary> result;
        model::ClusterPtr cluster;
    };
    using Job = std::function<Outcome(State &)>;

    void enqueue(Job job);
    void runNext();
    void onFinished();

    std::shared_ptr<State> m_state;
    std::deque<Job> m_jobs;
    QFutureWatcher<Outcome> m_watcher;
    bool m_isBusy = false;
};

} // namespace faultline::source
