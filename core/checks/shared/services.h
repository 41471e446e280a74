#pragma once

#include "core/checks/check.h"
#include "core/checks/shared/nearmiss.h"

#include <vector>

namespace faultline::checks {

/// What a Service is held against: a Pod, or a workload's template where there is no Pod to look at.
struct PodShape {
    model::ObjectRef object;
    const model::Labels *labels = nullptr;
    const model::PodSpec *spec = nullptr;
    const model::Pod *pod = nullptr; ///< null for a template

    QString labelsField() const; ///< "metadata.labels" or "spec.template.metadata.labels"
    QString specField() const;   ///< "spec" or "spec.template.spec"
};

/// The Pods of the subject that are not being deleted; its template where there are none. Without workload and Pod
/// (a Service that no workload claims): the Pods that the Service selects, else every Pod and template of its
/// namespace.
std::vector<PodShape> podShapes(const Scope &scope);

/// The template of a workload as a shape.
PodShape templateShape(const model::Workload &workload);

/// Those of `shapes` that the Service selects; all of them when it selects none, so that ports can still be compared.
std::vector<PodShape> selectedShapes(const model::Service &service, const std::vector<PodShape> &shapes);

/// True when the Service selects that shape.
bool selects(const model::Service &service, const PodShape &shape);

/// The shape that fits the selector best, and how well. `shape` is null when there are no shapes.
struct BestFit {
    const PodShape *shape = nullptr;
    SelectorScore fit;
};
BestFit bestFit(const model::Service &service, const std::vector<PodShape> &shapes);

/// What a fit means: the pairs that differ, the nearest labels, and, where it is clear enough what was meant, the
/// selector as it should be. For a Service that no workload claims `other` names the workload that comes nearest, and
/// `elsewhere` a namespace with Pods that the selector would fit.
Facts selectorFacts(const Scope &scope, const model::Service &service, const BestFit &best);

/// A namespace, not the Service's own, with Pods or a template that the whole selector fits; empty when there is none.
QString namespaceThatFits(const model::Cluster &cluster, const model::Service &service);

/// The Service's selector and the labels it was held against.
std::vector<Evidence> selectorEvidence(const model::Service &service, const BestFit &best);

} // namespace faultline::checks
