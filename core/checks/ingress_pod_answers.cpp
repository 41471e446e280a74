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
    if (key)
        key->host = nameUnder(key->host);
    if (serving != nullptr)
        key->controller = serving->controller;
    return key;
}

Verdict ask(const Scope &scope)
{
    return ofTrial(scope, keyOf(scope), [](const model::TrialKey &key, const model::Trial &trial) {
        if (!failed(trial))
            return notHad(key, trial);
        Facts facts;
        if (!trial.via.isNull())
            facts[fact::controllerNamespace] = trial.via.nameSpace;
        return no(trialEvidence(key, trial), std::move(facts));
    });
}

} // namespace

Check ingressPodAnswers()
{
    return {u"ingress_pod_answers"_s, {}, ask, Answerer::Trial, {model::Kind::Ingress, model::Kind::IngressClass}};
}

} // namespace faultline::checks
