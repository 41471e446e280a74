#include "core/checks/shared/pullsecrets.h"
#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The registry refuses, and the login that the Pod names never got there.
Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble)
{
    const PullSecretTrouble secrets = pullSecretTrouble(scope);
    if (trouble.cause == PullCause::Silent && !secrets.event)
        return unknownPull(scope.cluster, trouble);
    if ((trouble.cause != PullCause::AccessDenied && trouble.cause != PullCause::Silent) || secrets.isNone())
        return no(trouble.evidence);
    Verdict verdict = yes(trouble.evidence, pullFacts(container, trouble));
    if (secrets.event)
        verdict.evidence.push_back(eventOf(*secrets.event));
    addPullSecrets(scope, verdict);
    return verdict;
}

Verdict ask(const Scope &scope) { return judgePull(scope, judge); }

} // namespace

Check imagePullSecretBroken()
{
    return {u"image_pull_secret_broken"_s,
            {model::Kind::Pod},
            ask,
            Answerer::Cluster,
            {model::Kind::Event, model::Kind::Secret}};
}

} // namespace faultline::checks
