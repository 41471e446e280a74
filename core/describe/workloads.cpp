#include "core/describe/sections.h"

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

QString numberAt(const QJsonObject &object, const QString &path) { return QString::number(at(object, path).toInt()); }

QJsonObject specOf(const Subject &subject) { return subject.object.value("spec"_L1).toObject(); }

void writeSelector(Page &page, const Subject &subject)
{
    const QJsonObject selector = at(subject.object, u"spec.selector"_s).toObject();
    // A ReplicationController's selector is a plain set of labels.
    const bool isPlain = subject.ref.kind == model::Kind::ReplicationController;
    page.line(0, u"Selector"_s, isPlain ? pairsText(selector) : selectorText(selector));
}

void writeCreated(Page &page, const Subject &subject)
{
    page.line(0, u"CreationTimestamp"_s, dateText(textAt(subject.object, u"metadata.creationTimestamp"_s)));
}

/// "2 Running / 1 Waiting / 0 Succeeded / 0 Failed": phases of the Pods that the workload owns.
void writePodsStatus(Page &page, const Subject &subject)
{
    const model::Workload *workload = subject.cluster.workload(subject.ref);
    if (workload == nullptr || !subject.cluster.sees(model::Kind::Pod))
        return page.line(0, u"Pods Status"_s, u"<unknown>"_s);
    std::map<QString, int> phases;
    for (const model::Pod *pod : subject.cluster.podsOf(*workload))
        ++phases[pod->phase];
    page.line(0, u"Pods Status"_s,
              u"%1 Running / %2 Waiting / %3 Succeeded / %4 Failed"_s.arg(phases[u"Running"_s])
                  .arg(phases[u"Pending"_s])
                  .arg(phases[u"Succeeded"_s])
                  .arg(phases[u"Failed"_s]));
}

void writeTemplateOf(Page &page, const QJsonObject &spec) { writeTemplate(page, spec.value("template"_L1).toObject()); }

void writeStrategy(Page &page, const QJsonObject &spec)
{
    const QString type = textAt(spec, u"strategy.type"_s);
    page.line(0, u"StrategyType"_s, type.isEmpty() ? u"RollingUpdate"_s : type);
    page.line(0, u"MinReadySeconds"_s, numberAt(spec, u"minReadySeconds"_s));
    const QJsonObject rolling = at(spec, u"strategy.rollingUpdate"_s).toObject();
    if (!rolling.isEmpty()) {
        page.line(0, u"RollingUpdateStrategy"_s,
                  u"%1 max unavailable, %2 max surge"_s.arg(textAt(rolling, u"maxUnavailable"_s),
                                                            textAt(rolling, u"maxSurge"_s)));
    }
}

/// The newest ReplicaSet, and the others that still have Pods (deploymentutil.GetOldReplicaSets).
void writeReplicaSets(Page &page, const Subject &subject)
{
    const model::Workload *deployment = subject.cluster.workload(subject.ref);
    if (deployment == nullptr || !subject.cluster.sees(model::Kind::ReplicaSet))
        return;
    const auto text = [](const model::Workload &set) {
        return u"%1 (%2/%3 replicas created)"_s.arg(set.meta.name).arg(set.statusReplicas).arg(set.replicas);
    };
    const model::Workload *newest = subject.cluster.newestReplicaSet(*deployment);
    QStringList old;
    for (const model::Workload *set : subject.cluster.workloadsOwnedBy(*deployment)) {
        if (set != newest && (set->replicas > 0 || set->statusReplicas > 0))
            old.append(text(*set));
    }
    if (newest == nullptr && old.isEmpty())
        return;
    page.line(0, u"OldReplicaSets"_s, orNone(old.join(u", "_s)));
    page.line(0, u"NewReplicaSet"_s, newest ? text(*newest) : u"<none>"_s);
}

/// "Mon, 23 Nov 2026 ..." or nothing.
QString dateAt(const QJsonObject &object, const QString &path)
{
    const QString time = textAt(object, path);
    return time.isEmpty() ? QString() : dateText(time);
}

