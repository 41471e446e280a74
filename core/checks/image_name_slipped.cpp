#include "core/checks/shared/images.h"
#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The same container in a ReplicaSet of an earlier template.
struct Former {
    const model::Workload *owner = nullptr;
    const model::Container *container = nullptr;
};

std::vector<Former> formerContainers(const Scope &scope, const ContainerView &container)
{
    std::vector<Former> former;
    const model::Workload *top = scope.cluster.topWorkload(container.pod);
    if (!top)
        return former;
    for (const model::Workload *owned : scope.cluster.workloadsOwnedBy(*top)) {
        if (const model::Container *spec = owned->podSpec->container(container.spec.name))
            former.push_back({owned, spec});
    }
    return former;
}

/// The registry knows no such image, or does not tell, and a former version of the same container has almost that name.
Verdict judge(const Scope &scope, const ContainerView &container, const PullTrouble &trouble)
{
    const bool mayBeName = trouble.cause == PullCause::TagUnknown || trouble.cause == PullCause::AccessDenied ||
                           trouble.cause == PullCause::RepositoryUnknown;
    const std::optional<ImageReference> wanted = parseImage(pulledImage(container, trouble));
    if (!mayBeName || !wanted)
        return no(trouble.evidence);
    for (const auto &[owner, former] : formerContainers(scope, container)) {
        const std::optional<ImageReference> known = parseImage(former->image);
        if (!known || known->sameRepository(*wanted) || !looksAlike(*known, *wanted))
            continue;
        Verdict verdict = yes(trouble.evidence, pullFacts(container, trouble));
        const QString field = u"spec.template.spec.containers["_s + former->name + u"].image"_s;
        verdict.evidence.push_back(fieldOf(owner->ref(), field, former->image));
        verdict.facts.merge(factsOf({{fact::similar, former->image}}));
        return verdict;
    }
    return no(trouble.evidence);
}

Verdict ask(const Scope &scope) { return judgeToldPull(scope, judge); }

} // namespace

Check imageNameSlipped()
{
    return {u"image_name_slipped"_s,
            {model::Kind::Pod},
            ask,
            Answerer::Cluster,
            {model::Kind::Event, model::Kind::ReplicaSet}};
}

} // namespace faultline::checks
