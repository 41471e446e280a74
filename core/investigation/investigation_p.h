#pragma once

#include "core/investigation/investigation.h"
#include "core/investigation/picture.h"
#include "core/investigation/round.h"

#include <QtCore/QTimer>

#include <set>

namespace faultline::investigation {

/// The state behind an Investigation and the moves between its states. All members live on the GUI thread; the worker
/// gets const values and hands back a vector of diagnoses.
class Investigation::Private
{
public:
    Private(Investigation *owner, guide::Guide tree) : q(owner), guide(std::make_shared<guide::Guide>(std::move(tree)))
    {
        rest.setSingleShot(true);
        QObject::connect(&rest, &QTimer::timeout, q, [this] { walkIfChanged(); });
    }

    void listenTo(source::Source &from);
    void enter(Phase next);
    void take(const source::Snapshot &snapshot);
    void fail(const base::Error &error);
    void forgetPicture();
    void walkDue();
    Task nextTask();
    TimePassed timePassed() const;
    void adopt(Round round);
    void adoptSome(std::vector<guide::Diagnosis> made, const Round &round);
    void place(guide::Diagnosis fresh);
    void tellTurns(const KnownSubjects &now);
    void follow(const model::Changes &more);
    void walkIfChanged();
    void takeLive(const source::Live &now);
    void keepSelection();
    void resetFocus();
    void keepFocus(const guide::NodeId &node);
    guide::NodeId focusedNode() const;
    void fetchWantedLogs();
    void settleIfDone();
    void fetchWantedObjects();
    void takeObjects(const std::map<model::ObjectRef, model::RawObject> &objects);
    void takeLogs(const std::map<model::LogKey, model::LogText> &logs);
    void takeTrials(const std::map<model::TrialKey, model::Trial> &made);
    const guide::Diagnosis *find(const model::ObjectRef &subject) const;
    const guide::Walk *focusedWalk() const;
    void changeAnswer(const guide::NodeId &node, const guide::PersonAnswer *answer);

    Investigation *q;
    std::shared_ptr<const guide::Guide> guide;
    std::unique_ptr<source::Source> source;
    std::unique_ptr<source::LogStream> followed; ///< goes before the source whose client it uses
    Phase phase = Phase::Empty;
    std::vector<source::Progress> waiting;
    std::optional<base::Error> problem;
    source::Origin origin;
    model::ClusterPtr cluster;
    std::vector<guide::Diagnosis> diagnoses;
    Picture opened; ///< the first that was walked whole
    model::ObjectRef selection;
    Focus focus;
    guide::Answers answers;
    std::set<model::LogKey> askedLogs;       ///< of this picture, so that a log that cannot be had is asked for once
    std::set<model::ObjectRef> askedObjects; ///< likewise
    std::set<model::ObjectRef> due;          ///< subjects whose walks are not up to date
    KnownSubjects known;                     ///< empty = a new picture: every subject is due, and which there are
    guide::SubjectList list;                 ///< what `known` is about
    std::vector<model::Changes> changes;     ///< of `cluster`, not yet made
    std::vector<model::Changes> changing;    ///< those that the round under way makes
    QTimer rest;                             ///< after a round, so that a storm of changes leaves the machine some air
    base::Timestamp waitersWalked, clockWalked; ///< when walks were made again for the sake of time alone
    source::Live live;
    Turns turns;
    bool follows = false;
    bool walking = false;
    bool fetchingLogs = false;
    bool fetchingObjects = false;
    bool trying = false;
    bool focusIsPersons = false; ///< the person chose the step: new facts must not move it away
    quint64 picture = 0;         ///< counts pictures and answers: results of an older one are dropped
};

} // namespace faultline::investigation
