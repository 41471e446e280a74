#include "core/checks/shared/policies.h"

#include "core/checks/shared/ports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// `port` of a policy's port is its endPort: a range of numbers.
bool covers(const model::ServicePort &admitted, int number, const model::PodSpec &spec)
{
    if (admitted.targetPort.isNull())
        return true;
    if (admitted.port != 0)
        return number >= admitted.targetPort.number && number <= admitted.port;
    return targetNumber(admitted, spec) == number;
}

/// Namespaces may be read one by one; with kube-system among them it was the list.
bool knowsAllNamespaces(const model::Cluster &cluster)
{
    return cluster.sees(model::Kind::Namespace) && cluster.nameSpaceObject(u"kube-system"_s) != nullptr;
}

bool existsSomewhere(const model::Cluster &cluster, const model::NetworkPolicyPeer &peer)
{
    if (peer.isBlock || !peer.namespaces || !knowsAllNamespaces(cluster))
        return true;
    const auto &all = cluster.nameSpaces();
    return std::any_of(all.begin(), all.end(), [&](const model::Namespace &place) {
        return model::matches(*peer.namespaces, place.meta.labels);
    });
}

Admission admitsPeer(const model::Cluster &cluster, const model::NetworkPolicy &policy,
                     const model::NetworkPolicyPeer &peer, const model::Pod &source)
{
    if (peer.isBlock)
        return Admission::CannotTell;
    if (peer.pods && !model::matches(*peer.pods, source.meta.labels))
        return Admission::No;
    if (!peer.namespaces)
        return policy.meta.nameSpace == source.meta.nameSpace ? Admission::Yes : Admission::No;
    const model::Namespace *place = cluster.nameSpaceObject(source.meta.nameSpace);
    if (place == nullptr)
        return *peer.namespaces == model::LabelSelector() ? Admission::Yes : Admission::CannotTell;
    return model::matches(*peer.namespaces, place->meta.labels) ? Admission::Yes : Admission::No;
}

} // namespace

bool isolates(const model::NetworkPolicy &policy, const model::Labels &labels)
{
    return policy.isolatesIngress && model::matches(policy.podSelector, labels);
}

bool admitsAnySource(const model::Cluster &cluster, const model::NetworkPolicyRule &rule)
{
    return rule.anySource ||
           std::any_of(rule.peers.begin(), rule.peers.end(),
                       [&](const model::NetworkPolicyPeer &peer) { return existsSomewhere(cluster, peer); });
}

Admission admits(const model::Cluster &cluster, const model::NetworkPolicy &policy,
                 const model::NetworkPolicyRule &rule, const model::Pod &source)
{
    if (rule.anySource)
        return Admission::Yes;
    Admission best = Admission::No;
    for (const model::NetworkPolicyPeer &peer : rule.peers) {
        const Admission admission = admitsPeer(cluster, policy, peer, source);
        if (admission == Admission::Yes)
            return admission;
        best = admission == Admission::CannotTell ? admission : best;
    }
    return best;
}

QString allowedPortsText(const model::NetworkPolicy &policy)
{
    QStringList texts;
    for (const model::NetworkPolicyRule &rule : policy.ingress) {
        if (rule.ports.empty())
            return {};
        for (const model::ServicePort &port : rule.ports) {
            QString text = port.targetPort.isNull() ? port.protocol : referenceText(port.targetPort);
            text += port.port != 0 ? u'-' + QString::number(port.port) : QString();
            texts.append(port.protocol == "TCP"_L1 || port.targetPort.isNull() ? text : text + u'/' + port.protocol);
        }
    }
    texts.removeDuplicates();
    return texts.join(", "_L1);
}

bool admitsPort(const model::NetworkPolicyRule &rule, const model::ServicePort &port, const model::PodSpec &spec)
{
    if (rule.ports.empty())
        return true;
    const int number = targetNumber(port, spec);
    return std::any_of(rule.ports.begin(), rule.ports.end(), [&](const model::ServicePort &admitted) {
        return admitted.protocol == port.protocol && covers(admitted, number, spec);
    });
}

} // namespace faultline::checks
