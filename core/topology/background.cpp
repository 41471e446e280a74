#include "core/topology/background.h"

#include "core/checks/shared/autoscalers.h"
#include "core/checks/shared/budgets.h"
#include "core/checks/shared/claims.h"
#include "core/topology/nearmiss.h"
#include "core/topology/state.h"

using namespace Qt::StringLiterals;

namespace faultline::topology {

namespace {

using guide::Layer;
using guide::LayerState;
using model::Kind;
using model::ObjectRef;

/// Of the walk's last word on a name; empty where it said nothing.
QString factOf(const guide::Diagnosis &diagnosis, QLatin1StringView name)
{
    const guide::Finding *primary = diagnosis.primary();
    const auto found = primary ? primary->facts.find(name) : checks::Facts::const_iterator();
    return primary && found != primary->facts.end() ? found->second : QString();
}

class Beside
{
public:
    Beside(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
        : m_cluster(cluster), m_diagnosis(diagnosis)
    {
    }

    Topology build()
    {
        const ObjectRef &subject = m_diagnosis.subject;
        const bool isRollout =
            subject.kind == Kind::HorizontalPodAutoscaler || subject.kind == Kind::PodDisruptionBudget;
        m_self = add(subject, isRollout ? Layer::Rollout : Layer::Pods);
        m_topology.items[0].found = m_cluster.exists(subject);
        if (const model::Node *node = m_cluster.node(subject.name); node && subject.kind == Kind::Node)
            addNode(*node);
        if (const auto *claim = m_cluster.claim(subject.nameSpace, subject.name);
            claim && subject.kind == Kind::PersistentVolumeClaim)
            addClaim(*claim);
        if (const auto *autoscaler = m_cluster.autoscaler(subject.nameSpace, subject.name);
            autoscaler && subject.kind == Kind::HorizontalPodAutoscaler)
            addAutoscaler(*autoscaler);
        if (const auto *budget = m_cluster.disruptionBudget(subject.nameSpace, subject.name);
            budget && subject.kind == Kind::PodDisruptionBudget)
            addBudget(*budget);
        addNearMisses(m_topology, m_cluster);
        noteFailing(m_topology, m_diagnosis);
        return std::move(m_topology);
    }

private:
    int add(const ObjectRef &object, Layer layer)
    {
        Item item;
        item.object = object;
        item.layer = layer;
        item.state = object == m_diagnosis.subject ? stateOf(m_diagnosis, layer, {object}) : LayerState::Fine;
        m_topology.items.push_back(std::move(item));
        return static_cast<int>(m_topology.items.size()) - 1;
    }

    Item &at(int index) { return m_topology.items[static_cast<size_t>(index)]; }

    void link(int from, int to, Link::Kind kind, Link::Match match = Link::Match::Fine, const QString &left = {},
              const QString &right = {})
    {
        m_topology.links.push_back({from, to, kind, match, left, right, {}, {at(from).object, {}, left}});
    }

    /// All Pods in one box: which of them are well is the business of their applications.
    std::optional<int> addPods(const std::vector<const model::Pod *> &pods)
    {
        if (pods.empty())
            return std::nullopt;
        std::vector<ObjectRef> members;
        for (const model::Pod *pod : pods)
            members.push_back({Kind::Pod, pod->meta.nameSpace, pod->meta.name});
        const int made = add(members.front(), Layer::Pods);
        at(made).count = static_cast<int>(members.size());
        at(made).fate = model::podStatusWord(*pods.front());
        at(made).members = std::move(members);
        return made;
    }

    /// A gap where something is named in vain.
    int addMissing(const ObjectRef &object, Layer layer, const QString &similar)
    {
        const int made = add(object, layer);
        at(made).found = false;
        at(made).state = LayerState::Fault;
        at(made).similar = similar;
        return made;
    }

    void addNode(const model::Node &node)
    {
        const model::Condition *ready = model::findCondition(node.conditions, u"Ready");
        if (ready)
            at(m_self).fate = u"Ready: "_s + ready->status;
        if (const auto pods = addPods(m_cluster.podsOnNode(node.meta.name)))
            link(m_self, *pods, Link::Kind::Owns);
    }

    void addClaim(const model::PersistentVolumeClaim &claim)
    {
        at(m_self).fate = claim.phase;
        at(m_self).detail = claim.requestedStorage;
        if (const auto pods = addPods(checks::podsMounting(m_cluster, m_diagnosis.subject)))
            link(m_self, *pods, Link::Kind::Owns);
        const QString missing = factOf(m_diagnosis, checks::fact::missingName);
        if (!missing.isEmpty() && claim.storageClassName == missing) {
            const QString similar = factOf(m_diagnosis, checks::fact::similar);
            link(m_self, addMissing({Kind::StorageClass, {}, missing}, Layer::Pods, similar), Link::Kind::RoutesTo,
                 Link::Match::Wrong);
        } else if (const model::StorageClass *storageClass = checks::classOf(m_cluster, claim)) {
            link(m_self, add({Kind::StorageClass, {}, storageClass->meta.name}, Layer::Pods), Link::Kind::RoutesTo);
        }
        addVolume(claim);
    }

    void addVolume(const model::PersistentVolumeClaim &claim)
    {
        if (claim.volumeName.isEmpty() || !m_cluster.sees(Kind::PersistentVolume))
            return;
        const ObjectRef ref{Kind::PersistentVolume, {}, claim.volumeName};
        const bool there = m_cluster.volume(claim.volumeName) != nullptr;
        link(m_self, there ? add(ref, Layer::Pods) : addMissing(ref, Layer::Pods, {}), Link::Kind::RoutesTo,
             there ? Link::Match::Fine : Link::Match::Wrong);
    }

    void addAutoscaler(const model::HorizontalPodAutoscaler &autoscaler)
    {
        at(m_self).fate =
            u"%1 / %2…%3"_s.arg(autoscaler.currentReplicas).arg(autoscaler.minReplicas).arg(autoscaler.maxReplicas);
        const ObjectRef target = checks::targetOf(autoscaler);
        if (target.isNull() || !m_cluster.sees(target.kind))
            return;
        if (const model::Workload *workload = m_cluster.workload(target)) {
            const int made = add(target, Layer::Rollout);
            if (workload->hasStatus)
                at(made).fate = u"%1/%2"_s.arg(workload->readyReplicas).arg(workload->replicas);
            link(m_self, made, Link::Kind::Owns);
        } else {
            const QString similar = factOf(m_diagnosis, checks::fact::similar);
            link(m_self, addMissing(target, Layer::Rollout, similar), Link::Kind::Owns, Link::Match::Wrong);
        }
    }

    void addBudget(const model::PodDisruptionBudget &budget)
    {
        at(m_self).fate = u"%1/%2"_s.arg(budget.currentHealthy).arg(budget.expectedPods);
        if (const auto pods = addPods(checks::podsGuardedBy(m_cluster, budget)))
            return link(m_self, *pods, Link::Kind::Owns);
        for (const model::Workload &workload : m_cluster.workloadsIn(budget.meta.nameSpace)) {
            if (workload.ref().toString() == factOf(m_diagnosis, checks::fact::other)) {
                link(m_self, add(workload.ref(), Layer::Rollout), Link::Kind::Selects, Link::Match::Wrong,
                     factOf(m_diagnosis, checks::fact::selectorPair), factOf(m_diagnosis, checks::fact::labelPair));
            }
        }
    }

    const model::Cluster &m_cluster;
    const guide::Diagnosis &m_diagnosis;
    Topology m_topology;
    int m_self = 0;
};

} // namespace

bool isBackground(Kind kind)
{
    return kind == Kind::Node || kind == Kind::PersistentVolumeClaim || kind == Kind::HorizontalPodAutoscaler ||
           kind == Kind::PodDisruptionBudget;
}

Topology backgroundTopology(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    return Beside(cluster, diagnosis).build();
}

} // namespace faultline::topology
