#include "core/checks/reasons.h"
#include "core/checks/shared/controllers.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    const ControllerPods pods = controllerPods(scope.cluster, *scope.ingress);
    const model::Pod *shown = pods.ready ? pods.ready : pods.any;
    std::vector<Evidence> evidence;
    if (shown) {
        evidence.push_back(
            fieldOf(refTo(*shown), u"status.conditions[Ready].status"_s, shown->isReady() ? u"True"_s : u"False"_s));
    }
    const Facts facts = factsOf({{fact::ingressClass, requestedClass(*scope.ingress)},
                                 {fact::other, shown ? shown->meta.name : QString()},
                                 {fact::controllerNamespace, shown ? shown->meta.nameSpace : QString()}});
    if (pods.ready)
        return yes(std::move(evidence), facts);
    if (!scope.cluster.hasAllNamespaces())
        return unknown(reason::oneNamespace, std::move(evidence), facts);
    return pods.isKnown ? no(std::move(evidence), facts) : unknown(reason::ambiguous, std::move(evidence), facts);
}

} // namespace

Check ingressControllerFound()
{
    return {u"ingress_controller_found"_s, {Kind::Ingress, Kind::Pod}, ask, Answerer::Cluster, {Kind::IngressClass}};
}

} // namespace faultline::checks
