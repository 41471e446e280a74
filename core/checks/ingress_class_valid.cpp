#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Evidence classField(const model::Ingress &ingress, const QString &name)
{
    const bool isLegacy = ingress.className.isEmpty() && !name.isEmpty();
    return fieldOf(ingress.ref(),
                   isLegacy ? u"metadata.annotations[kubernetes.io/ingress.class]"_s : u"spec.ingressClassName"_s,
                   name);
}

QString similarClass(const model::Cluster &cluster, const QString &name)
{
    QStringList names;
    for (const model::IngressClass &candidate : cluster.ingressClasses())
        names.append(candidate.meta.name);
    return name.isEmpty() && names.size() == 1 ? names.front() : base::closest(name, names);
}

/// No such class. A controller may still serve a name from the old annotation, or an Ingress that asks for none: the
/// latter is proven by an address in its status.
Verdict withoutClass(const Scope &scope, const QString &name, std::vector<Evidence> evidence)
{
    const model::Ingress &ingress = *scope.ingress;
    const Facts facts = factsOf({{fact::ingressClass, name}, {fact::similar, similarClass(scope.cluster, name)}});
    if (ingress.className.isEmpty() && !name.isEmpty())
        return unknown(reason::ambiguous, std::move(evidence), facts);
    if (name.isEmpty() && !ingress.addresses.isEmpty()) {
        evidence.push_back(fieldOf(ingress.ref(), u"status.loadBalancer.ingress"_s, ingress.addresses.join(", "_L1)));
        return yes(std::move(evidence));
    }
    return no(std::move(evidence), facts);
}

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    const QString name = requestedClass(*scope.ingress);
    std::vector<Evidence> evidence{classField(*scope.ingress, name)};
    const model::IngressClass *found = servingClass(scope.cluster, *scope.ingress);
    if (!found)
        return withoutClass(scope, name, std::move(evidence));
    evidence.push_back(fieldOf(refTo(*found), u"spec.controller"_s, found->controller));
    return yes(std::move(evidence), factsOf({{fact::ingressClass, found->meta.name}}));
}

} // namespace

Check ingressClassValid() { return {u"ingress_class_valid"_s, {Kind::Ingress, Kind::IngressClass}, ask}; }

} // namespace faultline::checks
