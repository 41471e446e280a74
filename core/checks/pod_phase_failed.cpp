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
    std::vector<Evidence> evidence{fieldOf(refTo(pod), u"status.phase"_s, pod.phase)};
    if (pod.phase == "Unknown"_L1)
        return unknown(reason::ambiguous, std::move(evidence));
    if (pod.phase != "Failed"_L1)
        return no(std::move(evidence));
    if (!pod.reason.isEmpty())
        evidence.push_back(fieldOf(refTo(pod), u"status.reason"_s, pod.reason));
    return yes(std::move(evidence), factsOf({{fact::reason, pod.reason}, {fact::message, pod.message}}));
}

} // namespace

Check podPhaseFailed() { return {u"pod_phase_failed"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
