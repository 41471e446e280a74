#include "core/checks/shared/evidence.h"
#include "core/checks/shared/refusal.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

struct PolicyRefusal {
    QString policy;
    QString reason; ///< the policy's own words
    QString by;     ///< "webhook", "webhookDown" or "policy"
};

struct Words {
    QRegularExpression pattern;
    QLatin1StringView by;
};

/// Sources: apiserver pkg/admission/plugin/webhook/errors/statuserror.go, plugin/policy/validating/dispatcher.go,
/// plugin/pkg/admission/imagepolicy/admission.go.
PolicyRefusal policyIn(const QString &cause)
{
    static const Words all[] = {
        {QRegularExpression(u"admission webhook \"([^\"]+)\" denied the request(?:: | )(.*)"_s), "webhook"_L1},
        {QRegularExpression(u"failed calling webhook \"([^\"]+)\": (.*)"_s), "webhookDown"_L1},
        {QRegularExpression(u"AdmissionPolicy '([^']+)' with binding '[^']+' (?:denied request: )?(.*)"_s),
         "policy"_L1},
        {QRegularExpression(u"policy '([^']+)' with binding '[^']+' (.*)"_s), "policy"_L1},
        {QRegularExpression(u"(image policy webhook) backend denied one or more images(?:: )?(.*)"_s), "policy"_L1}};
    for (const Words &words : all) {
        if (const auto match = words.pattern.match(cause); match.hasMatch())
            return {match.captured(1), match.captured(2), QString(words.by)};
    }
    return {};
}

Verdict judge(const Scope &, const Refusal &refusal)
{
    const PolicyRefusal policy = policyIn(refusal.cause);
    if (policy.policy.isEmpty())
        return no({refusal.evidence}, factsOf({{fact::message, refusal.cause}}));
    return yes({refusal.evidence}, factsOf({{fact::message, refusal.cause},
                                            {fact::policy, policy.policy},
                                            {fact::reason, policy.reason},
                                            {fact::refusedBy, policy.by}}));
}

Verdict ask(const Scope &scope) { return judgeRefusal(scope, judge); }

} // namespace

Check createRefusedPolicy()
{
    return {u"create_refused_policy"_s, {}, ask, Answerer::Cluster, {model::Kind::ReplicaSet, model::Kind::Event}};
}

} // namespace faultline::checks
