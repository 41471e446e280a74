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
    std::vector<Evidence> evidence{stateOf(*container)};
    evidence.push_back(
        fieldOf(refTo(container->pod), container->specPath("imagePullPolicy"_L1), container->spec.imagePullPolicy));
    if (container->waitingReason() != "ErrImageNeverPull"_L1)
        return no(std::move(evidence));
    return yes(std::move(evidence), pullFacts(*container, pullTroubleOf(scope.cluster, *container)));
}

} // namespace

Check imageNeverPull() { return {u"image_never_pull"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
