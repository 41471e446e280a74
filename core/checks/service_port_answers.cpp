#include "core/checks/reasons.h"
#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// Every port must answer: one that does not is what its clients see.
Verdict ask(const Scope &scope)
{
    const std::vector<model::TrialKey> keys = serviceTrials(scope);
    std::vector<Evidence> evidence;
    std::optional<Verdict> notMade;
    for (const model::TrialKey &key : keys) {
        const model::Trial *trial = madeTrial(scope.cluster, key);
        if (trial == nullptr)
            return notTried(keys);
        if (failed(*trial))
            return no(trialEvidence(key, *trial), {{fact::servicePort, QString::number(key.port)}});
        if (answered(*trial)) {
            addEvidence(evidence, key, *trial);
        } else {
            notMade = notHad(key, *trial);
        }
    }
    if (keys.empty())
        return unknown(reason::notTried);
    return notMade ? *notMade : yes(std::move(evidence));
}

} // namespace

Check servicePortAnswers()
{
    return {u"service_port_answers"_s, {}, ask, Answerer::Trial, {model::Kind::Service, model::Kind::Pod}};
}

} // namespace faultline::checks