void writeRunSettings(Page &page, const QJsonObject &spec)
{
    for (const auto &[name, field] :
         {std::pair{u"Parallelism"_s, u"parallelism"_s}, {u"Completions"_s, u"completions"_s}}) {
        const QString number = textAt(spec, field);
        page.line(0, name, number.isEmpty() ? u"<unset>"_s : number);
    }
}

} // namespace

void writeDeployment(Page &page, const Subject &subject)
{
    const QJsonObject spec = specOf(subject), status = subject.object.value("status"_L1).toObject();
    writeName(page, subject);
    writeCreated(page, subject);
    writeLabels(page, subject);
    writeSelector(page, subject);
    page.line(0, u"Replicas"_s,
              u"%1 desired | %2 updated | %3 total | %4 available | %5 unavailable"_s.arg(
                  QString::number(spec.value("replicas"_L1).toInt(1)), numberAt(status, u"updatedReplicas"_s),
                  numberAt(status, u"replicas"_s), numberAt(status, u"availableReplicas"_s),
                  numberAt(status, u"unavailableReplicas"_s)));
    writeStrategy(page, spec);
    writeTemplateOf(page, spec);
    writeConditions(page, status.value("conditions"_L1).toArray(), Reasons::Shown);
    writeReplicaSets(page, subject);
    writeEvents(page, subject);
}

void writeReplicaSet(Page &page, const Subject &subject)
{
    const QJsonObject spec = specOf(subject), status = subject.object.value("status"_L1).toObject();
    writeName(page, subject);
    writeSelector(page, subject);
    writeLabels(page, subject);
    page.lineIf(0, u"Controlled By"_s, controllerText(subject.object));
    page.line(0, u"Replicas"_s,
              u"%1 current / %2 desired"_s.arg(numberAt(status, u"replicas"_s),
                                               QString::number(spec.value("replicas"_L1).toInt(1))));
    writePodsStatus(page, subject);
    writeTemplateOf(page, spec);
    writeConditions(page, status.value("conditions"_L1).toArray(), Reasons::Shown);
    writeEvents(page, subject);
}

void writeStatefulSet(Page &page, const Subject &subject)
{
    const QJsonObject spec = specOf(subject), status = subject.object.value("status"_L1).toObject();
    writeName(page, subject);
    writeCreated(page, subject);
    writeSelector(page, subject);
    writeLabels(page, subject);
    page.line(0, u"Replicas"_s,
              u"%1 desired | %2 total"_s.arg(QString::number(spec.value("replicas"_L1).toInt(1)),
                                             numberAt(status, u"replicas"_s)));
    page.line(0, u"Update Strategy"_s, textAt(spec, u"updateStrategy.type"_s));
    page.lineIf(1, u"Partition"_s, textAt(spec, u"updateStrategy.rollingUpdate.partition"_s));
    writePodsStatus(page, subject);
    writeTemplateOf(page, spec);
    const QJsonArray claims = spec.value("volumeClaimTemplates"_L1).toArray();
    page.text(0, claims.isEmpty() ? u"Volume Claims:\t<none>"_s : u"Volume Claims:"_s);
    for (const QJsonValue &value : claims) {
        const QJsonObject claim = value.toObject();
        page.line(1, u"Name"_s, textAt(claim, u"metadata.name"_s));
        page.line(1, u"StorageClass"_s, textAt(claim, u"spec.storageClassName"_s));
        page.pairs(1, u"Labels"_s, at(claim, u"metadata.labels"_s).toObject());
        page.annotations(1, at(claim, u"metadata.annotations"_s).toObject());
        page.line(1, u"Capacity"_s, textAt(claim, u"spec.resources.requests.storage"_s));
        page.line(1, u"Access Modes"_s, u'[' + joined(at(claim, u"spec.accessModes"_s), u" "_s) + u']');
    }
    writeEvents(page, subject);
}

