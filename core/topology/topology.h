#pragma once

#include "core/guide/diagnosis.h"

#include <optional>

namespace faultline::topology {

/// A value at a place in an object's YAML; the value is empty where the object or the field is not there.
struct Place {
    model::ObjectRef object;
    QString field; ///< "spec.selector.tier"
    QString value;

    bool operator==(const Place &) const = default;
};

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
    bool ready = false;                    ///< Pods: all of them are Ready
    bool nearMiss = false;                 ///< not of this application: here because a gap almost has its name
    std::optional<model::Unseen::Reason> unread = {}; ///< stands for all objects of the kind, which nobody has seen
    int within = -1;                                  ///< a member of an opened group: the index of the group's item

    bool operator==(const Item &) const = default;
};

/// An arrow with what must match written on it: both values, side by side.
struct Link {
    enum class Match { Fine, Wrong, Suspected, Unknown };
    enum class Kind {
        Owns,
        Selects,
        RoutesTo,
        Names,     ///< refers to something by its name: a ConfigMap, a claim, a Gateway
        PerhapsIs, ///< from a gap to the object that it almost names
    };
    int from = 0;
    int to = 0;
    Kind kind = Kind::Owns;
    Match match = Match::Fine;
    QString left;          ///< "tier=backedn", ":8080"
    QString right;         ///< "tier=backend", ":80"
    QStringList ways = {}; ///< of an Ingress or route: "shop.example/api", in their order
    Place place = {};      ///< what is to be changed where the two do not match, else where the left side stands

    bool operator==(const Link &) const = default;
};

struct Topology {
    std::vector<Item> items;
    std::vector<Link> links;
    guide::Layer failing = guide::Layer::Rollout;
    bool hasFailing = false; ///< whether `failing` and what follows mean anything
    guide::LayerState failingState = guide::LayerState::Fault;
    model::ObjectRef failingObject = {};

    bool operator==(const Topology &) const = default;
};

/// Ingress -> Service -> Pods <- ReplicaSet <- Deployment of one subject: objects present and missing. Pure.
Topology topologyOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

} // namespace faultline::topology
