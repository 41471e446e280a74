#include "core/checks/shared/scaling.h"

#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

QString outcomeOf(const model::Event &event)
{
    const QString message = plainMessage(event);
    if (event.reason == "TriggeredScaleUp"_L1 ||
        (event.reason == "Nominated"_L1 && message.startsWith("Pod should schedule on: nodeclaim/"_L1)))
        return u"comes"_s;
    const bool karpenter = event.reason == "FailedScheduling"_L1 && message.startsWith("Failed to schedule pod, "_L1);
    return event.reason == "NotTriggerScaleUp"_L1 || karpenter ? u"refused"_s : QString();
}

} // namespace

std::optional<ScaleUp> scaleUpOf(const model::Cluster &cluster, const model::Pod &pod)
{
    const model::Event *newest = nullptr;
    for (const model::Event *event : cluster.eventsOf(refTo(pod))) {
        if (!outcomeOf(*event).isEmpty() && (!newest || newest->last <= event->last))
            newest = event;
    }
    if (!newest)
        return std::nullopt;
    return ScaleUp{*newest, outcomeOf(*newest)};
}

} // namespace faultline::checks
