#include "core/source/changedecoder.h"

#include "core/model/clusterlists.h"
#include "core/model/decode.h"

#include <QtConcurrent/QtConcurrent>

#include <iterator>

namespace faultline::source {

using model::Changes;
using model::Kind;

namespace {

/// A decoder shares strings and Pod specs between objects and never forgets one: after that many events it begins anew.
constexpr int kEventsPerDecoder = 20'000;
constexpr qsizetype kWarningsKept = 50;

} // namespace

struct ChangeDecoder::State {
    State() { renewDecoder(); }

    void renewDecoder()
    {
        decoder = std::make_unique<model::Decoder>(bench);
        events = 0;
    }

    /// Decodes onto the bench; false where nothing came of it.
    bool decode(Kind kind, const QByteArray &json)
    {
        bench = {};
        const auto summary = decoder->decode(json, kind);
        const QStringList problems = summary ? summary->warnings : QStringList{summary.error().toString()};
        for (const QString &problem : problems) {
            if (warnings.size() < kWarningsKept) {
                warnings.append(model::resourceName(kind) + QStringLiteral(": ") + problem);
            }
        }
        return summary.has_value();
    }

    void addEvent(Kind kind, const kube::WatchEvent &event)
    {
        if (++events > kEventsPerDecoder) {
            renewDecoder();
        }
        if (!decode(kind, event.object)) {
            return;
        }
        Changes change;
        if (event.type == kube::WatchEvent::Type::Deleted) {
            model::forEachList([&](auto list) {
                for (const auto &object : bench.*list) {
                    change.gone.push_back(model::refOf(object));
                }
            });
        } else {
            change.objects = std::move(bench);
        }
        pending.push_back(std::move(change));
    }

    void addPage(Kind kind, const QByteArray &page)
    {
        if (!decode(kind, page)) {
            return;
        }
        model::ClusterData &list = lists[kind];
        model::forEachList([&](auto member) {
            auto &fresh = (bench.*member).shared();
            auto &known = (list.*member).shared();
            known.insert(known.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
        });
    }

    model::ClusterData bench; ///< where the decoder puts things
    std::unique_ptr<model::Decoder> decoder;
    int events = 0;
    std::vector<Changes> pending;
    std::map<Kind, model::ClusterData> lists;
    QStringList warnings;
};

ChangeDecoder::ChangeDecoder(QObject *parent) : QObject(parent), m_state(std::make_shared<State>())
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ChangeDecoder::onFinished);
}

void ChangeDecoder::add(Kind kind, const std::vector<kube::WatchEvent> &events)
{
    enqueue([kind, events](State &state) {
        for (const kube::WatchEvent &event : events) {
            state.addEvent(kind, event);
        }
        return std::nullopt;
    });
}

void ChangeDecoder::beginList(Kind kind)
{
    enqueue([kind](State &state) {
        state.lists[kind] = {};
        return std::nullopt;
    });
}

void ChangeDecoder::addPage(Kind kind, const QByteArray &page)
{
    enqueue([kind, page](State &state) {
        state.addPage(kind, page);
        return std::nullopt;
    });
}

void ChangeDecoder::endList(Kind kind)
{
    enqueue([kind](State &state) {
        Changes change;
        change.objects = std::move(state.lists[kind]);
        change.relisted.insert(kind);
        state.lists.erase(kind);
        state.pending.push_back(std::move(change));
        return std::nullopt;
    });
}

void ChangeDecoder::hide(Kind kind, const model::Unseen &why)
{
    enqueue([kind, why](State &state) {
        Changes change;
        change.unseen[kind] = why;
        state.pending.push_back(std::move(change));
        return std::nullopt;
    });
}

void ChangeDecoder::take()
{
    enqueue([](State &state) {
        Changes changes = model::coalesced(std::exchange(state.pending, {}));
        return std::optional(Taken{std::move(changes), std::exchange(state.warnings, {})});
    });
}

void ChangeDecoder::enqueue(Job job)
{
    m_jobs.push_back(std::move(job));
    runNext();
}

void ChangeDecoder::runNext()
{
    if (m_isBusy || m_jobs.empty()) {
        return;
    }
    m_isBusy = true;
    // All that waits at once: a storm of events is many small jobs. The worker holds the state too, as this object may
    // be gone before it is done.
    m_watcher.setFuture(QtConcurrent::run([state = m_state, round = std::exchange(m_jobs, {})] {
        std::optional<Taken> outcome;
        for (const Job &job : round) {
            std::optional<Taken> result = job(*state);
            if (outcome && result) {
                std::vector<Changes> both;
                both.push_back(std::move(outcome->changes));
                both.push_back(std::move(result->changes));
                result = Taken{model::coalesced(std::move(both)), outcome->warnings + result->warnings};
            }
            if (result) {
                outcome = std::move(result);
            }
        }
        return outcome;
    }));
}

void ChangeDecoder::onFinished()
{
    const std::optional<Taken> outcome = m_watcher.result();
    m_isBusy = false;
    runNext();
    if (outcome) {
        Q_EMIT taken(outcome->changes, outcome->warnings);
    }
}

} // namespace faultline::source
