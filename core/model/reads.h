#pragma once

#include "core/model/metadata.h"

#include <vector>

namespace faultline::model {

/// The ways in which a Cluster is looked at. A change of an object touches some of them, see Touched.
enum class Look : quint8 {
    Object,         ///< by name, whether or not it is there
    Events,         ///< about an object
    Children,       ///< Pods and workloads that an object controls
    PodsOnNode,     ///< by the node's name
    PodUse,         ///< of all Pods: where they are bound, phase, spec, which containers run
    ControllerPods, ///< of every ingress controller
    Slices,         ///< of a Service
    Routes,         ///< to a Service
    Logs,           ///< of a Pod
    Raw,            ///< an object whole, as JSON
    Trials,         ///< of connections
    ListIn,         ///< all objects of a kind in a namespace
    ListAll         ///< all objects of a kind
};

/// What a change of a picture touches: the other side of Reads.
class Touched
{
public:
    void note(Look look, const ObjectRef &ref);

    /// The object itself, the events about it, and the lists that it stands in.
    void noteObject(const ObjectRef &ref);

    /// A Pod with these labels came, went or changed: whoever selects it is touched.
    void noteLabels(const QString &nameSpace, const Labels &labels);
    void noteEverything() { m_everything = true; }

    bool isNothing() const { return !m_everything && m_keys.empty() && m_pods.empty(); }

private:
    friend class Reads;
    std::vector<size_t> m_keys;
    std::vector<std::pair<QString, Labels>> m_pods;
    bool m_everything = false;
};

/// What of a Cluster was looked at while a Recording ran: a later change touches a walk when it touches what the walk
/// looked at. Names are kept as hashes; two that collide cost a walk too many, never one too few.
class Reads
{
public:
    void note(Look look, const ObjectRef &ref);
    /// An empty namespace: Pods of any.
    void noteSelector(const QString &nameSpace, const Labels &selector);
    void noteClock() { m_clock = true; }
    void noteEverything() { m_everything = true; }

    /// True when Cluster::now() was asked: time alone may change what came of it.
    bool hasReadClock() const { return m_clock; }
    bool hasReadEverything() const { return m_everything; }

    /// Puts the keys in order; to be called once, before isTouchedBy().
    void seal();
    bool isTouchedBy(const Touched &touched) const;

private:
    std::vector<size_t> m_keys;
    std::vector<std::pair<QString, Labels>> m_selectors;
    bool m_clock = false;
    bool m_everything = false;
};

/// While it lives, what this thread looks at in any Cluster is noted. Recordings may stand in each other: the inner one
/// notes alone.
class Recording
{
public:
    explicit Recording(Reads &reads);
    ~Recording();
    Recording(const Recording &) = delete;
    Recording &operator=(const Recording &) = delete;

    /// Of the innermost Recording of this thread; nullptr when nothing is recorded. For Cluster alone.
    static Reads *current();

private:
    Reads *m_before;
};

} // namespace faultline::model
