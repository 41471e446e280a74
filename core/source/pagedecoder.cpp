#include "core/source/pagedecoder.h"

#include "core/source/livekinds.h"

#include <QtConcurrent/QtConcurrent>

namespace faultline::source {

using model::Kind;

struct PageDecoder::State {
    model::ClusterData data;
    model::Decoder decoder{data};
    std::shared_ptr<Recorder> recorder;
};

PageDecoder::PageDecoder(std::shared_ptr<Recorder> recorder, QObject *parent)
    : QObject(parent), m_state(std::make_shared<State>())
{
    m_state->recorder = std::move(recorder);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PageDecoder::onFinished);
}

void PageDecoder::add(Kind kind, const QByteArray &page)
{
    enqueue([kind, page](State &state) {
        Outcome outcome{kind, state.decoder.decode(page, kind), {}};
        if (outcome.result && state.recorder)
            state.recorder->add(page, kind);
        return outcome;
    });
}

void PageDecoder::forgetKind(Kind kind)
{
    enqueue([kind](State &state) {
        forget(state.data, kind);
        if (state.recorder)
            state.recorder->forget(kind);
        return Outcome{};
    });
}

void PageDecoder::build(const LoadFacts &facts)
{
    enqueue([facts](State &state) {
        model::ClusterData data = std::move(state.data);
        data.unseen = facts.unseen;
        data.version = facts.version;
        data.allNamespaces = facts.allNamespaces;
        data.now = facts.now.isValid() ? facts.now : model::newestTime(data);
        return Outcome{Kind::Unknown, {}, std::make_shared<const model::Cluster>(std::move(data))};
    });
}

void PageDecoder::enqueue(Job job)
{
    m_jobs.push_back(std::move(job));
    runNext();
}

void PageDecoder::runNext()
{
    if (m_isBusy || m_jobs.empty()) {
        return;
    }
    m_isBusy = true;
    // The worker holds the state too: this object may be gone before the page is done.
    m_watcher.setFuture(QtConcurrent::run([state = m_state, job = std::move(m_jobs.front())] { return job(*state); }));
    m_jobs.pop_front();
}

void PageDecoder::onFinished()
{
    const Outcome outcome = m_watcher.result();
    m_isBusy = false;
    runNext();
    if (outcome.cluster) {
        Q_EMIT built(outcome.cluster);
    } else if (outcome.kind != Kind::Unknown && outcome.result) {
        Q_EMIT decoded(outcome.kind, *outcome.result);
    } else if (outcome.kind != Kind::Unknown) {
        Q_EMIT undecodable(outcome.kind, outcome.result.error());
    }
}

} // namespace faultline::source
