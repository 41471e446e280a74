#include "core/investigation/snapshottaker.h"

#include "core/base/background.h"
#include "core/source/snapshotwriter.h"

namespace faultline::investigation {

namespace {

/// Each is a request to a node's kubelet.
constexpr size_t kMostLogs = 100;

bool hasRun(const model::ContainerState &state)
{
    return state.phase == model::ContainerState::Phase::Running ||
           state.phase == model::ContainerState::Phase::Terminated;
}

bool isWell(const model::Pod &pod)
{
    const auto restarted = [](const model::ContainerStatus &status) { return status.restartCount > 0; };
    const bool isDone = pod.phase == QLatin1StringView("Succeeded");
    return (isDone || pod.isReady()) && std::none_of(pod.statuses.begin(), pod.statuses.end(), restarted);
}

} // namespace

std::vector<model::LogKey> logsOfBrokenPods(const model::Cluster &cluster, size_t most)
{
    std::vector<model::LogKey> keys;
    const auto add = [&](const model::Pod &pod, const std::vector<model::ContainerStatus> &statuses) {
        for (const model::ContainerStatus &status : statuses) {
            const model::LogKey key{pod.meta.nameSpace, pod.meta.name, status.name, false};
            if (hasRun(status.state) || status.restartCount > 0)
                keys.push_back(key);
            if (status.restartCount > 0)
                keys.push_back({key.nameSpace, key.pod, key.container, true});
        }
    };
    for (const model::Pod &pod : cluster.data().pods) {
        if (!isWell(pod)) {
            add(pod, pod.initStatuses);
            add(pod, pod.statuses);
        }
    }
    keys.resize(std::min(keys.size(), most));
    return keys;
}

SnapshotTaker::SnapshotTaker(const guide::Guide &guide, std::unique_ptr<source::Source> source,
                             std::shared_ptr<source::Recorder> recorder, QString path, QObject *parent)
    : QObject(parent),
      m_investigation(guide),
      m_waiting(std::move(source)),
      m_source(m_waiting.get()),
      m_recorder(std::move(recorder)),
      m_path(std::move(path))
{
    connect(&m_investigation, &Investigation::settled, this, &SnapshotTaker::onSettled);
}

SnapshotTaker::~SnapshotTaker() { m_investigation.disconnect(this); }

void SnapshotTaker::start() { m_investigation.open(std::move(m_waiting)); }

void SnapshotTaker::onSettled()
{
    if (m_hasEnded || m_isFetchingMore)
        return;
    if (m_investigation.problem())
        return end(m_investigation.problem());
    const model::Cluster &cluster = *m_investigation.cluster();
    std::vector<model::LogKey> more = logsOfBrokenPods(cluster, kMostLogs);
    std::erase_if(
        more, [&](const model::LogKey &key) { return cluster.log(key).state != model::LogText::State::NotFetched; });
    m_isFetchingMore = true;
    if (more.empty())
        return write({});
    connect(m_source, &source::Source::logsFetched, this, &SnapshotTaker::onLogs, Qt::SingleShotConnection);
    m_source->fetchLogs(more);
}

void SnapshotTaker::onLogs(const std::map<model::LogKey, model::LogText> &logs) { write(logs); }

/// On a worker: masking the logs of a large namespace takes its time.
void SnapshotTaker::write(const std::map<model::LogKey, model::LogText> &logs)
{
    m_written = std::make_shared<const model::Cluster>(model::withLogs(*m_investigation.cluster(), logs));
    const source::Snapshot snapshot{m_written, m_investigation.origin()};
    const auto work = [path = m_path, snapshot, recorder = m_recorder] {
        return source::writeSnapshot(path, snapshot, *recorder);
    };
    base::inBackground(this, work, [this](const base::Result<void> &written) {
        end(written ? std::nullopt : std::optional(written.error()));
    });
}

void SnapshotTaker::end(const std::optional<base::Error> &problem)
{
    if (!std::exchange(m_hasEnded, true))
        Q_EMIT finished(problem);
}

} // namespace faultline::investigation
