#include "core/checks/reasons.h"
#include "core/checks/shared/mounts.h"
#include "core/checks/shared/startmessage.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const std::optional<Said> said = startMessage(scope.cluster, *container);
    if (!said)
        return unknown(reason::noMessage, {stateOf(*container)});
    if (!isMountText(said->text))
        return no({said->evidence}, factsOf({{fact::message, said->text}}));
    return yes({said->evidence}, factsOf({{fact::message, said->text},
                                          {fact::mountCause, mountCauseIn(said->text)},
                                          {fact::image, container->spec.image}}));
}

} // namespace

Check runErrorIsMount()
{
    return {u"run_error_is_mount"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
