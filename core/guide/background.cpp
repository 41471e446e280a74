#include "core/guide/background.h"

#include "core/checks/shared/budgets.h"
#include "core/checks/shared/claims.h"

#include <QtCore/QSet>

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

template <typename T> void addAll(const std::vector<T> &objects, std::vector<ObjectRef> &into)
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

bool wantsObjects(const Diagnosis &diagnosis)
{
    return std::any_of(diagnosis.walks.begin(), diagnosis.walks.end(),
                       [](const Walk &walk) { return !walk.wantedObjects().empty(); });
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
    addAll(cluster.data().nodes, subjects);
    addAll(cluster.data().claims, subjects);
    addAll(cluster.data().autoscalers, subjects);
    addAll(cluster.data().disruptionBudgets, subjects);
    return subjects;
}

std::vector<Diagnosis> diagnoseBackground(const Guide &guide, const model::Cluster &cluster,
                                          const std::vector<Diagnosis> &applications, const Answers &answers)
{
    QSet<ObjectRef> troubled;
    for (const Diagnosis &application : applications) {
        if (isInTrouble(application.health))
            troubled.insert(application.subject);
    }
    const auto isTroubled = [&](const ObjectRef &application) { return troubled.contains(application); };
    std::vector<Diagnosis> kept;
    for (const ObjectRef &subject : backgroundSubjectsOf(cluster)) {
        if (guide.kindEntry(subject.kind).isEmpty())
            continue;
        Diagnosis diagnosis = diagnose(guide, cluster, subject, answers);
        const bool isAlone = applications.empty() && diagnosis.health == Health::Fine;
        if (!isInTrouble(diagnosis.health) && !isAlone) {
            diagnosis.onlyWants = wantsObjects(diagnosis);
            if (diagnosis.onlyWants)
                kept.push_back(std::move(diagnosis));
            continue;
        }
        const bool canFold = subject.kind == Kind::PersistentVolumeClaim || onlyFollows(guide, diagnosis);
        const auto behind = canFold ? applicationsBehind(cluster, subject) : std::vector<ObjectRef>();
        if (std::none_of(behind.begin(), behind.end(), isTroubled))
            kept.push_back(std::move(diagnosis));
    }
    return kept;
}

} // namespace faultline::guide
