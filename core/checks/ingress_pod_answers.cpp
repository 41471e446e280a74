#include "core/checks/reasons.h"
#include "core/checks/shared/ingresses.h"
#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// As a client of the controller that serves the Ingress; a wildcard host stands for any of its names.
std::optional<model::TrialKey> keyOf(const Scope &scope)
{
    auto key = ingressTrial(scope, model::TrialWay::Controller);
    const model::IngressClass *serving = key ? servingClass(scope.cluster, *scope.ingress) : nullptr;
    if (key && key->host.startsWith("*."_L1))
        key->host.replace(0, 1, u"faultline"_s);
    if (serving != nullptr)
        key->controller = serving->controller;
    return key;
}

Verdict ask(const Scope &scope)
{
    const auto key = keyOf(scope);
    if (!key)
        return unknown(reason::notTried);
    const model::Trial *trial = madeTrial(scope.cluster, *key);
    if (trial == nullptr)
        return notTried({*key});
    if (answered(*trial))
        return yes(trialEvidence(*key, *trial));
    return failed(*trial) ? no(trialEvidence(*key, *trial)) : notHad(*key, *trial);
}

} // namespace

Check ingressPodAnswers()
{
    return {u"ingress_pod_answers"_s, {}, ask, Answerer::Trial, {model::Kind::Ingress, model::Kind::IngressClass}};
}

} // namespace faultline::checks