void writeDaemonSet(Page &page, const Subject &subject)
{
    const QJsonObject spec = specOf(subject), status = subject.object.value("status"_L1).toObject();
    page.line(0, u"Name"_s, subject.ref.name);
    writeSelector(page, subject);
    page.line(0, u"Node-Selector"_s, pairsText(at(spec, u"template.spec.nodeSelector"_s).toObject()));
    writeLabels(page, subject);
    for (const auto &[name, field] :
         {std::pair{u"Desired Number of Nodes Scheduled"_s, u"desiredNumberScheduled"_s},
          {u"Current Number of Nodes Scheduled"_s, u"currentNumberScheduled"_s},
          {u"Number of Nodes Scheduled with Up-to-date Pods"_s, u"updatedNumberScheduled"_s},
          {u"Number of Nodes Scheduled with Available Pods"_s, u"numberAvailable"_s},
          {u"Number of Nodes Misscheduled"_s, u"numberMisscheduled"_s}})
        page.text(0, name + u": "_s + numberAt(status, field));
    writePodsStatus(page, subject);
    writeTemplateOf(page, spec);
    writeEvents(page, subject);
}

void writeJob(Page &page, const Subject &subject)
{
    const QJsonObject spec = specOf(subject), status = subject.object.value("status"_L1).toObject();
    writeName(page, subject);
    writeSelector(page, subject);
    writeLabels(page, subject);
    page.lineIf(0, u"Controlled By"_s, controllerText(subject.object));
    writeRunSettings(page, spec);
    page.lineIf(0, u"Completion Mode"_s, textAt(spec, u"completionMode"_s));
    page.lineIf(0, u"Suspend"_s, textAt(spec, u"suspend"_s));
    page.lineIf(0, u"Backoff Limit"_s, textAt(spec, u"backoffLimit"_s));
    page.lineIf(0, u"TTL Seconds After Finished"_s, textAt(spec, u"ttlSecondsAfterFinished"_s));
    page.lineIf(0, u"Start Time"_s, dateAt(status, u"startTime"_s));
    page.lineIf(0, u"Completed At"_s, dateAt(status, u"completionTime"_s));
    const QString deadline = textAt(spec, u"activeDeadlineSeconds"_s);
    page.lineIf(0, u"Active Deadline Seconds"_s, deadline.isEmpty() ? QString() : deadline + u's');
    page.line(0, u"Pods Statuses"_s,
              u"%1 Active (%2 Ready) / %3 Succeeded / %4 Failed"_s.arg(
                  numberAt(status, u"active"_s), numberAt(status, u"ready"_s), numberAt(status, u"succeeded"_s),
                  numberAt(status, u"failed"_s)));
    writeTemplateOf(page, spec);
    writeEvents(page, subject);
}

void writeCronJob(Page &page, const Subject &subject)
{
    const QJsonObject spec = specOf(subject);
    writeName(page, subject);
    writeLabels(page, subject);
    page.line(0, u"Schedule"_s, textAt(spec, u"schedule"_s));
    page.lineIf(0, u"Time Zone"_s, textAt(spec, u"timeZone"_s));
    page.line(0, u"Concurrency Policy"_s, textAt(spec, u"concurrencyPolicy"_s));
    page.line(0, u"Suspend"_s, boolWord(spec.value("suspend"_L1).toBool()));
    page.lineIf(0, u"Successful Job History Limit"_s, textAt(spec, u"successfulJobsHistoryLimit"_s));
    page.lineIf(0, u"Failed Job History Limit"_s, textAt(spec, u"failedJobsHistoryLimit"_s));
    const QString deadline = textAt(spec, u"startingDeadlineSeconds"_s);
    page.line(0, u"Starting Deadline Seconds"_s, deadline.isEmpty() ? u"<unset>"_s : deadline + u's');
    const QJsonObject jobSpec = at(spec, u"jobTemplate.spec"_s).toObject();
    const QJsonObject selector = jobSpec.value("selector"_L1).toObject();
    page.line(0, u"Selector"_s, selector.isEmpty() ? u"<unset>"_s : selectorText(selector));
    writeRunSettings(page, jobSpec);
    writeTemplateOf(page, jobSpec);
    const QString last = dateAt(subject.object, u"status.lastScheduleTime"_s);
    page.line(0, u"Last Schedule Time"_s, last.isEmpty() ? u"<unset>"_s : last);
    QStringList active;
    for (const QJsonValue &job : at(subject.object, u"status.active"_s).toArray())
        active.append(textAt(job.toObject(), u"name"_s));
    page.line(0, u"Active Jobs"_s, orNone(active.join(u", "_s)));
    writeEvents(page, subject);
}

} // namespace faultline::describe
