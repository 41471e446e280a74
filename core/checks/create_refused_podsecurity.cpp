#include "core/checks/shared/evidence.h"
#include "core/checks/shared/podsecurity.h"
#include "core/checks/shared/refusal.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// Pod Security (since 1.22), its predecessor PodSecurityPolicy (up to 1.24), and OpenShift's constraints.
/// Sources: pod-security-admission/admission, plugin/pkg/admission/security/podsecuritypolicy (1.24).
QString policyIn(const QString &cause)
{
    static const QRegularExpression level(u"violates PodSecurity \"([^\"]+)\""_s);
    if (const auto match = level.match(cause); match.hasMatch())
        return match.captured(1);
    if (cause.contains("PodSecurityPolicy: "_L1) || cause.contains("against any pod security policy"_L1))
        return u"PodSecurityPolicy"_s;
    if (cause.contains("against any security context constraint"_L1))
        return u"SecurityContextConstraints"_s;
    return {};
}

Verdict judge(const Scope &scope, const Refusal &refusal)
{
    const QString policy = policyIn(refusal.cause);
    if (policy.isEmpty())
        return no({refusal.evidence}, factsOf({{fact::message, refusal.cause}}));
    const QString violations = refusal.cause.section(policy + u"\": "_s, 1);
    Facts facts = factsOf({{fact::message, refusal.cause},
                           {fact::policy, policy},
                           {fact::level, policy.contains(u':') ? policy.section(u':', 0, 0) : QString()},
                           {fact::reason, violations}});
    facts.merge(mendedSecurity(violations, scope.workload->podSpec.get()));
    return yes({refusal.evidence}, std::move(facts));
}

Verdict ask(const Scope &scope) { return judgeRefusal(scope, judge); }

} // namespace

Check createRefusedPodsecurity()
{
    return {u"create_refused_podsecurity"_s, {}, ask, Answerer::Cluster, {model::Kind::ReplicaSet, model::Kind::Event}};
}

} // namespace faultline::checks
