#include "core/guide/background.h"

#include "core/checks/shared/budgets.h"
#include "core/checks/shared/claims.h"

#include <algorithm>

namespace faultline::guide {

namespace {

using model::Kind;
using model::ObjectRef;

ObjectRef applicationOf(const model::Cluster &cluster, const model::Pod &pod)
{
    const model::Workload *top = cluster.topWorkload(pod);
    return top ? top->ref() : ObjectRef{Kind::Pod, pod.meta.nameSpace, pod.meta.name};
}

std::vector<ObjectRef> applicationsOf(const model::Cluster &cluster, const std::vector<const model::Pod *> &pods)
{
    std::vector<ObjectRef> applications;
    for (const model::Pod *pod : pods)
        applications.push_back(applicationOf(cluster, *pod));
    return applications;
}

/// The applications that a background object stands over or serves.
std::vector<ObjectRef> applicationsBehind(const model::Cluster &cluster, const ObjectRef &subject)
{
    const auto &[kind, nameSpace, name] = subject;
    if (kind == Kind::PersistentVolumeClaim)
        return applicationsOf(cluster, checks::podsMounting(cluster, subject));
    const model::PodDisruptionBudget *budget = cluster.disruptionBudget(nameSpace, name);
    if (kind == Kind::PodDisruptionBudget && budget)
        return applicationsOf(cluster, checks::podsGuardedBy(cluster, *budget));
    const model::HorizontalPodAutoscaler *autoscaler = cluster.autoscaler(nameSpace, name);
    if (kind == Kind::HorizontalPodAutoscaler && autoscaler)
        return {{model::kindFromName(autoscaler->targetKind), nameSpace, autoscaler->targetName}};
    return {};
}

bool isInTrouble(Health health)
{
    return health == Health::Fault || health == Health::Open || health == Health::Waiting;
}

bool onlyFollows(const Guide &guide, const Diagnosis &diagnosis)
{
    const Finding *primary = diagnosis.primary();
    return primary && guide.node(primary->leaf.isEmpty() ? primary->stoppedAt : primary->leaf).follows;
}

template <typename T> void addAll(const model::ObjectList<T> &objects, std::vector<ObjectRef> &into)
{
    for (const T &object : objects)
        into.push_back({T::kKind, object.meta.nameSpace, object.meta.name});
}

void reach(const Guide &guide, const NodeId &id, QSet<NodeId> &reached)
{
    const Node *node = reached.contains(id) ? nullptr : guide.find(id);
    if (!node)
        return;
    reached.insert(id);
    for (const auto *edge : {&node->yes, &node->no, &node->unknown, &node->next}) {
        if (*edge) {
            reach(guide, (*edge)->to, reached);
            reach(guide, (*edge)->note, reached);
        }
    }
}

} // namespace

std::vector<Node> nodesFor(const Guide &guide, Kind subject)
{
    QSet<NodeId> own, beside;
    reach(guide, guide.kindEntry(subject), own);
    for (const auto &[kind, entry] : guide.kindEntries())
        reach(guide, entry, beside);
    std::vector<Node> nodes = guide.nodes();
    std::erase_if(nodes,
                  [&](const Node &node) { return own.isEmpty() ? beside.contains(node.id) : !own.contains(node.id); });
    return nodes;
}

std::vector<ObjectRef> backgroundSubjectsOf(const model::Cluster &cluster)
{
    std::vector<ObjectRef> subjects;
    addAll(cluster.nodes(), subjects);
    addAll(cluster.claims(), subjects);
    addAll(cluster.autoscalers(), subjects);
    addAll(cluster.disruptionBudgets(), subjects);
    return subjects;
}

void Applications::add(const ObjectRef &application, Health health)
{
    ++m_count;
    if (isInTrouble(health))
        m_troubled.insert(application);
}

bool isNamed(const Guide &guide, const model::Cluster &cluster, const Diagnosis &beside,
             const Applications &applications)
{
    const bool isAlone = applications.isNone() && beside.health == Health::Fine;
    if (!isInTrouble(beside.health) && !isAlone)
        return false;
    const bool canFold = beside.subject.kind == Kind::PersistentVolumeClaim || onlyFollows(guide, beside);
    const auto behind = canFold ? applicationsBehind(cluster, beside.subject) : std::vector<ObjectRef>();
    return std::none_of(behind.begin(), behind.end(),
                        [&](const ObjectRef &application) { return applications.isTroubled(application); });
}

std::vector<Diagnosis> diagnoseBackground(const Guide &guide, const model::Cluster &cluster,
                                          const std::vector<Diagnosis> &applications, const Answers &answers)
{
    Applications fared;
    for (const Diagnosis &application : applications)
        fared.add(application.subject, application.health);
    std::vector<Diagnosis> kept;
    for (const ObjectRef &subject : backgroundSubjectsOf(cluster)) {
        if (guide.kindEntry(subject.kind).isEmpty())
            continue;
        Diagnosis diagnosis = diagnose(guide, cluster, subject, answers);
        if (isNamed(guide, cluster, diagnosis, fared))
            kept.push_back(std::move(diagnosis));
    }
    return kept;
}

} // namespace faultline::guide
