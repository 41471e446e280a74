#pragma once

#include "core/investigation/investigation.h"
#include "core/source/recorder.h"

namespace faultline::investigation {

/// Takes a snapshot: reads a source, walks it, fetches the logs that the walks and broken Pods call for, and writes all
/// of it to a file (source/snapshotwriter.h). Ends with one finished().
class SnapshotTaker : public QObject
{
    Q_OBJECT

public:
    /// `source` hands what it reads to `recorder`.
    SnapshotTaker(const guide::Guide &guide, std::unique_ptr<source::Source> source,
                  std::shared_ptr<source::Recorder> recorder, QString path, QObject *parent = nullptr);
    ~SnapshotTaker() override;

    void start();

    /// What was written, once finished() came without a problem.
    const model::Cluster &cluster() const { return *m_written; }

Q_SIGNALS:
    void finished(const std::optional<faultline::base::Error> &problem);

private:
    void onSettled();
    void onLogs(const std::map<model::LogKey, model::LogText> &logs);
    void write(const std::map<model::LogKey, model::LogText> &logs);
    void end(const std::optional<base::Error> &problem);

    Investigation m_investigation;
    std::unique_ptr<source::Source> m_waiting; ///< until start()
    source::Source *m_source;                  ///< the same, owned by the investigation
    std::shared_ptr<source::Recorder> m_recorder;
    QString m_path;
    model::ClusterPtr m_written;
    bool m_isFetchingMore = false;
    bool m_hasEnded = false;
};

/// The logs of containers that ran in Pods which are not well: the current one of each container, and that of the run
/// before where there was one; at most `most`, in the order of namespaces and names.
std::vector<model::LogKey> logsOfBrokenPods(const model::Cluster &cluster, size_t most);

} // namespace faultline::investigation
