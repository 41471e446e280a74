#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/exits.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// Warnings that stop no container from being created.
bool isHarmless(const QString &reason)
{
    constexpr std::array harmless{"FailedScheduling"_L1, "DNSConfigForming"_L1, "NodeNotReady"_L1};
    return std::any_of(harmless.begin(), harmless.end(), [&](QLatin1StringView word) { return reason == word; });
}

/// Why a container is not created stands in events alone. Words that the questions before this one know have been
/// read there; others speak here. Where events were not seen, silence proves nothing against the kubelet.
Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    if (!scope.cluster.sees(model::Kind::Event))
        return unknownFor(scope.cluster, model::Kind::Event);
    const model::Event *told = nullptr;
    for (const model::Event *event : scope.cluster.eventsOf(refTo(*scope.pod))) {
        if (event->type == "Warning"_L1 && !isHarmless(event->reason) &&
            isWithin(scope.cluster, event->last, kRecentSeconds))
            told = event;
    }
    if (!told)
        return no();
    return yes({eventOf(*told)}, factsOf({{fact::reason, told->reason}, {fact::message, plainMessage(*told)}}));
}

} // namespace

Check startTroubleTold()
{
    return {u"start_trouble_told"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
