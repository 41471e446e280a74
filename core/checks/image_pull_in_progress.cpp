#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/starting.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// Pulling and its ends, of that container; the newest wins, of one moment the end does.
const model::Event *newestPullEvent(const model::Cluster &cluster, const model::Pod &pod, const QString &container)
{
    const model::Event *newest = nullptr;
    for (const model::Event *event : cluster.eventsOf(refTo(pod))) {
        const bool start = event->reason == "Pulling"_L1;
        const bool end = event->reason == "Pulled"_L1 || event->reason == "Failed"_L1 || event->reason == "BackOff"_L1;
        if ((!start && !end) || event->container() != container)
            continue;
        if (!newest || event->last > newest->last || (end && event->last == newest->last))
            newest = event;
    }
    return newest;
}

QString imageIn(const QString &message)
{
    static const QRegularExpression quoted(u"Pulling image \"([^\"]+)\""_s);
    return quoted.match(message).captured(1);
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    const model::ContainerStatus *status = containerBeingCreated(pod, scope.container);
    if (!status)
        return no({fieldOf(refTo(pod), u"status.phase"_s, pod.phase)});
    const model::Event *event = newestPullEvent(scope.cluster, pod, status->name);
    if (!event || event->reason != "Pulling"_L1)
        return event ? no({eventOf(*event)}) : no();
    const qint64 age = base::secondsBetween(event->last, scope.cluster.now());
    return yes({eventOf(*event)},
               factsOf({{fact::image, imageIn(plainMessage(*event))}, {fact::age, QString::number(age)}}));
}

} // namespace

Check imagePullInProgress() { return {u"image_pull_in_progress"_s, {Kind::Pod, Kind::Event}, ask}; }

} // namespace faultline::checks
