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
    if (trouble.cause == PullCause::None)
        return no(trouble.evidence);
    return yes(trouble.evidence, pullFacts(*container, trouble));
}

} // namespace

Check imageError() { return {u"image_error"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}}; }

} // namespace faultline::checks
