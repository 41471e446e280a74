#include "core/checks/shared/waiting.h"

#include "core/checks/shared/startmessage.h"
#include "core/checks/shared/troubledcontainer.h"

#include <algorithm>

namespace faultline::checks {

Verdict waitsFor(const Scope &scope, std::initializer_list<QLatin1StringView> reasons)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    std::vector<Evidence> evidence{stateOf(*container)};
    const QString waiting = container->waitingReason();
    if (std::find(reasons.begin(), reasons.end(), waiting) == reasons.end())
        return no(std::move(evidence));
    const std::optional<Said> said = startMessage(scope.cluster, *container);
    if (said)
        evidence.push_back(said->evidence);
    return yes(std::move(evidence), factsOf({{fact::reason, waiting},
                                             {fact::message, said ? said->text : QString()},
                                             {fact::image, container->spec.image}}));
}

} // namespace faultline::checks
