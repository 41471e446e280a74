#include "core/checks/shared/images.h"
#include "core/checks/shared/imageuse.h"
#include "core/checks/shared/pullsecrets.h"
#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// A registry that refuses may also be hiding that the name does not exist. It hides nothing where the name is known
/// to be right, or where it is nobody's open registry and no login was even sent.
Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble)
{
    const std::optional<ImageReference> reference = parseImage(pulledImage(container, trouble));
    if (trouble.cause != PullCause::AccessDenied || !reference)
        return no(trouble.evidence);
    const std::vector<ImageUse> uses = imagesInUse(scope.cluster, container);
    const ImageUse *same = sameRepository(uses, *reference);
    const bool isClosed = !isPublicRegistry(reference->registry) && scope.pod->spec->imagePullSecrets.isEmpty() &&
                          !almostRepository(uses, *reference);
    if (!same && !isClosed)
        return no(trouble.evidence);
    Verdict verdict = yes(trouble.evidence, pullFacts(container, trouble));
    if (same)
        verdict.evidence.push_back(same->evidence);
    addPullSecrets(scope, verdict);
    return verdict;
}

Verdict ask(const Scope &scope) { return judgeToldPull(scope, judge); }

} // namespace

Check imageLoginLikely()
{
    return {u"image_login_likely"_s,
            {model::Kind::Pod},
            ask,
            Answerer::Cluster,
            {model::Kind::Event, model::Kind::Secret, model::Kind::ReplicaSet, model::Kind::Deployment}};
}

} // namespace faultline::checks
