#pragma once

#include "core/guide/diagnosis.h"
#include "core/investigation/turns.h"
#include "core/source/source.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace faultline::investigation {

struct Picture;

/// What the window shows instead of, or beside, a diagnosis.
enum class Phase {
    Empty,   ///< nothing opened yet
    Loading, ///< waiting(), cancel()
    Ready,
    Denied, ///< nothing could be read for lack of rights; problem()
    Failed  ///< problem(); the last good picture, if there is one, stays and is marked stale
};

/// The one object that changes: source, snapshot, diagnoses, the person's answers, the selection. Every panel reads
/// from here and only speaks back by answer(), select(), open(). Lives on the GUI thread; walking is done on a worker.
class Investigation : public QObject
{
    Q_OBJECT

public:
    explicit Investigation(guide::Guide guide, QObject *parent = nullptr);
    ~Investigation() override;

    /// Takes the source and loads it. Answers and selection of another source are dropped.
    void open(std::unique_ptr<source::Source> source);
    void reload();
    void cancel();

    /// A source of what is open, for a snapshot. Errors: Usage when nothing is open; those of Source::again().
    base::Result<std::unique_ptr<source::Source>> sourceAgain(const std::shared_ptr<source::Recorder> &recorder) const;

    Phase phase() const;
    const std::vector<source::Progress> &waiting() const;
    const std::optional<base::Error> &problem() const;
    bool isStale() const; ///< a reload failed: the picture is of snapshot().origin.takenAt

    /// Keeps the picture up to date from now on, whatever is opened, as far as its source can; until pause().
    void follow();
    void pause();
    bool isFollowing() const;
    const source::Live &live() const;

    const guide::Guide &guide() const;
    const source::Origin &origin() const;
    const model::ClusterPtr &cluster() const; ///< nullptr until something was read

    /// What it was when it was opened, as soon as everything was walked for the first time; without a cluster until
    /// then.
    const Picture &opened() const;

    /// All subjects, worst first, then by namespace and name.
    const std::vector<guide::Diagnosis> &diagnoses() const;
    const guide::Diagnosis *diagnosis() const; ///< of the selection, or nullptr
    const model::ObjectRef &selection() const;

    /// The node that the wizard and the chart stand on: the selected step, else where the primary walk stopped.
    struct Focus {
        int walk = -1; ///< index into diagnosis()->walks
        int step = -1; ///< index into its steps; steps.size() = the leaf
        bool operator==(const Focus &) const = default;
    };
    const Focus &focus() const;

    const guide::Answers &answers() const;

    /// What the walks of a subject would have tried and nobody has: in the cluster, or at its public address. What lies
    /// behind a trial shows only once that was made.
    enum class Reach { Cluster, Public };
    std::vector<model::TrialKey> wantedTrials(const model::ObjectRef &subject, Reach reach) const;
    bool isTrying() const;

    /// Opens at 127.0.0.1 what `key` would try: a Pod's port, or the port of a ready Pod behind a Service, as
    /// `kubectl port-forward` picks it. Only ever on a person's click. Gives the local port. Errors: Usage when nothing
    /// is open; NotFound where no Pod is ready; those of Source::openForward().
    base::Result<source::OpenForward> openForward(const model::TrialKey &key);
    void stopForward(quint16 localPort);
    std::vector<source::OpenForward> forwards() const;

    /// True when nothing is on its way: no load, no walk, no log, no trial.
    bool isSettled() const;

public Q_SLOTS:
    void select(const faultline::model::ObjectRef &subject);
    void setFocus(int walk, int step);
    void focusBack(); ///< one step back along the walk

    /// A person's answer to the question in focus, or to any passed one; Unknown is an answer too.
    void answer(const faultline::guide::NodeId &node, faultline::checks::Answer answer);
    void withdraw(const faultline::guide::NodeId &node);

    /// One log that no walk asked for, for the evidence panel: it comes with changed().
    void fetchLog(const faultline::model::LogKey &key);

    /// Tries connections, only ever on a person's click: GET alone, to exactly these. Their outcome goes into the walk.
    void tryConnections(const std::vector<faultline::model::TrialKey> &keys);
    void cancelTrials();

    /// The log as it grows, one at a time: logArrived() until logEnded().
    void followLog(const faultline::model::LogKey &key);
    void stopFollowing();

    /// The raw object, for the evidence panel; answers with rawFetched().
    void fetchRaw(const faultline::model::ObjectRef &ref);

Q_SIGNALS:
    void phaseChanged();
    void waitingChanged();
    void changed();       ///< diagnoses (and all below) are new, the selected one among them
    void othersChanged(); ///< diagnoses of other subjects than the selected one are new
    void liveChanged();
    void turned(const faultline::investigation::Turn &turn);
    void selectionChanged();
    void focusChanged();
    void trying(const faultline::model::TrialKey &key, int number, int of);
    void forwardsChanged();
    void triedChanged(); ///< isTrying() is another
    void settled();      ///< loaded or failed, walked, and every wanted log there or known not to be had
    void logArrived(const QString &text);
    void logEnded(const QString &problem); ///< empty: the server closed the stream in order
    void rawFetched(const faultline::model::ObjectRef &ref, const QByteArray &json, const QString &problem);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace faultline::investigation
