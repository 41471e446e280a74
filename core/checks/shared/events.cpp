#include "core/checks/shared/events.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

const model::Event *latestEvent(const model::Cluster &cluster, const model::ObjectRef &object,
                                std::initializer_list<QLatin1StringView> reasons)
{
    const model::Event *latest = nullptr;
    for (const model::Event *event : cluster.eventsOf(object)) {
        const auto isReason = [event](QLatin1StringView reason) { return event->reason == reason; };
        if (std::none_of(reasons.begin(), reasons.end(), isReason))
            continue;
        if (!latest || event->last >= latest->last)
            latest = event;
    }
    return latest;
}

QString plainMessage(const model::Event &event)
{
    constexpr QLatin1StringView combined("(combined from similar events): ");
    return event.message.startsWith(combined) ? event.message.mid(combined.size()) : event.message;
}

bool isSince(const model::Event &event, base::Timestamp moment)
{
    // Conditions and many events carry whole seconds: those of one second count as one moment.
    return event.last.ms / 1000 >= moment.ms / 1000;
}

} // namespace faultline::checks
