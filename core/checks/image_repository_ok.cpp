#include "core/checks/reasons.h"
#include "core/checks/shared/imageuse.h"
#include "core/checks/shared/pulltrouble.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// What other objects say: the same repository runs elsewhere, or only one with almost that name does.
struct Neighbours {
    const ImageUse *same = nullptr;
    const ImageUse *almost = nullptr;
};

Verdict with(Verdict verdict, const ImageUse *use)
{
    if (!use)
        return verdict;
    verdict.evidence.push_back(use->evidence);
    verdict.facts.insert_or_assign(QString(fact::similar), use->image);
    return verdict;
}

/// Official images are public, all of them: access refused there means that there is no such image.
bool isNoOfficialImage(const ContainerView &container, const PullTrouble &trouble)
{
    const std::optional<ImageReference> reference = parseImage(container.spec.image);
    return trouble.cause == PullCause::AccessDenied && reference && reference->registry == "docker.io"_L1 &&
           reference->path.startsWith("library/"_L1) && trouble.message.contains("repository does not exist"_L1);
}

Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble,
              const Neighbours &neighbours)
{
    const Facts facts = pullFacts(container, trouble);
    if (trouble.cause == PullCause::RepositoryUnknown)
        return with(no(trouble.evidence, facts), neighbours.almost);
    // The registry answered for that very image: its name is known there.
    if (neighbours.same || trouble.cause == PullCause::NoPlatform || trouble.cause == PullCause::NodeSide)
        return with(yes(trouble.evidence, facts), neighbours.same);
    if (isNoOfficialImage(container, trouble))
        return with(no(trouble.evidence, facts), neighbours.almost);
    // "not found" is what many registries say of an unknown name as well; a near miss makes that likely.
    if (trouble.cause == PullCause::TagUnknown && !neighbours.almost)
        return yes(trouble.evidence, facts);
    Verdict verdict = unknownPull(scope.cluster, trouble);
    verdict.facts = facts;
    return with(std::move(verdict), neighbours.almost);
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const PullTrouble trouble = pullTroubleOf(scope.cluster, *container);
    if (trouble.cause == PullCause::None) {
        // An imageID is only there once the node has the image.
        const bool pulled = !container->status.imageId.isEmpty();
        return pulled ? yes(trouble.evidence) : unknown(reason::noMessage, trouble.evidence);
    }
    const std::optional<ImageReference> reference = parseImage(container->spec.image);
    if (!reference)
        return no(trouble.evidence, pullFacts(*container, trouble));
    const std::vector<ImageUse> uses = imagesInUse(scope.cluster, *container);
    return judge(scope, *container, trouble, {sameRepository(uses, *reference), almostRepository(uses, *reference)});
}

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
