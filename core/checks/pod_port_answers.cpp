#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// One port that answers is an answer, whatever its status: an app that says 404 is there.
Verdict ask(const Scope &scope)
{
    const std::vector<model::TrialKey> keys = podTrials(scope, model::TrialWay::PodTunnel);
    std::vector<Evidence> evidence;
    Verdict notMade = notTriedPort(scope, keys);
    bool isTried = false;
    bool hasFailed = false;
    for (const model::TrialKey &key : keys) {
        const model::Trial *trial = madeTrial(scope.cluster, key);
        if (trial == nullptr)
            continue;
        isTried = true;
        if (answered(*trial))
            return yes(trialEvidence(key, *trial), notMade.facts);
        if (failed(*trial)) {
            hasFailed = true;
            addEvidence(evidence, key, *trial);
        } else {
            notMade = notHad(key, *trial);
        }
    }
    if (!isTried || !hasFailed)
        return notMade;
    return no(std::move(evidence), notTriedPort(scope, keys).facts);
}

} // namespace

Check podPortAnswers() { return {u"pod_port_answers"_s, {model::Kind::Pod}, ask, Answerer::Trial}; }

} // namespace faultline::checks
