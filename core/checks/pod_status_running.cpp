#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/starting.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// By the STATUS column: the phase is Running during a crash loop too.
Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const QString status = model::podStatusWord(pod);
    std::vector<Evidence> evidence{fieldOf(refTo(pod), u"status.phase"_s, pod.phase)};
    const Facts facts = factsOf({{fact::reason, status}});
    if (status == "Unknown"_L1)
        return unknown(reason::ambiguous, std::move(evidence), facts);
    const bool running = status == "Running"_L1 || hasFinishedAsMeant(pod);
    return running ? yes(std::move(evidence), facts) : no(std::move(evidence), facts);
}

} // namespace

Check podStatusRunning() { return {u"pod_status_running"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
