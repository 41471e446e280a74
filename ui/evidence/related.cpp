#include "ui/evidence/related.h"

#include "core/guide/rolerule.h"
#include "core/guide/wording.h"
#include "core/redact/redact.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

void addOwned(const model::Cluster &cluster, const model::Workload &owner, std::set<model::ObjectRef> &objects)
{
    for (const model::Workload *owned : cluster.workloadsOwnedBy(owner)) {
        if (objects.insert(owned->ref()).second)
            addOwned(cluster, *owned, objects);
    }
}

QString timeText(base::Timestamp time)
{
    if (!time.isValid())
        return {};
    return QDateTime::fromMSecsSinceEpoch(time.ms, QTimeZone::utc()).toString(u"MM-dd HH:mm:ss"_s);
}

QString shown(const QString &text) { return redact::masked(redact::harmless(text)).simplified(); }

constexpr size_t kMostKeys = 200; ///< a choice of more than that is no choice

/// The logs that a kubelet can have of a Pod.
std::vector<model::LogKey> runsOf(const model::Pod &pod)
{
    using Phase = model::ContainerState::Phase;
    std::vector<model::LogKey> keys;
    for (const auto *statuses : {&pod.statuses, &pod.initStatuses}) {
        for (const model::ContainerStatus &status : *statuses) {
            const Phase phase = status.state.phase;
            const model::LogKey key{pod.meta.nameSpace, pod.meta.name, status.name, false};
            if (phase == Phase::Running || phase == Phase::Terminated || status.restartCount > 0)
                keys.push_back(key);
            if (status.restartCount > 0)
                keys.push_back({key.nameSpace, key.pod, key.container, true});
        }
    }
    return keys;
}

} // namespace

std::set<model::ObjectRef> relatedObjects(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    std::set<model::ObjectRef> objects{diagnosis.subject};
    for (const guide::Walk &walk : diagnosis.walks) {
        for (const model::ObjectRef &ref :
             {walk.subject.workload, walk.subject.pod, walk.subject.service, walk.subject.ingress})
            objects.insert(ref);
        objects.insert(walk.alike.begin(), walk.alike.end());
    }
    objects.erase(model::ObjectRef());
    if (const model::Workload *workload = cluster.workload(diagnosis.subject)) {
        addOwned(cluster, *workload, objects);
        for (const model::Pod *pod : cluster.podsOf(*workload))
            objects.insert({model::Kind::Pod, pod->meta.nameSpace, pod->meta.name});
    }
    return objects;
}

std::vector<QStringList> eventRows(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    std::vector<const model::Event *> events;
    for (const model::ObjectRef &ref : relatedObjects(cluster, diagnosis)) {
        const auto &found = cluster.eventsOf(ref);
        events.insert(events.end(), found.begin(), found.end());
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const auto *left, const auto *right) { return left->last.ms > right->last.ms; });
    std::vector<QStringList> rows;
    for (const model::Event *event : events) {
        const QString often = event->count > 1 ? u" (×%1)"_s.arg(event->count) : QString();
        rows.push_back({timeText(event->last), shown(event->type), shown(event->reason),
                        shown(model::kindName(event->object.kind) + u'/' + event->object.name),
                        shown(event->message) + often});
    }
    return rows;
}

std::vector<model::LogKey> logKeys(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    const auto objects = relatedObjects(cluster, diagnosis);
    std::vector<model::LogKey> keys;
    for (const auto &[key, log] : cluster.data().logs) {
        if (objects.contains({model::Kind::Pod, key.nameSpace, key.pod}))
            keys.push_back(key);
    }
    for (const model::ObjectRef &ref : objects) {
        const model::Pod *pod = ref.kind == model::Kind::Pod ? cluster.pod(ref.nameSpace, ref.name) : nullptr;
        for (const model::LogKey &key : pod ? runsOf(*pod) : std::vector<model::LogKey>()) {
            if (keys.size() < kMostKeys && !cluster.data().logs.contains(key))
                keys.push_back(key);
        }
    }
    return keys;
}

std::vector<QStringList> notCheckedRows(const guide::Guide &guide, const guide::Diagnosis &diagnosis,
                                        base::Language language)
{
    std::vector<QStringList> rows;
    for (const guide::NotChecked &gap : diagnosis.notChecked) {
        const guide::Node *node = guide.find(gap.node);
        rows.push_back({node != nullptr ? node->text.in(language) : gap.check,
                        redact::harmless(guide::reasonText(gap.reason, language)), gap.check,
                        guide::ruleFor(gap.reason)});
    }
    return rows;
}

} // namespace faultline::ui::evidence
