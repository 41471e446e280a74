#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

struct Names {
    QStringList here;
    QString elsewhere;
};

template <typename T> Names namesOf(const model::ObjectList<T> &objects, const model::ObjectRef &asked)
{
    Names names;
    for (const T &object : objects) {
        if (object.meta.nameSpace == asked.nameSpace) {
            names.here.append(object.meta.name);
        } else if (object.meta.name == asked.name && names.elsewhere.isEmpty()) {
            names.elsewhere = object.meta.nameSpace;
        }
    }
    return names;
}

Names namesFor(const model::ClusterData &data, const model::ObjectRef &asked)
{
    switch (asked.kind) {
    case Kind::Node:
        return namesOf(data.nodes, asked);
    case Kind::PersistentVolumeClaim:
        return namesOf(data.claims, asked);
    case Kind::HorizontalPodAutoscaler:
        return namesOf(data.autoscalers, asked);
    case Kind::PodDisruptionBudget:
        return namesOf(data.disruptionBudgets, asked);
    default:
        return {};
    }
}

Verdict ask(const Scope &scope)
{
    const model::ObjectRef &subject = scope.subject;
    std::vector<Evidence> evidence{fieldOf(subject, u"metadata.name"_s, subject.name)};
    if (scope.cluster.exists(subject))
        return yes(std::move(evidence));
    if (subject.isNull())
        return unknown(reason::noObject);
    if (!scope.cluster.sees(subject.kind))
        return unknownFor(scope.cluster, subject.kind);
    const Names names = namesFor(scope.cluster.data(), subject);
    return no(std::move(evidence), factsOf({{fact::missingKind, model::kindName(subject.kind)},
                                            {fact::missingName, subject.name},
                                            {fact::similar, base::closest(subject.name, names.here)},
                                            {fact::elsewhere, names.elsewhere}}));
}

} // namespace

Check objectFound()
{
    return {u"object_found"_s,
            {},
            ask,
            Answerer::Cluster,
            {Kind::Node, Kind::PersistentVolumeClaim, Kind::HorizontalPodAutoscaler, Kind::PodDisruptionBudget}};
}

} // namespace faultline::checks
