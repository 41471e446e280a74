#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/starting.h"

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
    if (hasFinishedAsMeant(pod))
        return yes({fieldOf(refTo(pod), u"status.phase"_s, pod.phase)});
    const model::Condition *ready = model::findCondition(pod.conditions, u"Ready");
    if (!ready)
        return no({fieldOf(refTo(pod), u"status.phase"_s, pod.phase)});
    std::vector<Evidence> evidence{conditionOf(refTo(pod), *ready)};
    const Facts facts = factsOf({{fact::reason, ready->reason}, {fact::message, ready->message}});
    if (ready->status == "True"_L1)
        return yes(std::move(evidence), facts);
    return ready->status == "False"_L1 ? no(std::move(evidence), facts)
                                       : unknown(reason::ambiguous, std::move(evidence), facts);
}

} // namespace

Check podReady() { return {u"pod_ready"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
