#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The port that answered through the tunnel, and how.
std::pair<model::TrialKey, const model::Trial *> throughTunnel(const Scope &scope)
{
    for (const model::TrialKey &key : podTrials(scope, model::TrialWay::PodTunnel)) {
        const model::Trial *trial = madeTrial(scope.cluster, key);
        if (trial != nullptr && answered(*trial))
            return {key, trial};
    }
    return {};
}

/// A tunnel enters at localhost, the API server's proxy at the Pod's address. Only a refusal there is a proof: a
/// NetworkPolicy, or an API server without a way to the Pods, gives silence.
Verdict ask(const Scope &scope)
{
    const auto [tunnelKey, tunnel] = throughTunnel(scope);
    if (tunnel == nullptr)
        return notTriedPort(scope, {});
    model::TrialKey key = tunnelKey;
    key.way = model::TrialWay::PodProxy;
    if (key.speech == model::TrialSpeech::Tcp)
        return notTriedPort(scope, {}); // the proxy speaks HTTP alone
    const model::Trial *trial = madeTrial(scope.cluster, key);
    if (trial == nullptr)
        return notTriedPort(scope, {key});
    std::vector<Evidence> evidence = trialEvidence(tunnelKey, *tunnel);
    addEvidence(evidence, key, *trial);
    if (answered(*trial))
        return no(std::move(evidence));
    if (trial->outcome != model::Trial::Outcome::Refused)
        return notHad(key, *trial);
    Facts facts = notTriedPort(scope, {}).facts;
    facts[fact::listens] = u"loopback"_s;
    facts[fact::triedPorts] = QString::number(key.port);
    return yes(std::move(evidence), std::move(facts));
}

} // namespace

Check podIpRefusedButTunnelOk()
{
    return {u"pod_ip_refused_but_tunnel_ok"_s, {model::Kind::Pod}, ask, Answerer::Trial};
}

} // namespace faultline::checks
