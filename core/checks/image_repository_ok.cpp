#include "core/checks/shared/imageuse.h"
#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// What other objects say: the same repository runs elsewhere, or only one with almost that name does.
struct Neighbours {
    const ImageUse *same = nullptr;
    const ImageUse *almost = nullptr;
};

/// Official images are public, all of them: access refused there means that there is no such image.
bool isNoOfficialImage(const ContainerView &container, const PullTrouble &trouble)
{
    const std::optional<ImageReference> reference = parseImage(pulledImage(container, trouble));
    return trouble.cause == PullCause::AccessDenied && reference && reference->registry == "docker.io"_L1 &&
           reference->path.startsWith("library/"_L1) && trouble.message.contains("repository does not exist"_L1);
}

Verdict judgeBeside(const Scope &scope, const ContainerView &container, const PullTrouble &trouble,
                    const Neighbours &neighbours)
{
    const Facts facts = pullFacts(container, trouble);
    if (trouble.cause == PullCause::RepositoryUnknown)
        return withUse(no(trouble.evidence, facts), neighbours.almost);
    // The registry answered for that very image: its name is known there.
    if (neighbours.same || trouble.cause == PullCause::NoPlatform || trouble.cause == PullCause::NodeSide)
        return withUse(yes(trouble.evidence, facts), neighbours.same);
    if (isNoOfficialImage(container, trouble))
        return withUse(no(trouble.evidence, facts), neighbours.almost);
    // "not found" is what many registries say of an unknown name as well; a near miss makes that likely.
    if (trouble.cause == PullCause::TagUnknown && !neighbours.almost)
        return yes(trouble.evidence, facts);
    Verdict verdict = unknownPull(scope.cluster, trouble);
    verdict.facts = facts;
    return withUse(std::move(verdict), neighbours.almost);
}

Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble)
{
    if (trouble.cause == PullCause::None)
        return isPulled(container, trouble);
    const std::optional<ImageReference> reference = parseImage(pulledImage(container, trouble));
    if (!reference)
        return no(trouble.evidence, pullFacts(container, trouble));
    const std::vector<ImageUse> uses = imagesInUse(scope.cluster, container);
    return judgeBeside(scope, container, trouble,
                       {sameRepository(uses, *reference), almostRepository(uses, *reference)});
}

Verdict ask(const Scope &scope) { return judgePull(scope, judge); }

} // namespace

Check imageRepositoryOk()
{
    return {u"image_repository_ok"_s,
            {model::Kind::Pod},
            ask,
            Answerer::Cluster,
            {model::Kind::Event, model::Kind::ReplicaSet, model::Kind::Deployment}};
}

} // namespace faultline::checks
