#include "core/checks/shared/nodefit.h"

#include "core/checks/shared/remembered.h"

#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr size_t kMostLines = 10;

bool isBinary(const QString &resource) { return resource != "cpu"_L1 && resource != "pods"_L1; }

bool tolerates(const model::Toleration &toleration, const model::Taint &taint)
{
    const bool effect = toleration.effect.isEmpty() || toleration.effect == taint.effect;
    const bool everyKey = toleration.key.isEmpty() && toleration.op == "Exists"_L1;
    const bool value = toleration.op == "Exists"_L1 || toleration.value == taint.value;
    return effect && (everyKey || (toleration.key == taint.key && value));
}

bool isTolerated(const model::PodSpec &spec, const model::Taint &taint)
{
    return std::any_of(spec.tolerations.begin(), spec.tolerations.end(),
                       [&](const model::Toleration &toleration) { return tolerates(toleration, taint); });
}

QString taintText(const model::Taint &taint)
{
    const QString value = taint.value.isEmpty() ? QString() : u'=' + taint.value;
    return taint.key + value + u':' + taint.effect;
}

/// What the node lifecycle controller and kubectl cordon put there: no matter for tolerations.
QString clauseOf(const model::Taint &taint)
{
    if (taint.key == "node.kubernetes.io/unschedulable"_L1)
        return u"cordon"_s;
    return taint.key.startsWith("node.kubernetes.io/"_L1) ? u"notReady"_s : u"taint"_s;
}

Misfit misfit(const QString &clause, Evidence evidence)
{
    Misfit found;
    found.clause = clause;
    found.evidence = std::move(evidence);
    return found;
}

void addTaints(const model::PodSpec &spec, NodeFit &fit)
{
    const model::Node &node = *fit.node;
    if (node.unschedulable)
        fit.misfits.push_back(misfit(u"cordon"_s, fieldOf(refTo(node), u"spec.unschedulable"_s, u"true"_s)));
    for (const model::Taint &taint : node.taints) {
        const QString clause = clauseOf(taint);
        if (taint.effect == "PreferNoSchedule"_L1 || isTolerated(spec, taint) ||
            (clause == "cordon"_L1 && node.unschedulable))
            continue;
        Misfit found = misfit(clause, fieldOf(refTo(node), u"spec.taints"_s, taintText(taint)));
        found.taint = &taint;
        fit.misfits.push_back(std::move(found));
    }
}

void addLabels(const model::PodSpec &spec, NodeFit &fit)
{
    for (const auto &pair : spec.nodeSelector) {
        if (fit.node->meta.labels.containsAll({pair}))
            continue;
        const auto &labels = fit.node->meta.labels;
        const auto has =
            std::find_if(labels.begin(), labels.end(), [&](const auto &label) { return label.first == pair.first; });
        const QString wanted = pair.first + u'=' + pair.second;
        const QString value = (has == labels.end() ? u"-"_s : has->second) + u" ≠ "_s + pair.second;
        Misfit found = misfit(u"labels"_s, fieldOf(refTo(*fit.node), u"metadata.labels."_s + pair.first, value));
        found.pair = wanted;
        fit.misfits.push_back(std::move(found));
    }
}

bool takesRoom(const model::Pod &pod) { return pod.phase != "Succeeded"_L1 && pod.phase != "Failed"_L1; }

/// What the Pods of each node ask for, and the host ports that they hold.
struct Taken {
    model::Resources requests;
    QStringList ports;
};

QStringList hostPorts(const model::PodSpec &spec)
{
    QStringList ports;
    for (const model::Container &container : spec.containers) {
        for (const model::ContainerPort &port : container.ports) {
            if (port.hostPort != 0)
                ports += QString::number(port.hostPort) + u'/' + (port.protocol.isEmpty() ? u"TCP"_s : port.protocol);
        }
    }
    return ports;
}

