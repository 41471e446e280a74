#pragma once

#include "core/kube/watchevent.h"
#include "core/model/changes.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

#include <deque>
#include <functional>

namespace faultline::source {

/// Decodes what watches and repeated lists bring, in the order in which it was added, on a worker of the global pool,
/// and keeps it until it is taken. Deleting it drops what waits.
class ChangeDecoder : public QObject
{
    Q_OBJECT

public:
    explicit ChangeDecoder(QObject *parent = nullptr);

    void add(model::Kind kind, const std::vector<kube::WatchEvent> &events);

    /// A list that is read again: its pages count together, when it is whole. beginList() drops an unfinished one.
    void beginList(model::Kind kind);
    void addPage(model::Kind kind, const QByteArray &page);
    void endList(model::Kind kind);

    /// The kind may not be read any more.
    void hide(model::Kind kind, const model::Unseen &why);

    /// Answers with taken(): all that was added before, as one.
    void take();

Q_SIGNALS:
    /// `warnings`: objects that could not be read, and why.
    void taken(const faultline::model::Changes &changes, const QStringList &warnings);

private:
    struct State;
    struct Taken {
        model::Changes changes;
        QStringList warnings;
    };
    using Job = std::function<std::optional<Taken>(State &)>;

    void enqueue(Job job);
    void runNext();
    void onFinished();

    std::shared_ptr<State> m_state;
    std::deque<Job> m_jobs;
    QFutureWatcher<std::optional<Taken>> m_watcher;
    bool m_isBusy = false;
};

} // namespace faultline::source
