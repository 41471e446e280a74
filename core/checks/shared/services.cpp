#include "core/checks/shared/services.h"

#include "core/base/yamlquote.h"
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

/// Whose labels these are, as one would say it: "Deployment web".
QString ownerText(const model::Cluster &cluster, const PodShape &shape)
{
    const model::Workload *top = shape.pod ? cluster.topWorkload(*shape.pod) : nullptr;
    const model::ObjectRef ref = top ? top->ref() : shape.object;
    return model::kindName(ref.kind) + u' ' + ref.name;
}

QString joined(const std::vector<WrongPair> &wrong, LabelPair WrongPair::*side)
{
    QStringList texts;
    for (const WrongPair &pair : wrong)
        texts.append(pairText(pair.*side));
    texts.removeAll(QString());
    return texts.join(", "_L1);
}

/// The selector with every wrong pair put right, or left out where no label is meant.
model::Labels mended(const model::Labels &selector, const std::vector<WrongPair> &wrong)
{
    model::Labels result;
    for (const LabelPair &pair : selector) {
        const auto found = std::find_if(wrong.begin(), wrong.end(),
                                        [&pair](const WrongPair &other) { return other.selectorPair == pair; });
        const LabelPair &right = found == wrong.end() ? pair : found->labelPair;
        if (!right.first.isNull())
            result.insert(right.first, right.second);
    }
    return result;
}

QString yamlPair(const LabelPair &pair)
{
    return base::yamlString(pair.first) + u": "_s + base::yamlString(pair.second);
}

QString diffYaml(const std::vector<WrongPair> &wrong)
{
    QStringList lines;
    for (const WrongPair &pair : wrong) {
        lines.append(u"-   "_s + yamlPair(pair.selectorPair));
        if (!pair.labelPair.first.isNull())
            lines.append(u"+   "_s + yamlPair(pair.labelPair));
    }
    return lines.join(u'\n');
}

QString machineKeyIn(const std::vector<WrongPair> &wrong)
{
    const auto found = std::find_if(wrong.begin(), wrong.end(),
                                    [](const WrongPair &pair) { return isMachineKey(pair.selectorPair.first); });
    return found == wrong.end() ? QString() : found->selectorPair.first;
}

/// How to put it right. A Service that no workload claims is only answered by labels that come near.
Facts mendFacts(const model::Service &service, const BestFit &best, const std::vector<WrongPair> &wrong)
{
    const model::Labels right = mended(service.selector, wrong);
    if (wrong.empty() || right.isEmpty() || !best.shape->labels->containsAll(right))
        return {};
    return factsOf({{fact::mendedSelector, labelsText(right)}, {fact::selectorDiffYaml, diffYaml(wrong)}});
}

} // namespace

QString namespaceThatFits(const model::Cluster &cluster, const model::Service &service)
{
    const QString &own = service.meta.nameSpace;
    if (const QString other = cluster.otherNamespaceSelectedBy(service); !other.isEmpty())
        return other;
    for (const model::Workload &workload : cluster.workloads()) {
        if (workload.meta.nameSpace != own && workload.templateLabels.containsAll(service.selector))
            return workload.meta.nameSpace;
    }
    return {};
}

Facts selectorFacts(const Scope &scope, const model::Service &service, const BestFit &best)
{
    const bool isLone = scope.workload == nullptr && scope.subject.kind == model::Kind::Service;
    const bool isNear = best.shape && (!isLone || best.fit.score >= kNearMiss);
    const bool isKin = best.shape && (isNear || namesTheSameApplication(service.selector, *best.shape->labels));
    const std::vector<WrongPair> wrong = wrongPairs(service.selector, isKin ? *best.shape->labels : model::Labels());
    Facts facts = factsOf({{fact::selector, labelsText(service.selector)},
                           {fact::labels, best.shape ? labelsText(*best.shape->labels) : QString()},
                           {fact::selectorPair, pairText(best.fit.selectorPair)},
                           {fact::labelPair, pairText(best.fit.labelPair)},
                           {fact::wrongPairs, joined(wrong, &WrongPair::selectorPair)},
                           {fact::rightPairs, joined(wrong, &WrongPair::labelPair)},
                           {fact::hashKey, machineKeyIn(wrong)}});
    if (isNear)
        facts.merge(mendFacts(service, best, wrong));
    if (isLone) {
        facts.merge(factsOf({{fact::other, isKin ? ownerText(scope.cluster, *best.shape) : QString()},
                             {fact::elsewhere, namespaceThatFits(scope.cluster, service)}}));
    }
    return facts;
}

std::vector<Evidence> selectorEvidence(const model::Service &service, const BestFit &best)
{
    std::vector<Evidence> evidence{fieldOf(service.ref(), u"spec.selector"_s, labelsText(service.selector))};
    if (best.shape)
        evidence.push_back(fieldOf(best.shape->object, best.shape->labelsField(), labelsText(*best.shape->labels)));
    return evidence;
}

} // namespace faultline::checks
