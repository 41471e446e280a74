#pragma once

#include "core/base/result.h"
#include "core/model/changes.h"
#include "core/model/cluster.h"
#include "core/source/live.h"
#include "core/source/logstream.h"
#include "core/trial/forward.h"
#include "core/trial/trials.h"

#include <QtCore/QObject>

#include <memory>

namespace faultline::source {

class Recorder;

/// Where a Cluster came from, in words for the window and the report. Holds no credential.
struct Origin {
    enum class Type { Live, Files, Sample };
    Type type = Type::Files;
    QString context; ///< kubeconfig context (Live)
    QString clusterName;
    QString server;          ///< URL without user info (Live)
    QString user;            ///< name of the kubeconfig user entry (Live)
    bool insecure = false;   ///< insecure-skip-tls-verify: shown in red everywhere
    QStringList files;       ///< given with -f, or the kubeconfig files (Live); sample: its id
    QString nameSpace;       ///< the namespace that was asked for; empty = all
    base::Timestamp takenAt; ///< the picture's own time
    QStringList ignored;     ///< files of a folder that were not read
    QStringList warnings;    ///< objects that could not be read, and why
};

struct Snapshot {
    model::ClusterPtr cluster;
    Origin origin;
};

/// One line of "what is waited for".
struct Progress {
    enum class State { Waiting, Running, Done, Denied, Failed };
    QString what; ///< resource name ("pods") or file name
    State state = State::Waiting;
    int items = 0;
    int total = -1; ///< -1 = not known
    QString detail;
};

/// A port of a Pod that stands open at 127.0.0.1.
struct OpenForward {
    kube::TunnelTarget target;
    model::TrialSpeech speech = model::TrialSpeech::Http; ///< of what listens in the Pod
    quint16 localPort = 0;
    int connections = 0; ///< now
    QString problem;     ///< why the last connection failed

    bool operator==(const OpenForward &) const = default;
};

/// Something that can be read once, and again. All signals come on the thread of the object; nothing blocks it.
class Source : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Origin origin() const = 0;

    /// Starts reading; a load that runs is cancelled first. Ends with exactly one of loaded() and failed().
    virtual void load() = 0;

    /// Ends a load; failed() follows with Error::Kind::Cancelled when one was running.
    virtual void cancel() = 0;

    /// From now on, and again after pause(): tells what changes once something is loaded, by changed() and
    /// liveChanged(). Nothing for a source that cannot change.
    virtual void follow() {}

    /// The picture stays as it is until follow().
    virtual void pause() {}

    /// Fetches container logs (live) or answers at once from what is there (files). Always answers with logsFetched().
    virtual void fetchLogs(const std::vector<model::LogKey> &keys) = 0;

    /// The log as it grows; nullptr where it cannot (files, a finished run).
    virtual std::unique_ptr<LogStream> followLog(const model::LogKey & /*key*/) { return nullptr; }

    /// The object as JSON for the YAML view, read again; Secrets come without data. Answers with rawFetched().
    virtual void fetchRaw(const model::ObjectRef &ref) = 0;

    /// The same for the objects that walks want whole, all at once. Always answers with objectsFetched(): a source that
    /// cannot read a second time says so of each.
    virtual void fetchObjects(const std::vector<model::ObjectRef> &refs);

    /// Tries connections, one after the other: only ever on a person's word. Always answers with tried(); what cannot
    /// be tried from here is missing in it (a file has nobody to ask but a public address).
    void tryConnections(const std::vector<model::TrialKey> &keys);

    /// What was not tried yet is left; tried() follows with what there is.
    void cancelTrials();

    /// Leaves a port of a Pod open at 127.0.0.1 until it is stopped or this source goes: only ever on a person's word.
    /// Errors: Unsupported where no server is there to ask; Network when nothing can listen here.
    base::Result<OpenForward> openForward(const kube::TunnelTarget &target, model::TrialSpeech speech);
    void stopForward(quint16 localPort);
    std::vector<OpenForward> forwards() const;

    /// A source of the same place that hands what it reads to `recorder`, not yet loaded. Errors: Unsupported for what
    /// can be read but once.
    virtual base::Result<std::unique_ptr<Source>> again(const std::shared_ptr<Recorder> & /*recorder*/) const
    {
        return base::failure(base::Error::Kind::Unsupported, QStringLiteral("this can be read but once"));
    }

Q_SIGNALS:
    void progress(const std::vector<faultline::source::Progress> &lines);
    void loaded(const faultline::source::Snapshot &snapshot);
    void changed(const faultline::model::Changes &changes); ///< since loaded() or the last changed()
    void liveChanged(const faultline::source::Live &live);
    void failed(const faultline::base::Error &error);
    void logsFetched(const std::map<faultline::model::LogKey, faultline::model::LogText> &logs);
    void rawFetched(const faultline::model::ObjectRef &ref, const QByteArray &json, const QString &problem);
    void objectsFetched(const std::map<faultline::model::ObjectRef, faultline::model::RawObject> &objects);
    void trying(const faultline::model::TrialKey &key, int number, int of);
    void tried(const std::map<faultline::model::TrialKey, faultline::model::Trial> &made);
    void forwardsChanged();

protected:
    /// Who speaks to the server, as the present user; nullptr without one.
    virtual kube::Client *clientForTrials() { return nullptr; }

    /// To be called before the client goes, from a destructor.
    void dropTrials();

    /// To be called before another client takes its place: trials end, with tried(), and every forward closes.
    void endTrials();

private:
    struct HeldForward {
        std::unique_ptr<trial::Forward> forward;
        model::TrialSpeech speech;

        OpenForward told() const;
    };

    std::unique_ptr<trial::Trials> m_trials;
    std::vector<HeldForward> m_forwards;
};

} // namespace faultline::source
