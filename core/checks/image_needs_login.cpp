#include "core/checks/shared/events.h"
#include "core/checks/shared/images.h"
#include "core/checks/shared/pulltrouble.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// FailedToRetrieveImagePullSecret: "Unable to retrieve some image pull secrets (A, B); attempting to pull the image
/// may not succeed." (pkg/kubelet/kubelet_pods.go getPullSecretsForPod)
const model::Event *missingSecretEvent(const Scope &scope)
{
    return latestEvent(scope.cluster, refTo(*scope.pod), {"FailedToRetrieveImagePullSecret"_L1});
}

/// The first pull secret that is not there, or empty; only where Secrets were read.
QString missingPullSecret(const Scope &scope)
{
    if (!scope.cluster.sees(model::Kind::Secret))
        return {};
    for (const QString &name : scope.pod->spec->imagePullSecrets) {
        if (!scope.cluster.secret(scope.pod->meta.nameSpace, name))
            return name;
    }
    return {};
}

/// A Secret of another type is silently left out by the kubelet (pkg/credentialprovider/secrets).
const model::Secret *wrongPullSecret(const Scope &scope)
{
    for (const QString &name : scope.pod->spec->imagePullSecrets) {
        const model::Secret *secret = scope.cluster.secret(scope.pod->meta.nameSpace, name);
        if (secret && !secret->type.isEmpty() && secret->type != "kubernetes.io/dockerconfigjson"_L1 &&
            secret->type != "kubernetes.io/dockercfg"_L1)
            return secret;
    }
    return nullptr;
}

void addSecrets(const Scope &scope, Verdict &verdict)
{
    const QStringList &secrets = scope.pod->spec->imagePullSecrets;
    verdict.evidence.push_back(fieldOf(refTo(*scope.pod), u"spec.imagePullSecrets"_s, secrets.join(u", "_s)));
    const QString missing = missingPullSecret(scope);
    if (const model::Secret *wrong = wrongPullSecret(scope))
        verdict.evidence.push_back(fieldOf(refTo(*wrong), u"type"_s, wrong->type));
    verdict.facts.merge(factsOf({{fact::missingKind, missing.isEmpty() ? QString() : u"Secret"_s},
                                 {fact::missingName, missing},
                                 {fact::secretName, !missing.isEmpty()  ? missing
                                                    : secrets.isEmpty() ? QString()
                                                                        : secrets.first()}}));
}

Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble)
{
    const Facts facts = pullFacts(container, trouble);
    if (trouble.cause == PullCause::AccessDenied)
        return yes(trouble.evidence, facts);
    if (const model::Event *event = missingSecretEvent(scope)) {
        std::vector<Evidence> evidence = trouble.evidence;
        evidence.push_back(eventOf(*event));
        return yes(std::move(evidence), facts);
    }
    if (trouble.cause != PullCause::Silent && trouble.cause != PullCause::Other)
        return no(trouble.evidence, facts);
    const std::optional<ImageReference> reference = parseImage(container.spec.image);
    if (reference && !isPublicRegistry(reference->registry) && scope.pod->spec->imagePullSecrets.isEmpty())
        return yes(trouble.evidence, facts);
    if (trouble.cause == PullCause::Other && reference && isPublicRegistry(reference->registry))
        return no(trouble.evidence, facts);
    return unknownPull(scope.cluster, trouble);
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const PullTrouble trouble = pullTroubleOf(scope.cluster, *container);
    if (trouble.cause == PullCause::None)
        return no(trouble.evidence);
    Verdict verdict = judge(scope, *container, trouble);
    if (verdict.answer == Answer::Yes)
        addSecrets(scope, verdict);
    return verdict;
}

} // namespace

Check imageNeedsLogin()
{
    return {
        u"image_needs_login"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event, model::Kind::Secret}};
}

} // namespace faultline::checks
