#include "core/checks/shared/evidence.h"
#include "core/checks/shared/refusal.h"
#include "core/checks/shared/saying.h"

#include <QtCore/QRegularExpression>

#include <array>

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

/// A policy's words may go over many lines (Kyverno's do).
QRegularExpression pattern(const QString &words)
{
    return QRegularExpression(words, QRegularExpression::DotMatchesEverythingOption);
}

QString webhookTroubleIn(const QString &reason)
{
    static constexpr std::array<Saying, 10> all{{{"no endpoints available"_L1, "endpoints"_L1},
                                                 {"not found"_L1, "endpoints"_L1},
                                                 {"x509: "_L1, "certificate"_L1},
                                                 {"certificate"_L1, "certificate"_L1},
                                                 {"connection refused"_L1, "refused"_L1},
                                                 {"EOF"_L1, "refused"_L1},
                                                 {"deadline exceeded"_L1, "timeout"_L1},
                                                 {"timeout"_L1, "timeout"_L1},
                                                 {"no route to host"_L1, "timeout"_L1},
                                                 {"Address is not allowed"_L1, "timeout"_L1}}};
    return meaningOf(reason, all);
}

/// Sources: apiserver pkg/admission/plugin/webhook/errors/statuserror.go, plugin/policy/validating/dispatcher.go,
/// plugin/pkg/admission/imagepolicy/admission.go.
PolicyRefusal policyIn(const QString &cause)
{
    static const Words all[] = {
        {pattern(u"admission webhook \"([^\"]+)\" denied the request(?:: | )(.*)"_s), "webhook"_L1},
        {pattern(u"failed calling webhook \"([^\"]+)\": (.*)"_s), "webhookDown"_L1},
        {pattern(u"AdmissionPolicy '([^']+)' with binding '[^']+' (?:denied request: )?(.*)"_s), "policy"_L1},
        {pattern(u"policy '([^']+)' with binding '[^']+' (.*)"_s), "policy"_L1},
        {pattern(u"(image policy webhook) backend denied one or more images(?:: )?(.*)"_s), "policy"_L1}};
    for (const Words &words : all) {
        if (const auto match = words.pattern.match(cause); match.hasMatch())
            return {match.captured(1), match.captured(2).simplified(), QString(words.by)};
    }
    return {};
}

/// The address that was called holds "?timeout=10s", which is no trouble.
QString troubleOf(const PolicyRefusal &policy)
{
    return policy.by == "webhookDown"_L1 ? webhookTroubleIn(policy.reason.section(u"\": "_s, 1)) : QString();
}

Verdict judge(const Scope &, const Refusal &refusal)
{
    const PolicyRefusal policy = policyIn(refusal.cause);
    if (policy.policy.isEmpty())
        return no({refusal.evidence}, factsOf({{fact::message, refusal.cause}}));
    return yes({refusal.evidence}, factsOf({{fact::message, refusal.cause},
                                            {fact::policy, policy.policy},
                                            {fact::reason, policy.reason},
                                            {fact::refusedBy, policy.by},
                                            {fact::webhookTrouble, troubleOf(policy)}}));
}

Verdict ask(const Scope &scope) { return judgeRefusal(scope, judge); }

} // namespace

Check createRefusedPolicy()
{
    return {u"create_refused_policy"_s, {}, ask, Answerer::Cluster, {model::Kind::ReplicaSet, model::Kind::Event}};
}

} // namespace faultline::checks
