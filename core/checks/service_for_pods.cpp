#include "core/checks/reasons.h"
#include "core/checks/shared/candidates.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/services.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

QString namesOf(const std::vector<const model::Service *> &services)
{
    QStringList names;
    for (const model::Service *service : services)
        names.append(service->ref().toString());
    return names.join(", "_L1);
}

Verdict nobody(const Scope &scope)
{
    const std::vector<PodShape> shapes = podShapes(scope);
    std::vector<Evidence> evidence;
    for (const PodShape &shape : shapes)
        evidence.push_back(fieldOf(shape.object, shape.labelsField(), labelsText(*shape.labels)));
    return no(std::move(evidence),
              factsOf({{fact::labels, shapes.empty() ? QString() : labelsText(*shapes.front().labels)}}));
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload && !scope.pod)
        return unknown(reason::noObject);
    std::vector<const model::Service *> services = servicesFor(scope.cluster, scope.workload, scope.pod);
    if (services.empty())
        return nobody(scope);
    std::vector<Evidence> evidence;
    for (const model::Service *service : services)
        evidence.push_back(fieldOf(service->ref(), u"spec.selector"_s, labelsText(service->selector)));
    const model::Service *asked = scope.service ? scope.service : services.front();
    std::erase(services, asked);
    return yes(std::move(evidence),
               factsOf({{fact::selector, labelsText(asked->selector)}, {fact::other, namesOf(services)}}));
}

} // namespace

Check serviceForPods() { return {u"service_for_pods"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::Pod}}; }

} // namespace faultline::checks
