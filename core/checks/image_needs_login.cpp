#include "core/checks/shared/images.h"
#include "core/checks/shared/pullsecrets.h"
#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict judgeTrouble(const Scope &scope, const ContainerView &container, const PullTrouble &trouble)
{
    const Facts facts = pullFacts(container, trouble);
    if (trouble.cause == PullCause::AccessDenied)
        return yes(trouble.evidence, facts);
    if (const model::Event *event = pullSecretTrouble(scope).event) {
        std::vector<Evidence> evidence = trouble.evidence;
        evidence.push_back(eventOf(*event));
        return yes(std::move(evidence), facts);
    }
    if (trouble.cause != PullCause::Silent && trouble.cause != PullCause::Other)
        return no(trouble.evidence, facts);
    const std::optional<ImageReference> reference = parseImage(pulledImage(container, trouble));
    if (reference && !isPublicRegistry(reference->registry) && scope.pod->spec->imagePullSecrets.isEmpty())
        return yes(trouble.evidence, facts);
    if (trouble.cause == PullCause::Other && reference && isPublicRegistry(reference->registry))
        return no(trouble.evidence, facts);
    return unknownPull(scope.cluster, trouble);
}

Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble)
{
    if (trouble.cause == PullCause::None)
        return no(trouble.evidence);
    Verdict verdict = judgeTrouble(scope, container, trouble);
    if (verdict.answer == Answer::Yes)
        addPullSecrets(scope, verdict);
    return verdict;
}

Verdict ask(const Scope &scope) { return judgePull(scope, judge); }

} // namespace

Check imageNeedsLogin()
{
    return {
        u"image_needs_login"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event, model::Kind::Secret}};
}

} // namespace faultline::checks
