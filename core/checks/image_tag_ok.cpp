#include "core/checks/shared/imageuse.h"
#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// A plain "not found" is also what an unknown repository gets; "manifest unknown" is only said of a known one.
Facts knownFacts(Facts facts, const PullTrouble &trouble, const ImageUse *sameRepository)
{
    const bool saysManifest = trouble.message.contains("manifest unknown"_L1) ||
                              trouble.message.contains("manifest_unknown"_L1, Qt::CaseInsensitive) ||
                              trouble.message.contains("no such manifest"_L1);
    facts.merge(factsOf({{fact::repositoryKnown, sameRepository ? sameRepository->image
                                                 : saysManifest ? u"manifest unknown"_s
                                                                : QString()}}));
    return facts;
}

/// The registry's word counts more than a copy that still runs from some node's disk.
Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble)
{
    if (trouble.cause == PullCause::None)
        return isPulled(container, trouble);
    const std::optional<ImageReference> reference = parseImage(pulledImage(container, trouble));
    if (!reference)
        return no(trouble.evidence);
    const std::vector<ImageUse> uses = imagesInUse(scope.cluster, container);
    const Facts facts = pullFacts(container, trouble);
    if (trouble.cause == PullCause::TagUnknown) {
        return withUse(no(trouble.evidence, knownFacts(facts, trouble, sameRepository(uses, *reference))),
                       sameRepository(uses, *reference));
    }
    if (const ImageUse *use = sameReference(uses, *reference))
        return withUse(yes(trouble.evidence, facts), use);
    if (trouble.cause == PullCause::NoPlatform || trouble.cause == PullCause::NodeSide)
        return yes(trouble.evidence, facts);
    Verdict verdict = unknownPull(scope.cluster, trouble);
    verdict.facts = facts;
    return withUse(std::move(verdict), sameRepository(uses, *reference));
}

Verdict ask(const Scope &scope) { return judgePull(scope, judge); }

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
