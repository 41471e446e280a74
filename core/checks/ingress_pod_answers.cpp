#include "core/checks/reasons.h"
#include "core/checks/shared/ingresses.h"
#include "core/checks/shared/trial.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isOverTls(const model::Ingress &ingress, const QString &host)
{
    return std::any_of(ingress.tls.begin(), ingress.tls.end(),
                       [&](const model::IngressTls &tls) { return tls.hosts.isEmpty() || tls.hosts.contains(host); });
}

/// The first rule that leads to the Service in question. A wildcard host stands for any of its names.
std::optional<model::TrialKey> keyOf(const Scope &scope)
{
    const model::Ingress &ingress = *scope.ingress;
    const auto paths = backendsInQuestion(scope.cluster, ingress, scope.service);
    if (paths.empty())
        return std::nullopt;
    const model::IngressPath &path = paths.front();
    model::TrialKey key;
    key.way = model::TrialWay::Controller;
    key.object = ingress.ref();
    key.host = path.host.startsWith("*."_L1) ? u"faultline"_s + path.host.mid(1) : path.host;
    key.path = path.path.startsWith(u'/') ? path.path : u"/"_s;
    key.speech = isOverTls(ingress, path.host) ? model::TrialSpeech::Https : model::TrialSpeech::Http;
    const model::IngressClass *serving = servingClass(scope.cluster, ingress);
    key.controller = serving != nullptr ? serving->controller : QString();
    return key;
}

Verdict ask(const Scope &scope)
{
    const auto key = scope.ingress ? keyOf(scope) : std::nullopt;
    if (!key)
        return unknown(reason::notTried);
    const model::Trial *trial = madeTrial(scope.cluster, *key);
    if (trial == nullptr)
        return notTried({*key});
    if (answered(*trial))
        return yes({trialEvidence(*key, *trial)});
    return failed(*trial) ? no({trialEvidence(*key, *trial)}) : notHad(*key, *trial);
}

} // namespace

Check ingressPodAnswers()
{
    return {u"ingress_pod_answers"_s, {}, ask, Answerer::Trial, {model::Kind::Ingress, model::Kind::IngressClass}};
}

} // namespace faultline::checks
