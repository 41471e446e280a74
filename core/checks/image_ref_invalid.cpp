#include "core/checks/shared/images.h"
#include "core/checks/shared/pulltrouble.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const PullTrouble trouble = pullTroubleOf(scope.cluster, *container);
    const QString &image = container->spec.image;
    const bool refused = container->waitingReason() == "InvalidImageName"_L1;
    const bool malformed = trouble.cause != PullCause::None && !parseImage(image);
    std::vector<Evidence> evidence = trouble.evidence;
    evidence.push_back(fieldOf(refTo(container->pod), container->specPath("image"_L1), image));
    if (!refused && !malformed)
        return no(std::move(evidence));
    Facts facts = pullFacts(*container, trouble);
    facts.merge(factsOf({{fact::similar, mendedImage(image)}}));
    return yes(std::move(evidence), std::move(facts));
}

} // namespace

Check imageRefInvalid()
{
    return {u"image_ref_invalid"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
