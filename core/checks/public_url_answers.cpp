#include "core/checks/reasons.h"
#include "core/checks/shared/ingresses.h"
#include "core/checks/shared/trial.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::TrialKey;
using model::TrialSpeech;

std::optional<TrialKey> ofIngress(const Scope &scope)
{
    const auto paths = backendsInQuestion(scope.cluster, *scope.ingress, scope.service);
    if (paths.empty() || paths.front().host.isEmpty() || paths.front().host.startsWith(u'*'))
        return std::nullopt;
    const model::IngressPath &path = paths.front();
    const bool isTls = std::any_of(scope.ingress->tls.begin(), scope.ingress->tls.end(), [&](const auto &tls) {
        return tls.hosts.isEmpty() || tls.hosts.contains(path.host);
    });
    TrialKey key;
    key.object = scope.ingress->ref();
    key.host = path.host;
    key.path = path.path.startsWith(u'/') ? path.path : u"/"_s;
    key.speech = isTls ? TrialSpeech::Https : TrialSpeech::Http;
    key.port = isTls ? 443 : 80;
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
    if (!key)
        return unknown(reason::notTried);
    key->way = model::TrialWay::Public;
    const model::Trial *trial = madeTrial(scope.cluster, *key);
    if (trial == nullptr)
        return notTried({*key});
    if (answered(*trial))
        return yes({trialEvidence(*key, *trial)});
    // A name that nobody knows, or an address without a way to it: from here it cannot be reached.
    return no({trialEvidence(*key, *trial)});
}

} // namespace

Check publicUrlAnswers()
{
    return {u"public_url_answers"_s, {}, ask, Answerer::Trial, {model::Kind::Ingress, model::Kind::Service}};
}

} // namespace faultline::checks
