#pragma once

#include "core/model/decode.h"
#include "core/source/documents.h"
#include "core/source/filelogs.h"
#include "core/source/filesource.h"
#include "core/source/inputfiles.h"
#include "core/source/snapshotfacts.h"

#include <QtCore/QHash>

#include <functional>

namespace faultline::source {

/// One run of readFiles(), with its progress told from the calling thread.
class FileReader
{
public:
    using Tell = std::function<void(const std::vector<Progress> &)>;

    FileReader(const FileRequest &request, const std::atomic_bool *cancelled, Tell tell = {});

    base::Result<Snapshot> read();

    /// What standard input held, for a second look; empty where it was not read or is larger than 64 MB.
    QByteArray standardInput() const;

private:
    base::Result<void> readObjects();
    base::Result<void> readOne(const InputFile &file);
    base::Result<int> decode(const Documents &documents, const QString &path);
    base::Error explained(base::Error error, const QByteArray &bytes, const QString &path) const;
    void leaveOut(const base::Error &error, const QString &path);
    void notePods(const QString &path, size_t firstNew);
    void readLogs();
    void addLog(const LogPlace &place, const QString &nameSpace, const QByteArray &content);
    bool readLog(const InputFile &file);
    void readVersions();
    base::Result<void> readSnapshotFacts();
    void applySnapshotFacts();
    Snapshot finish();
    bool isCancelled() const { return m_cancelled != nullptr && m_cancelled->load(); }
    void tell(const QString &path, Progress::State state, int items);

    FileRequest m_request;
    const std::atomic_bool *m_cancelled;
    Tell m_tell;
    InputFiles m_files;
    model::ClusterData m_data;
    model::Decoder m_decoder;
    QHash<std::pair<QString, QString>, QString> m_namespaceOfPod; ///< by folder of the objects file and name of the Pod
    Origin m_origin;
    std::optional<SnapshotFacts> m_snapshot; ///< where what is read is a snapshot
    std::vector<Progress> m_progress;
    int m_objects = 0;
    int m_known = 0;       ///< objects of kinds that Faultline reads
    QString m_anotherKind; ///< one that it does not read
};

} // namespace faultline::source
