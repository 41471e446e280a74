#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::topology {

/// A box: an object, or many alike, or a gap (a reference to something that is not there).
struct Item {
    model::ObjectRef object;
    bool found = true;
    guide::Layer layer = guide::Layer::Pods;
    guide::LayerState state = guide::LayerState::Fine;
    int count = 1;                         ///< Pods of equal fate in one box
    QString fate;                          ///< Pods: the STATUS word; workloads: "2/3"
    QString detail;                        ///< cluster words: ports, labels, revision
    QString similar;                       ///< for a gap: the existing name that is almost it
    bool old = false;                      ///< a ReplicaSet that is not the newest, and its Pods
    std::vector<model::ObjectRef> members; ///< of a group
};

/// An arrow with what must match written on it: both values, side by side.
struct Link {
    enum class Match { Fine, Wrong, Suspected, Unknown };
    enum class Kind { Owns, Selects, RoutesTo };
    int from = 0;
    int to = 0;
    Kind kind = Kind::Owns;
    Match match = Match::Fine;
    QString left;  ///< "tier=backedn", ":8080"
    QString right; ///< "tier=backend", ":80"
};

struct Topology {
    std::vector<Item> items;
    std::vector<Link> links;
    guide::Layer failing = guide::Layer::Rollout;
    bool hasFailing = false; ///< whether `failing` means anything
};

/// Ingress -> Service -> Pods <- ReplicaSet <- Deployment of one subject: objects present and missing. Pure.
Topology topologyOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

} // namespace faultline::topology
