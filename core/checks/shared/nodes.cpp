#include "core/checks/shared/nodes.h"

#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

std::optional<Evidence> lostTaint(const model::Node &node)
{
    for (const model::Taint &taint : node.taints) {
        if (taint.key == "node.kubernetes.io/not-ready"_L1 || taint.key == "node.kubernetes.io/unreachable"_L1)
            return fieldOf(refTo(node), u"spec.taints"_s, taint.key);
    }
    return {};
}

} // namespace

bool seesNodes(const model::Cluster &cluster) { return cluster.sees(model::Kind::Node) && !cluster.nodes().empty(); }

Verdict unknownForNodes(const model::Cluster &cluster)
{
    if (!cluster.sees(model::Kind::Node))
        return unknownFor(cluster, model::Kind::Node);
    return unknown(reason::unseen({model::Unseen::Reason::NotInInput, {}}, model::Kind::Node));
}

QString countOnNode(const model::Cluster &cluster, const QString &node)
{
    if (!cluster.sees(model::Kind::Pod))
        return {};
    const auto &pods = cluster.podsOnNode(node);
    const auto count = std::count_if(pods.begin(), pods.end(), [](const model::Pod *pod) {
        return pod->phase != "Succeeded"_L1 && pod->phase != "Failed"_L1;
    });
    // None in one namespace says nothing of the others.
    return count == 0 && !cluster.hasAllNamespaces() ? QString() : QString::number(count);
}

std::optional<Evidence> nodeTrouble(const model::Cluster &cluster, const model::Pod &pod)
{
    const model::Node *node = cluster.node(pod.nodeName);
    if (!node)
        return fieldOf(refTo(pod), u"spec.nodeName"_s, pod.nodeName);
    const model::Condition *ready = model::findCondition(node->conditions, u"Ready");
    if (ready && ready->status != "True"_L1)
        return conditionOf(refTo(*node), *ready);
    return lostTaint(*node);
}

std::optional<std::pair<QString, QString>> uncarriedPair(const model::Cluster &cluster,
                                                         const model::Labels &nodeSelector)
{
    const model::ObjectList<model::Node> &nodes = cluster.nodes();
    for (const auto &pair : nodeSelector) {
        const auto carries = [&pair](const model::Node &node) { return node.meta.labels.containsAll({pair}); };
        if (std::none_of(nodes.begin(), nodes.end(), carries))
            return pair;
    }
    return {};
}

QString similarNodeLabel(const model::Cluster &cluster, const QString &key, const QString &value)
{
    for (const model::Node &node : cluster.nodes()) {
        for (const auto &[nodeKey, nodeValue] : node.meta.labels) {
            const bool keyFits = nodeKey == key || (nodeValue == value && base::looksAlike(nodeKey, key));
            const bool valueFits = nodeValue == value || (nodeKey == key && base::looksAlike(nodeValue, value));
            if (keyFits && valueFits)
                return nodeKey + u'=' + nodeValue;
        }
    }
    return {};
}

void addUncarriedPair(Verdict &verdict, const model::Cluster &cluster, const model::Labels &nodeSelector,
                      const model::ObjectRef &object, const QString &field)
{
    const auto pair = uncarriedPair(cluster, nodeSelector);
    if (!pair)
        return;
    verdict.evidence.push_back(fieldOf(object, field + u'.' + pair->first, pair->second));
    verdict.facts.merge(factsOf({{fact::selectorPair, pair->first + u'=' + pair->second},
                                 {fact::labelPair, similarNodeLabel(cluster, pair->first, pair->second)}}));
}

} // namespace faultline::checks
