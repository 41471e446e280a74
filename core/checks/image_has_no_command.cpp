#include "core/checks/reasons.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/startmessage.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isNoCommandText(const QString &text)
{
    return text.contains("no command specified"_L1, Qt::CaseInsensitive) ||
           text.contains("no command or entrypoint provided"_L1, Qt::CaseInsensitive);
}

/// args alone are a command, too: the runtime puts them behind an absent entrypoint.
std::optional<Evidence> commandInSpec(const ContainerView &container)
{
    if (!container.spec.command.isEmpty())
        return fieldOf(refTo(container.pod), container.specPath("command"_L1), container.spec.command.join(u' '));
    if (!container.spec.args.isEmpty())
        return fieldOf(refTo(container.pod), container.specPath("args"_L1), container.spec.args.join(u' '));
    return std::nullopt;
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const std::optional<Said> said = startMessage(scope.cluster, *container);
    if (said && isNoCommandText(said->text))
        return yes({said->evidence}, factsOf({{fact::image, container->spec.image}, {fact::message, said->text}}));
    if (const std::optional<Evidence> command = commandInSpec(*container))
        return no({*command});
    if (container->isRunning() || !exitsOf(*container).empty() || container->status.restartCount > 0)
        return no({stateOf(*container)});
    return unknown(reason::onlyPerson, {stateOf(*container)});
}

} // namespace

Check imageHasNoCommand()
{
    return {u"image_has_no_command"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
