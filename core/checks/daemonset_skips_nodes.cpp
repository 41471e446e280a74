#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// Taints that everybody expects to keep ordinary Pods away, or that the controller tolerates by itself.
bool isEveryday(const model::Taint &taint)
{
    return taint.key.startsWith("node.kubernetes.io/"_L1) || taint.key.startsWith("node-role.kubernetes.io/"_L1);
}

bool isTolerated(const model::Taint &taint, const model::PodSpec &spec)
{
    return std::any_of(spec.tolerations.begin(), spec.tolerations.end(), [&](const model::Toleration &toleration) {
        const bool key = toleration.key.isEmpty() ? toleration.op == "Exists"_L1 : toleration.key == taint.key;
        const bool value = toleration.op == "Exists"_L1 || toleration.value == taint.value;
        return key && value && (toleration.effect.isEmpty() || toleration.effect == taint.effect);
    });
}

const model::Taint *repelling(const model::Node &node, const model::PodSpec &spec)
{
    for (const model::Taint &taint : node.taints) {
        if (taint.effect != "PreferNoSchedule"_L1 && !isEveryday(taint) && !isTolerated(taint, spec))
            return &taint;
    }
    return nullptr;
}

QString textOf(const model::Taint &taint)
{
    return taint.key + (taint.value.isEmpty() ? QString() : u'=' + taint.value) + u':' + taint.effect;
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != Kind::DaemonSet || !workload.podSpec)
        return no();
    if (!seesNodes(scope.cluster))
        return unknownForNodes(scope.cluster);
    std::vector<Evidence> evidence;
    QStringList names;
    QString taint;
    for (const model::Node &node : scope.cluster.nodes()) {
        const model::Taint *found = repelling(node, *workload.podSpec);
        if (!found || !node.meta.labels.containsAll(workload.podSpec->nodeSelector))
            continue;
        names.append(node.meta.name);
        taint = taint.isEmpty() ? textOf(*found) : taint;
        evidence.push_back(fieldOf(refTo(node), u"spec.taints"_s, textOf(*found)));
    }
    if (names.isEmpty())
        return no();
    const QString share = u"%1 of %2"_s.arg(names.size()).arg(scope.cluster.nodes().size());
    return yes(std::move(evidence),
               factsOf({{fact::nodes, share}, {fact::nodeNames, names.mid(0, 5).join(u", "_s)}, {fact::taint, taint}}));
}

} // namespace

Check daemonsetSkipsNodes() { return {u"daemonset_skips_nodes"_s, {}, ask, Answerer::Cluster, {Kind::Node}}; }

} // namespace faultline::checks
