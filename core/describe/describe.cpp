#include "core/describe/describe.h"

#include "core/describe/sections.h"
#include "core/describe/tabbed.h"

#include <QtCore/QRegularExpression>

#include <map>

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

using Write = void (*)(Page &, const Subject &);
using model::Kind;

Write writerOf(Kind kind)
{
    static const std::map<Kind, Write> writers{
        {Kind::Pod, writePod},
        {Kind::Service, writeService},
        {Kind::Ingress, writeIngress},
        {Kind::IngressClass, writeIngressClass},
        {Kind::Deployment, writeDeployment},
        {Kind::ReplicaSet, writeReplicaSet},
        {Kind::ReplicationController, writeReplicaSet},
        {Kind::StatefulSet, writeStatefulSet},
        {Kind::DaemonSet, writeDaemonSet},
        {Kind::Job, writeJob},
        {Kind::CronJob, writeCronJob},
        {Kind::Node, writeNode},
        {Kind::PersistentVolumeClaim, writeClaim},
        {Kind::ConfigMap, writeConfigMap},
        {Kind::Secret, writeSecret},
    };
    const auto found = writers.find(kind);
    return found == writers.end() ? writeGeneral : found->second;
}

} // namespace

QString describe(const model::Cluster &cluster, const model::ObjectRef &ref, const QJsonObject &object)
{
    if (object.isEmpty())
        return {};
    Page page;
    writerOf(ref.kind)(page, {cluster, ref, object});
    return aligned(page.all());
}

bool isCredentialName(const QString &name)
{
    static const QRegularExpression telling(
        u"passw|passphrase|secret|token|credential|api_?key|private_?key|access_?key|(^|_)(pwd|pass|auth|dsn|key)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return telling.match(name).hasMatch();
}

} // namespace faultline::describe
