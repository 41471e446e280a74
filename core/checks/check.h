#pragma once

#include "core/checks/facts.h"
#include "core/model/cluster.h"

#include <vector>

namespace faultline::checks {

enum class Answer { Yes, No, Unknown };

/// "yes", "no", "unknown": the words of the guide's edges and of the JSON report.
QString answerWord(Answer answer);

/// A place where a person can go and look. `value` is what stands there, as the cluster wrote it.
struct Evidence {
    model::ObjectRef object;
    QString field; ///< path in the object ("spec.selector.tier"); "log" or "log.previous" for a log line
    QString value;
    base::Timestamp time; ///< of an event, a transition, an exit; invalid where the fact has none

    bool operator==(const Evidence &) const = default;
};

/// What a check says: the answer, where it was seen, and named values for the guide's texts.
struct Verdict {
    Answer answer = Answer::Unknown;
    std::vector<Evidence> evidence;
    Facts facts;
    QString unknownReason; ///< for Unknown: a reason code of reasons.h ("forbidden:nodes", "notTried", "noStatus" ...)
    std::vector<model::LogKey> wantedLogs;            ///< logs that would turn Unknown into an answer
    std::vector<model::ObjectRef> wantedObjects = {}; ///< the same: objects that are needed whole
    std::vector<model::TrialKey> wantedTrials = {};   ///< the same: what to try, once a person asks for it

    bool operator==(const Verdict &) const = default;
};

Verdict yes(std::vector<Evidence> evidence = {}, Facts facts = {});
Verdict no(std::vector<Evidence> evidence = {}, Facts facts = {});
Verdict unknown(QString reason, std::vector<Evidence> evidence = {}, Facts facts = {});

/// The objects that one question is asked about. A pointer is null where the walk has no such object: a check that
/// needs it answers unknown. All of them live in `cluster`.
struct Scope {
    const model::Cluster &cluster;
    const model::Workload *workload = nullptr; ///< the subject (a Deployment, StatefulSet ...)
    const model::Pod *pod = nullptr;
    QString container; ///< name of the container in question; empty = none chosen
    const model::Service *service = nullptr;
    const model::Ingress *ingress = nullptr;
    model::ObjectRef subject; ///< always set, also when the object does not exist
    const model::Route *route = nullptr;

    const model::Container *containerSpec() const;         ///< of `container`, or nullptr
    const model::ContainerStatus *containerStatus() const; ///< of `container`, or nullptr
};

/// Who can answer a check at all.
enum class Answerer {
    Cluster, ///< the objects hold the fact
    Trial,   ///< only a trial of the connection; unknown("notTried") until someone made one
    Person   ///< no API holds the fact; unknown("onlyPerson")
};

/// One automatic question: pure, no I/O, no clock (cluster.now() is the only time), no text for people.
struct Check {
    QString id;
    std::vector<model::Kind>
        needs; ///< kinds whose absence makes it answer unknown; what to fetch is the union of these and `alsoReads`
    Verdict (*ask)(const Scope &) = nullptr;
    Answerer answerer = Answerer::Cluster;
    std::vector<model::Kind> alsoReads = {}; ///< kinds that help when they are to be had; fetched too, never demanded
    bool readsLogs = false;                  ///< may want container logs (the right to get pods/log)
};

/// Asks, and answers unknown by itself when a needed kind is unseen (reason "forbidden:<resource>" and so on).
Verdict answer(const Check &check, const Scope &scope);

/// The check of that id, or nullptr. The table is made at build time from the file names in core/checks/.
const Check *findCheck(QStringView id);

/// Every check, sorted by id.
const std::vector<Check> &allChecks();

} // namespace faultline::checks
