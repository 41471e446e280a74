#pragma once

#include "core/guide/diagnosis.h"

#include <QtCore/QJsonObject>

namespace faultline::compare {

/// One of the two pictures that are compared. Both outlive the call, not the result.
struct Side {
    const model::Cluster *cluster = nullptr;
    const std::vector<guide::Diagnosis> *diagnoses = nullptr;
    /// Whole objects, as far as they are at hand: of these the fields that differ are told.
    std::map<model::ObjectRef, QJsonObject> objects = {};
};

enum class Fared { Came, Stayed, Went };

/// A finding, found again on the other side by its subject, leaf (or open question), object and container. Pods and
/// ReplicaSets count by their kind alone: their names change with every rollout.
struct FindingChange {
    Fared fared = Fared::Stayed;
    model::ObjectRef subject;
    size_t diagnosis = 0; ///< index into the new side's diagnoses; of what went into the old side's
    size_t finding = 0;   ///< index into its findings
    bool isFault = false; ///< asks for a mend, or an open question: no note, nothing that waits or only follows
};

/// A subject whose health is another. No value: it is not there, or not judged, on that side.
struct HealthChange {
    model::ObjectRef subject;
    std::optional<guide::Health> before, after;
};

/// One field that differs, as JSON; a null text where it is not there. "spec.containers[app].image": elements of a list
/// go by their name, or type, where each has one of its own.
struct FieldChange {
    QString field, before, after;
};

struct ObjectChange {
    model::ObjectRef object;
    Fared fared = Fared::Stayed;     ///< Stayed: it differs
    std::vector<FieldChange> fields; ///< none for a Secret, and where the objects are not at hand
};

struct Comparison {
    std::vector<FindingChange> findings;  ///< what came, what stayed, what went; of each the faults first, by subject
    std::vector<HealthChange> health;     ///< in order of the subjects
    std::vector<ObjectChange> objects;    ///< in order of the objects
    std::vector<model::Kind> notCompared; ///< could not be read on one of the sides

    /// A finding that came and is a fault.
    bool hasNewFault() const;
};

/// Pure. Events are left out, and what changes by itself: resourceVersion, generation, managedFields, heartbeats.
Comparison compared(const Side &before, const Side &after);

/// The fields in which two objects differ, in order of their names.
std::vector<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after);

} // namespace faultline::compare
