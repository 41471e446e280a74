#pragma once

#include "core/guide/guide.h"

namespace faultline::guide {

/// What one walk is about. Names only, so that it outlives the Cluster it was made on.
struct Subject {
    model::ObjectRef workload; ///< null for a Service, Ingress or route that no workload claims
    model::ObjectRef pod;
    QString container;
    model::ObjectRef service;
    model::ObjectRef ingress;
    model::ObjectRef route = {};

    bool operator==(const Subject &) const = default;

    /// The most particular object: route, ingress, service, pod or workload.
    const model::ObjectRef &object() const;
};

enum class AnsweredBy { Cluster, Person, Nobody };

/// "cluster", "person", "nobody".
QString answeredByWord(AnsweredBy by);

/// A person's answer to one question about one object. It wins over the automatic one and can be withdrawn.
struct PersonAnswer {
    checks::Answer answer = checks::Answer::Unknown;
    base::Timestamp time;

    bool operator==(const PersonAnswer &) const = default;
};

/// Person's answers by node and by what was asked about (Subject::object() and its container).
struct AnswerKey {
    NodeId node;
    model::ObjectRef object;
    QString container;

    bool operator==(const AnswerKey &) const = default;
    bool operator<(const AnswerKey &other) const
    {
        return std::tie(node, object, container) < std::tie(other.node, other.object, other.container);
    }
};
using Answers = std::map<AnswerKey, PersonAnswer>;

/// One node that the walk passed. Actions have no answer of their own (answer Yes, by Nobody).
struct Step {
    NodeId node;
    checks::Answer answer = checks::Answer::Unknown; ///< the one that chose the edge
    AnsweredBy by = AnsweredBy::Nobody;
    checks::Verdict automatic; ///< what the check said, also where a person overruled it
    bool notTried = false;     ///< a trial that nobody made

    bool operator==(const Step &) const = default;
};

struct Walk {
    enum class End {
        Leaf,    ///< at a resolution
        Asking,  ///< at a question that only a person can answer
        PassedOn ///< reached the next layer's entry: this layer is fine
    };
    Subject subject;
    Layer layer = Layer::Rollout;
    std::vector<Step> steps;
    End end = End::PassedOn;
    NodeId at; ///< leaf, open question, or the next layer's entry
    Certainty certainty = Certainty::Proven;
    bool connectionNotTried = false;     ///< some trial on the way was not made
    std::vector<NodeId> notes;           ///< leaves noted on the way, explained by a lower layer
    checks::Facts facts;                 ///< of all steps, later ones win
    std::vector<model::ObjectRef> alike; ///< further Pods whose walk is the same

    std::vector<model::LogKey> wantedLogs() const;
    std::vector<model::ObjectRef> wantedObjects() const;
    std::vector<model::TrialKey> wantedTrials() const;
};

/// The key under which a person's answer to `node` on this subject is kept.
AnswerKey answerKey(const NodeId &node, const Subject &subject);

/// Follows the guide from `from` by the checks' answers and the person's. Pure and deterministic. Stops at a leaf,
/// at an edge that asks, or when it reaches the entry of another layer.
Walk walk(const Guide &guide, const NodeId &from, const checks::Scope &scope, const Answers &answers);

} // namespace faultline::guide
