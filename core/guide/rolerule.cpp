#include "core/guide/rolerule.h"

#include "core/checks/reasons.h"

#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using model::Kind;

const QString kVerbs = QStringLiteral("[get, list, watch]");

using Resources = std::map<QString, QStringList>; ///< by API group

/// A Role of the namespace, or a ClusterRole when that is empty.
QString roleOf(const Resources &resources, const QString &nameSpace)
{
    const bool isCluster = nameSpace.isEmpty();
    QString text = u"apiVersion: rbac.authorization.k8s.io/v1\nkind: %1\nmetadata:\n  name: faultline-reader\n"_s.arg(
        isCluster ? u"ClusterRole"_s : u"Role"_s);
    if (!isCluster)
        text += u"  namespace: %1\n"_s.arg(nameSpace);
    text += u"rules:\n"_s;
    for (const auto &[group, names] : resources) {
        QStringList sorted = names;
        sorted.sort();
        text += u"- apiGroups: [\"%1\"]\n  resources: [%2]\n  verbs: %3\n"_s.arg(group, sorted.join(u", "_s), kVerbs);
    }
    return text;
}

void add(Resources &resources, Kind kind)
{
    resources[model::apiGroup(kind)] += model::resourceName(kind);
    if (kind == Kind::Pod)
        resources[QString()] += u"pods/log"_s;
}

Kind kindOfResource(const QString &resource)
{
    const auto &kinds = model::allKinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](Kind kind) { return model::resourceName(kind) == resource; });
    return found == kinds.end() ? Kind::Unknown : *found;
}

} // namespace

QString roleRule(const std::vector<Kind> &kinds, const QString &nameSpace)
{
    Resources resources;
    for (const Kind kind : kinds) {
        if (kind != Kind::Secret && (nameSpace.isEmpty() || model::isNamespaced(kind)))
            add(resources, kind);
    }
    return roleOf(resources, nameSpace);
}

QString ruleFor(const QString &reason)
{
    const QString what = reason.section(u':', 0, 0);
    const QString resource = reason.section(u':', 1);
    if (what == checks::reason::trialNotAllowed && !resource.isEmpty()) {
        // A tunnel is opened by GET; since 1.35 the right to create is asked for, too.
        const QString verbs = resource.endsWith("/portforward"_L1) ? u"get, create"_s : u"get"_s;
        return u"{apiGroups: [\"\"], resources: [%1], verbs: [%2]}"_s.arg(resource, verbs);
    }
    if (what != "forbidden"_L1)
        return {};
    const Kind kind = kindOfResource(resource);
    if (kind == Kind::Unknown || kind == Kind::Secret)
        return {};
    return u"{apiGroups: [\"%1\"], resources: [%2], verbs: %3}"_s.arg(model::apiGroup(kind), resource, kVerbs);
}

QString missingRights(const model::Cluster &cluster, const QString &nameSpace)
{
    Resources inNamespace, inCluster;
    for (const auto &[kind, unseen] : cluster.data().unseen) {
        if (unseen.reason != model::Unseen::Reason::Forbidden || kind == Kind::Secret)
            continue;
        add(model::isNamespaced(kind) && !nameSpace.isEmpty() ? inNamespace : inCluster, kind);
    }
    QStringList roles;
    if (!inNamespace.empty())
        roles += roleOf(inNamespace, nameSpace);
    if (!inCluster.empty())
        roles += roleOf(inCluster, {});
    return roles.join(u"---\n"_s);
}

} // namespace faultline::guide
