#include "core/checks/shared/evidence.h"
#include "core/checks/shared/refusal.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

struct PolicyRefusal {
    QString policy;
    QString reason; ///< the policy's own words
};

/// Sources: apiserver pkg/admission/plugin/webhook/errors/statuserror.go, plugin/policy/validating/dispatcher.go.
PolicyRefusal policyIn(const QString &cause)
{
    static const QRegularExpression patterns[] = {
        QRegularExpression(u"admission webhook \"([^\"]+)\" denied the request(?:: | )(.*)"_s),
        QRegularExpression(u"failed calling webhook \"([^\"]+)\": (.*)"_s),
        QRegularExpression(u"AdmissionPolicy '([^']+)' with binding '[^']+' (?:denied request: )?(.*)"_s),
        QRegularExpression(u"policy '([^']+)' with binding '[^']+' (.*)"_s)};
    for (const QRegularExpression &pattern : patterns) {
        if (const auto match = pattern.match(cause); match.hasMatch())
            return {match.captured(1), match.captured(2)};
    }
    return {};
}

Verdict judge(const Scope &, const Refusal &refusal)
{
    const PolicyRefusal policy = policyIn(refusal.cause);
    if (policy.policy.isEmpty())
        return no({refusal.evidence}, factsOf({{fact::message, refusal.cause}}));
    return yes({refusal.evidence},
               factsOf({{fact::message, refusal.cause}, {fact::policy, policy.policy}, {fact::reason, policy.reason}}));
}

Verdict ask(const Scope &scope) { return judgeRefusal(scope, judge); }

} // namespace

Check createRefusedPolicy()
{
    return {u"create_refused_policy"_s, {}, ask, Answerer::Cluster, {model::Kind::ReplicaSet, model::Kind::Event}};
}

} // namespace faultline::checks
