#pragma once

#include "core/base/language.h"
#include "core/source/recorder.h"
#include "core/source/source.h"

#include <QtCore/QPointer>

#include <atomic>

namespace faultline::source {

struct FileRequest {
    QStringList paths; ///< files, folders, or "-" for standard input
    QString nameSpace; ///< keep only this namespace (and cluster-scoped objects); empty = all
    Origin::Type type = Origin::Type::Files;
    std::shared_ptr<Recorder> recorder = {}; ///< told every object, for a snapshot; may be null
};

/// Reads files and folders on the calling thread. A folder: every .json, .yaml and .yml in it (recursively);
/// `logs/POD.CONTAINER[.previous].log` beside an objects file are its logs (`.log.err`: what the server said instead);
/// version.json its server version; other files are ignored and listed. "Now" is the newest time in the objects.
/// Kinds without any object are unseen, unless the input looks like a whole listing (it holds Namespace and ConfigMap
/// kube-root-ca.crt objects): then they are taken for none and ClusterData::kindsAssumedComplete is set.
/// A snapshot of Faultline's brings its own time, its own unseen kinds and the namespace that it was taken of.
/// Namespaced objects without a namespace get "default". Errors: File, Malformed (with file, line, column), TooLarge,
/// Cancelled when `cancelled` becomes true.
base::Result<Snapshot> readFiles(const FileRequest &request, const std::atomic_bool *cancelled = nullptr);

/// readFiles() on a worker thread.
class FileSource : public Source
{
    Q_OBJECT

public:
    explicit FileSource(FileRequest request, QObject *parent = nullptr);
    ~FileSource() override;

    Origin origin() const override;
    void load() override;
    void cancel() override;
    void fetchLogs(const std::vector<model::LogKey> &keys) override;
    void fetchRaw(const model::ObjectRef &ref) override;
    void fetchObjects(const std::vector<model::ObjectRef> &refs) override;
    base::Result<std::unique_ptr<Source>> again(const std::shared_ptr<Recorder> &recorder) const override;

private:
    void abandon();
    void finish(const base::Result<Snapshot> &result);

    FileRequest m_request;
    Snapshot m_last;
    QByteArray m_standardInput; ///< which cannot be read a second time; empty where it is not given or too large
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< of the load that runs; null when none does
    QPointer<QObject> m_watcher;                   ///< listens to that load
};

/// The clusters that ship with the program, to open without a cluster.
struct Sample {
    QString id; ///< folder name in resources/samples
    base::LocalizedText title;
    base::LocalizedText symptom; ///< what a person would complain about; never the answer
    int level = 1;               ///< how hard it is: 1 to 3
};
std::vector<Sample> samples();
FileRequest sampleRequest(const QString &id);

} // namespace faultline::source
