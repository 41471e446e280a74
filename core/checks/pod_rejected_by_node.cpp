#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The kubelet's admission words. Sources: pkg/kubelet/lifecycle, pkg/kubelet/cm, pkg/kubelet/sysctl (1.20 to 1.36).
bool isAdmissionReason(const QString &reason)
{
    constexpr std::array reasons{"NodeAffinity"_L1,
                                 "NodeName"_L1,
                                 "NodePorts"_L1,
                                 "TaintToleration"_L1,
                                 "UnexpectedAdmissionError"_L1,
                                 "TopologyAffinityError"_L1,
                                 "SMTAlignmentError"_L1,
                                 "EmptyPodSharedPoolError"_L1,
                                 "SysctlForbidden"_L1,
                                 "AppArmor"_L1,
                                 "PodOSSelectorNodeLabelDoesNotMatch"_L1,
                                 "PodOSNotSupported"_L1,
                                 "SupplementalGroupsPolicyNotSupported"_L1,
                                 "PodLevelResourcesNotSupported"_L1,
                                 "PodFeatureUnsupported"_L1,
                                 "InitContainerRestartPolicyForbidden"_L1,
                                 "InvalidNodeInfo"_L1,
                                 "UnknownReason"_L1,
                                 "UnexpectedPredicateFailureType"_L1};
    const auto isReason = [&reason](QLatin1StringView word) { return reason == word; };
    return reason.startsWith("OutOf"_L1) || std::any_of(reasons.begin(), reasons.end(), isReason);
}

Facts factsFrom(const model::Pod &pod)
{
    static const QRegularExpression shortage(
        u"enough resource: ([^,]+), requested: ([^,]+), used: ([^,]+), capacity: (\\S+)"_s);
    const QRegularExpressionMatch match = shortage.match(pod.message);
    return factsOf({{fact::reason, pod.reason},
                    {fact::message, pod.message},
                    {fact::resource, match.captured(1)},
                    {fact::requested, match.captured(2)},
                    {fact::used, match.captured(3)},
                    {fact::hard, match.captured(4)}});
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{fieldOf(refTo(pod), u"status.reason"_s, pod.reason)};
    // "Pod was rejected as the node is shutting down." has no colon: that is a matter of the node's own end.
    const bool rejected = pod.message.startsWith("Pod was rejected: "_L1) ||
                          pod.message.startsWith("Node has reached its volume attachment limit, rejecting pod"_L1);
    if (!rejected && !isAdmissionReason(pod.reason))
        return no(std::move(evidence));
    evidence.push_back(fieldOf(refTo(pod), u"status.message"_s, pod.message));
    return yes(std::move(evidence), factsFrom(pod));
}

} // namespace

Check podRejectedByNode() { return {u"pod_rejected_by_node"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