QHash<QString, Taken> takenByNode(const model::Cluster &cluster)
{
    QHash<QString, Taken> taken;
    QHash<const model::PodSpec *, Taken> asked; // Pods of a workload share their spec
    for (const model::Pod &pod : cluster.podsByUse()) {
        if (pod.nodeName.isEmpty() || !takesRoom(pod))
            continue;
        auto own = asked.constFind(pod.spec.get());
        if (own == asked.cend())
            own = asked.insert(pod.spec.get(), {model::effectiveRequests(*pod.spec), hostPorts(*pod.spec)});
        Taken &node = taken[pod.nodeName];
        for (const auto &[resource, request] : own->requests)
            node.requests[resource] = node.requests[resource] + request;
        node.requests[u"pods"_s] = node.requests[u"pods"_s] + base::Quantity{1000};
        node.ports += own->ports;
    }
    return taken;
}

base::Quantity amount(const model::Resources &resources, const QString &name)
{
    const auto found = resources.find(name);
    return found == resources.end() ? base::Quantity{} : found->second;
}

/// "1.5 > 500m = 4 - 3500m": asked, free, and how that comes about.
QString sum(const QString &resource, base::Quantity asked, base::Quantity all, base::Quantity used)
{
    const bool binary = isBinary(resource);
    QString text = asked.toString(binary) + u" > "_s + (all - used).toString(binary);
    if (used.milli > 0)
        text += u" = "_s + all.toString(binary) + u" - "_s + used.toString(binary);
    return text;
}

void addRoom(const model::Resources &requests, const Taken &taken, NodeFit &fit)
{
    for (const auto &[resource, asked] : requests) {
        const base::Quantity all = amount(fit.node->allocatable, resource);
        const base::Quantity used = amount(taken.requests, resource);
        if (asked.milli <= 0 || asked <= all - used)
            continue;
        Misfit found = misfit(u"resource"_s, fieldOf(refTo(*fit.node), u"status.allocatable."_s + resource,
                                                     sum(resource, asked, all, used)));
        found.resource = resource;
        found.asked = asked;
        found.missing = asked - (all - used);
        found.free = std::max(all - used, base::Quantity{});
        fit.misfits.push_back(std::move(found));
    }
}

void addPorts(const QStringList &wanted, const Taken &taken, NodeFit &fit)
{
    for (const QString &port : wanted) {
        if (taken.ports.contains(port))
            fit.misfits.push_back(misfit(u"ports"_s, fieldOf(refTo(*fit.node), u"hostPort"_s, port)));
    }
}

} // namespace

std::vector<NodeFit> nodeFits(const model::Cluster &cluster, const model::Pod &pod)
{
    std::vector<NodeFit> fits;
    if (!seesNodes(cluster))
        return fits;
    const bool knowsAllPods = cluster.hasAllNamespaces() && cluster.sees(model::Kind::Pod);
    QHash<QString, Taken> taken;
    if (knowsAllPods) {
        cluster.podsByUse(); // noted, whether or not the answer is known already
        static thread_local Remembered<int, QHash<QString, Taken>> remembered;
        taken = remembered.get(cluster, 0, [&] { return takenByNode(cluster); });
    }
    model::Resources requests = model::effectiveRequests(*pod.spec);
    if (knowsAllPods)
        requests[u"pods"_s] = base::Quantity{1000};
    for (const model::Node &node : cluster.nodes()) {
        NodeFit fit{&node, {}};
        const Taken here = taken.value(node.meta.name);
        addTaints(*pod.spec, fit);
        addLabels(*pod.spec, fit);
        addPorts(hostPorts(*pod.spec), here, fit);
        addRoom(requests, here, fit);
        fits.push_back(std::move(fit));
    }
    std::stable_sort(fits.begin(), fits.end(), [](const NodeFit &left, const NodeFit &right) {
        return left.misfits.size() < right.misfits.size();
    });
    return fits;
}

std::vector<Evidence> fitEvidence(const std::vector<NodeFit> &fits)
{
    std::vector<Evidence> lines;
    for (const NodeFit &fit : fits) {
        for (const Misfit &found : fit.misfits) {
            if (lines.size() < kMostLines)
                lines.push_back(found.evidence);
        }
    }
    return lines;
}

} // namespace faultline::checks
