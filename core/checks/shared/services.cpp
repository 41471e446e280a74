#include "core/checks/shared/services.h"

#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

PodShape shapeOf(const model::Pod &pod) { return {refTo(pod), &pod.meta.labels, pod.spec.get(), &pod}; }

void addLivePods(const std::vector<const model::Pod *> &pods, std::vector<PodShape> &shapes)
{
    for (const model::Pod *pod : pods) {
        if (!pod->meta.deleted.isValid())
            shapes.push_back(shapeOf(*pod));
    }
}

std::vector<PodShape> shapesOfNamespace(const model::Cluster &cluster, const QString &nameSpace)
{
    std::vector<PodShape> shapes;
    for (const model::Pod &pod : cluster.podsIn(nameSpace)) {
        if (!pod.meta.deleted.isValid())
            shapes.push_back(shapeOf(pod));
    }
    for (const model::Workload &workload : cluster.workloadsIn(nameSpace)) {
        if (!cluster.isOwned(workload))
            shapes.push_back(templateShape(workload));
    }
    return shapes;
}

std::vector<PodShape> shapesForLoneService(const Scope &scope)
{
    std::vector<PodShape> shapes;
    if (scope.service == nullptr)
        return shapes;
    addLivePods(scope.cluster.podsSelectedBy(*scope.service), shapes);
    return shapes.empty() ? shapesOfNamespace(scope.cluster, scope.service->meta.nameSpace) : shapes;
}

bool isAboutNoWorkload(const Scope &scope)
{
    const model::Kind kind = scope.subject.kind;
    return scope.workload == nullptr &&
           (scope.pod == nullptr || kind == model::Kind::Service || kind == model::Kind::Ingress);
}

} // namespace

QString PodShape::labelsField() const { return pod ? u"metadata.labels"_s : u"spec.template.metadata.labels"_s; }

QString PodShape::specField() const { return pod ? u"spec"_s : u"spec.template.spec"_s; }

PodShape templateShape(const model::Workload &workload)
{
    return {workload.ref(), &workload.templateLabels, workload.podSpec.get(), nullptr};
}

std::vector<PodShape> podShapes(const Scope &scope)
{
    if (isAboutNoWorkload(scope))
        return shapesForLoneService(scope);
    if (scope.workload == nullptr)
        return {shapeOf(*scope.pod)};
    std::vector<PodShape> shapes;
    addLivePods(scope.cluster.podsOf(*scope.workload), shapes);
    if (shapes.empty())
        shapes.push_back(templateShape(*scope.workload));
    return shapes;
}

std::vector<PodShape> selectedShapes(const model::Service &service, const std::vector<PodShape> &shapes)
{
    std::vector<PodShape> selected;
    std::copy_if(shapes.begin(), shapes.end(), std::back_inserter(selected),
                 [&](const PodShape &shape) { return selects(service, shape); });
    return selected.empty() ? shapes : selected;
}

bool selects(const model::Service &service, const PodShape &shape)
{
    return service.choosesPods() && shape.object.nameSpace == service.meta.nameSpace &&
           shape.labels->containsAll(service.selector);
}

BestFit bestFit(const model::Service &service, const std::vector<PodShape> &shapes)
{
    BestFit best;
    for (const PodShape &shape : shapes) {
        SelectorScore fit = scoreSelector(service.selector, *shape.labels);
        if (best.shape == nullptr || fit.score > best.fit.score)
            best = {&shape, std::move(fit)};
    }
    return best;
}

namespace {

/// The selector with its worst pair put right; empty when that alone would not make it fit.
QString mendedSelector(const model::Service &service, const BestFit &best)
{
    if (best.shape == nullptr || best.fit.labelPair.first.isNull())
        return {};
    model::Labels mended;
    for (const auto &[key, value] : service.selector) {
        const bool wrong = key == best.fit.selectorPair.first && value == best.fit.selectorPair.second;
        mended.insert(wrong ? best.fit.labelPair.first : key, wrong ? best.fit.labelPair.second : value);
    }
    return best.shape->labels->containsAll(mended) ? labelsText(mended) : QString();
}

} // namespace

Facts selectorFacts(const model::Service &service, const BestFit &best)
{
    return factsOf({{fact::selector, labelsText(service.selector)},
                    {fact::labels, best.shape ? labelsText(*best.shape->labels) : QString()},
                    {fact::selectorPair, pairText(best.fit.selectorPair)},
                    {fact::labelPair, pairText(best.fit.labelPair)},
                    {fact::mendedSelector, mendedSelector(service, best)}});
}

std::vector<Evidence> selectorEvidence(const model::Service &service, const BestFit &best)
{
    std::vector<Evidence> evidence{fieldOf(service.ref(), u"spec.selector"_s, labelsText(service.selector))};
    if (best.shape)
        evidence.push_back(fieldOf(best.shape->object, best.shape->labelsField(), labelsText(*best.shape->labels)));
    return evidence;
}

} // namespace faultline::checks
