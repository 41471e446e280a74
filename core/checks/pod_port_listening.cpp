#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// Empty where there was an answer.
QString silenceOf(model::Trial::Outcome outcome)
{
    using Outcome = model::Trial::Outcome;
    switch (outcome) {
    case Outcome::TimedOut:
        return u"late"_s;
    case Outcome::Reset:
        return u"reset"_s;
    case Outcome::Closed:
        return u"closed"_s;
    default:
        return {};
    }
}

/// Whatever accepts a connection listens, though it may never answer.
Verdict ask(const Scope &scope)
{
    const std::vector<model::TrialKey> keys = podTrials(scope, model::TrialWay::PodTunnel);
    const Verdict notMade = notTriedPort(scope, keys);
    Facts facts = notMade.facts;
    std::vector<Evidence> refused;
    QStringList ports;
    for (const model::TrialKey &key : keys) {
        const model::Trial *trial = madeTrial(scope.cluster, key);
        if (trial == nullptr)
            return notMade;
        using Outcome = model::Trial::Outcome;
        if (trial->outcome == Outcome::NotAllowed || trial->outcome == Outcome::NotPossible)
            return notHad(key, *trial);
        if (trial->outcome != Outcome::Refused) {
            if (const QString silence = silenceOf(trial->outcome); !silence.isEmpty())
                facts[fact::silence] = silence;
            facts[fact::triedPorts] = QString::number(key.port);
            return yes(trialEvidence(key, *trial), std::move(facts));
        }
        addEvidence(refused, key, *trial);
        ports += QString::number(key.port);
    }
    if (refused.empty())
        return notMade;
    facts[fact::listens] = u"nothing"_s;
    facts[fact::triedPorts] = ports.join(u", "_s);
    return no(std::move(refused), std::move(facts));
}

} // namespace

Check podPortListening() { return {u"pod_port_listening"_s, {model::Kind::Pod}, ask, Answerer::Trial}; }

} // namespace faultline::checks
