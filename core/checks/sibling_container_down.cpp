#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return noContainer(scope);
    const std::vector<ContainerView> containers = lastingContainersOf(*scope.pod);
    if (containers.empty())
        return noContainer(scope);
    std::vector<Evidence> evidence;
    for (const ContainerView &container : containers) {
        if (!container.isRunning()) {
            return yes({stateOf(container)},
                       factsOf({{fact::other, container.spec.name}, {fact::reason, container.status.state.reason}}));
        }
        evidence.push_back(stateOf(container));
    }
    return no(std::move(evidence));
}

} // namespace

Check siblingContainerDown() { return {u"sibling_container_down"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
