#include "core/checks/reasons.h"
#include "core/checks/shared/imageuse.h"
#include "core/checks/shared/pulltrouble.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict with(Verdict verdict, const ImageUse *use)
{
    if (!use)
        return verdict;
    verdict.evidence.push_back(use->evidence);
    verdict.facts.insert_or_assign(QString(fact::similar), use->image);
    return verdict;
}

/// The registry's word counts more than a copy that still runs from some node's disk.
Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble,
              const ImageReference &reference)
{
    const std::vector<ImageUse> uses = imagesInUse(scope.cluster, container);
    const Facts facts = pullFacts(container, trouble);
    if (trouble.cause == PullCause::TagUnknown)
        return with(no(trouble.evidence, facts), sameRepository(uses, reference));
    if (const ImageUse *use = sameReference(uses, reference))
        return with(yes(trouble.evidence, facts), use);
    if (trouble.cause == PullCause::NoPlatform || trouble.cause == PullCause::NodeSide)
        return yes(trouble.evidence, facts);
    Verdict verdict = unknownPull(scope.cluster, trouble);
    verdict.facts = facts;
    return with(std::move(verdict), sameRepository(uses, reference));
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
    return reference ? judge(scope, *container, trouble, *reference) : no(trouble.evidence);
}

} // namespace

Check imageTagOk()
{
    return {u"image_tag_ok"_s,
            {model::Kind::Pod},
            ask,
            Answerer::Cluster,
            {model::Kind::Event, model::Kind::ReplicaSet, model::Kind::Deployment}};
}

} // namespace faultline::checks
