#pragma once

#include "core/describe/page.h"
#include "core/model/cluster.h"

namespace faultline::describe {

// Parts that several kinds share, each in its own file.

/// One object that is described, and where it stands.
struct Subject {
    const model::Cluster &cluster;
    model::ObjectRef ref;
    QJsonObject object;
};

/// Name and namespace, then labels and annotations.
void writeName(Page &page, const Subject &subject);
void writeLabels(Page &page, const Subject &subject);

/// `extra` levels deeper than in a Pod (a template stands one deeper). Of a Pod itself the statuses, and the object for
/// the values of its fieldRefs.
void writeContainers(Page &page, int extra, const QString &heading, const QJsonArray &containers,
                     const QJsonArray &statuses = {}, const QJsonObject &pod = {});
void writeVolumes(Page &page, int extra, const QJsonArray &volumes);
/// Priority class, node selectors, tolerations.
void writePlacement(Page &page, int extra, const QJsonObject &spec);
void writeTemplate(Page &page, const QJsonObject &podTemplate);
/// Type and status, with the reason where the kind's describer shows one.
enum class Reasons { Left, Shown };
void writeConditions(Page &page, const QJsonArray &conditions, Reasons reasons);
void writeEvents(Page &page, const Subject &subject);

/// Pods of a node that have not ended, what they ask for, and the sums.
void writeNodePods(Page &page, const Subject &subject);

/// "10.1.2.3:8080,10.1.2.4:8080 + 2 more..." of one port of a Service; "<none>".
QString endpointsText(const model::Cluster &cluster, const model::Service &service, const QString &portName);

// One function per kind with a form of its own.
void writePod(Page &page, const Subject &subject);
void writeService(Page &page, const Subject &subject);
void writeIngress(Page &page, const Subject &subject);
void writeDeployment(Page &page, const Subject &subject);
void writeReplicaSet(Page &page, const Subject &subject);
void writeStatefulSet(Page &page, const Subject &subject);
void writeDaemonSet(Page &page, const Subject &subject);
void writeJob(Page &page, const Subject &subject);
void writeCronJob(Page &page, const Subject &subject);
void writeNode(Page &page, const Subject &subject);
void writeIngressClass(Page &page, const Subject &subject);
void writeClaim(Page &page, const Subject &subject);
void writeConfigMap(Page &page, const Subject &subject);
void writeSecret(Page &page, const Subject &subject);
/// For every other kind: all fields, names taken apart into words.
void writeGeneral(Page &page, const Subject &subject);

} // namespace faultline::describe
