#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{fieldOf(refTo(pod), u"status.podIPs"_s, pod.podIPs.join(u", "_s))};
    return pod.podIPs.isEmpty() ? no(std::move(evidence)) : yes(std::move(evidence));
}

} // namespace

Check podHasIp() { return {u"pod_has_ip"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
