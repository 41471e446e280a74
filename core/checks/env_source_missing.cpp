#include "core/checks/reasons.h"
#include "core/checks/shared/configsource.h"
#include "core/checks/shared/startmessage.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict missingBy(const Scope &scope, const ContainerView &container, const MissingSource &missing,
                  std::vector<Evidence> evidence, const QString &message)
{
    const QString path = referencePath(container, missing);
    if (!path.isEmpty())
        evidence.push_back(fieldOf(refTo(container.pod), path, missing.name));
    Facts facts = missingFacts(scope.cluster, container.pod.meta.nameSpace, missing);
    facts.merge(factsOf({{fact::message, message}}));
    return yes(std::move(evidence), std::move(facts));
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    if (container->waitingReason() != "CreateContainerConfigError"_L1)
        return no({stateOf(*container)});
    if (const std::optional<Said> said = startMessage(scope.cluster, *container)) {
        const std::optional<MissingSource> missing = missingSourceIn(said->text);
        return missing ? missingBy(scope, *container, *missing, {said->evidence}, said->text) : no({said->evidence});
    }
    // Without words the references themselves can still be followed.
    if (const std::optional<MissingSource> missing = missingSourceOf(scope.cluster, *container))
        return missingBy(scope, *container, *missing, {stateOf(*container)}, {});
    return unknown(reason::noMessage, {stateOf(*container)});
}

} // namespace

Check envSourceMissing()
{
    return {u"env_source_missing"_s,
            {model::Kind::Pod},
            ask,
            Answerer::Cluster,
            {model::Kind::ConfigMap, model::Kind::Secret, model::Kind::Event}};
}

} // namespace faultline::checks
