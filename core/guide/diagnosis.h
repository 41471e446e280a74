#pragma once

#include "core/guide/walk.h"

#include <QtCore/QList>

namespace faultline::guide {

/// Health of a subject, worst first.
enum class Health {
    Fault,   ///< a finding that asks for a mend
    Open,    ///< stopped at a question that only a person can answer, with something visibly wrong
    Waiting, ///< will probably resolve itself
    Fine,    ///< as far as the API can tell
    Unjudged ///< nothing could be looked at
};

/// How one layer of one subject stands; what the headline's chips and the topology's bands show. Unused: the
/// application has no Ingress, or no route, and that was looked at.
enum class LayerState { Fine, Fault, Suspected, Open, Waiting, Intended, Explained, NotTried, NotChecked, Unused };

/// What Pods of one fate have in common and the Pods that work have not.
struct CommonFactor {
    enum class What { Node, Zone, ReplicaSet, Image, Digest, Claim };
    What what = What::Node;
    QString value; ///< name of the node, zone, ReplicaSet or claim; image as written; digest as resolved

    bool operator==(const CommonFactor &) const = default;
};

/// How many Pods of the subject a finding is about. All zero for findings that are not about Pods of a workload.
struct Fate {
    int pods = 0;    ///< share the finding
    int ofPods = 0;  ///< that the subject has, of earlier templates too
    int working = 0; ///< of these, Ready or done
    std::vector<CommonFactor> common;

    bool operator==(const Fate &) const = default;
};

struct Finding {
    NodeId leaf;      ///< empty when the walk stopped at a question
    NodeId stoppedAt; ///< empty when it reached a leaf
    Layer layer = Layer::Rollout;
    LeafVerdict verdict = LeafVerdict::Fix; ///< Stuck for an open question with something visibly wrong
    Certainty certainty = Certainty::Proven;
    bool primary = false;
    bool isNote = false;     ///< intended, done, not tried, or a question on the straight way: no fault
    bool explained = false;  ///< it only follows from a finding on a lower layer
    model::ObjectRef object; ///< what the finding is about
    QString container;
    int walk = 0; ///< index into Diagnosis::walks
    checks::Facts facts;
    Fate fate;
};

/// True for a finding that something is wrong now; false for a note, a consequence of another finding, and a wait.
bool isFault(const Finding &finding);

/// What `finding.object` is called in every run: a Pod or a ReplicaSet has a new name after each rollout, and counts by
/// its kind alone.
model::ObjectRef lastingObject(const Finding &finding);

/// A check that could not be answered, and why (a reason code: "forbidden:nodes", "notInInput:events", "notTried").
struct NotChecked {
    QString check;
    NodeId node;
    QString reason;

    bool operator==(const NotChecked &) const = default;
    bool operator<(const NotChecked &other) const
    {
        return std::tie(node, check, reason) < std::tie(other.node, other.check, other.reason);
    }
};

struct Diagnosis {
    model::ObjectRef subject;
    Health health = Health::Unjudged;
    QList<Walk> walks;             ///< bottom-up: rollout, Pods, Services, Ingresses; copies share them
    std::vector<Finding> findings; ///< the primary one first
    std::vector<NotChecked> notChecked;
    std::map<Layer, LayerState> layers; ///< of what stands beside applications its own one alone
    int podCount = 0;
    int readyPods = 0;

    const Finding *primary() const; ///< nullptr when there is no finding
    /// The walks that make the lit path: of each layer the one that matters most (the primary finding's first).
    std::vector<const Walk *> litWalks() const;
};

/// Everything in the cluster that is judged on its own: every workload without an owner, every bare Pod, and every
/// Service, Ingress and route that no workload claims. Sorted by namespace, kind, name.
std::vector<model::ObjectRef> subjectsOf(const model::Cluster &cluster);

/// Walks the guide for one subject. Pure; the subject need not exist.
Diagnosis diagnose(const Guide &guide, const model::Cluster &cluster, const model::ObjectRef &subject,
                   const Answers &answers = {});

/// All subjects, and of what stands beside them (background.h) that which has something to say; worst health first is
/// the caller's business.
std::vector<Diagnosis> diagnoseAll(const Guide &guide, const model::Cluster &cluster, const Answers &answers = {});

/// 1 for Fault and Open, 0 for Waiting and Fine, 2 when nothing could be judged: the command line's exit code.
int exitCode(const std::vector<Diagnosis> &diagnoses);

} // namespace faultline::guide
