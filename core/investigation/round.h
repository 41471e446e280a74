#pragma once

#include "core/guide/diagnosis.h"
#include "core/guide/subjectlist.h"
#include "core/model/changes.h"

#include <set>

namespace faultline::investigation {

/// What is kept of a subject between two rounds of walking.
struct Known {
    std::shared_ptr<const model::Reads> reads; ///< what its walk looked at
    guide::Health health = guide::Health::Unjudged;
    std::shared_ptr<const guide::Diagnosis> beside; ///< of what stands beside applications: it may be named later
};
using KnownSubjects = QHash<model::ObjectRef, Known>;

/// Whose walks are made again because time has passed: nothing else can have changed them.
enum class TimePassed {
    Little, ///< nobody's
    Some,   ///< of what is not fine: what was waiting may be stuck now
    Much    ///< of everything that asked for the time
};

/// What one round of walking is made of; handed to a worker as a value.
struct Task {
    std::shared_ptr<const guide::Guide> guide;
    model::ClusterPtr cluster;
    model::Changes changes; ///< of that cluster, to be made first
    guide::Answers answers;
    KnownSubjects known;            ///< empty = everything is walked
    guide::SubjectList list;        ///< of the picture that `known` is about
    std::set<model::ObjectRef> due; ///< to be walked whatever changed
    TimePassed time = TimePassed::Little;
};

struct Round {
    model::ClusterPtr cluster;
    KnownSubjects known;
    std::set<model::ObjectRef> walked;
    std::vector<guide::Diagnosis> made;     ///< of what was walked or may not have been named before
    std::vector<model::ObjectRef> subjects; ///< all that a list names
    guide::SubjectList list;
};

/// Makes the changes, and again the walks that they touch: the same diagnoses as a walk of everything would give, as
/// far as the clock allows (see TimePassed).
Round walkRound(Task task);

} // namespace faultline::investigation
