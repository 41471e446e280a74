#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// Whatever accepts a connection listens, though it may never answer.
Verdict ask(const Scope &scope)
{
    const std::vector<model::TrialKey> keys = podTrials(scope, model::TrialWay::PodTunnel);
    const Verdict notMade = notTriedPort(scope, keys);
    std::vector<Evidence> refused;
    for (const model::TrialKey &key : keys) {
        const model::Trial *trial = madeTrial(scope.cluster, key);
        if (trial == nullptr)
            return notMade;
        using Outcome = model::Trial::Outcome;
        if (trial->outcome == Outcome::NotAllowed || trial->outcome == Outcome::NotPossible)
            return notHad(key, *trial);
        if (trial->outcome != Outcome::Refused)
            return yes(trialEvidence(key, *trial), notMade.facts);
        addEvidence(refused, key, *trial);
    }
    return refused.empty() ? notMade : no(std::move(refused), notMade.facts);
}

} // namespace

Check podPortListening() { return {u"pod_port_listening"_s, {model::Kind::Pod}, ask, Answerer::Trial}; }

} // namespace faultline::checks
