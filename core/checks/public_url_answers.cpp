#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::TrialKey;
using model::TrialSpeech;

/// A wildcard names nobody.
std::optional<TrialKey> ofIngress(const Scope &scope)
{
    auto key = ingressTrial(scope, model::TrialWay::Public);
    if (key && key->host.isEmpty() && !scope.ingress->addresses.isEmpty())
        key->host = scope.ingress->addresses.front(); // a rule for every name
    if (!key || key->host.isEmpty() || key->host.startsWith(u'*'))
        return std::nullopt;
    key->port = key->speech == TrialSpeech::Https ? 443 : 80;
    return key;
}

std::optional<TrialKey> ofService(const Scope &scope)
{
    const model::Service &service = *scope.service;
    if (service.loadBalancerAddresses.isEmpty() || service.ports.empty())
        return std::nullopt;
    const model::ServicePort &port = service.ports.front();
    TrialKey key;
    key.object = service.ref();
    key.host = service.loadBalancerAddresses.front();
    key.port = port.port;
    key.speech = speechOf(port.name, port.appProtocol, port.port);
    return key.speech == TrialSpeech::Tcp ? std::nullopt : std::optional(key);
}

Verdict ask(const Scope &scope)
{
    std::optional<TrialKey> key = scope.ingress ? ofIngress(scope) : scope.service ? ofService(scope) : std::nullopt;
    if (key)
        key->way = model::TrialWay::Public;
    // A name that nobody knows, or an address without a way to it: from here it cannot be reached.
    return ofTrial(scope, key,
                   [](const TrialKey &made, const model::Trial &trial) { return no(trialEvidence(made, trial)); });
}

} // namespace

Check publicUrlAnswers()
{
    return {u"public_url_answers"_s, {}, ask, Answerer::Trial, {model::Kind::Ingress, model::Kind::Service}};
}

} // namespace faultline::checks
