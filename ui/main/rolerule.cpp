#include "ui/main/rolerule.h"

#include <QtCore/QStringList>

#include <map>

using namespace Qt::StringLiterals;

namespace faultline::ui {

QString roleRule(const std::vector<model::Kind> &kinds, const QString &nameSpace)
{
    const bool isCluster = nameSpace.isEmpty();
    std::map<QString, QStringList> byGroup;
    for (const model::Kind kind : kinds) {
        if (kind != model::Kind::Secret && (isCluster || model::isNamespaced(kind)))
            byGroup[model::apiGroup(kind)] += model::resourceName(kind);
    }
    byGroup[QString()] += u"pods/log"_s;
    QString text = u"apiVersion: rbac.authorization.k8s.io/v1\nkind: %1\nmetadata:\n  name: faultline-reader\n"_s.arg(
        isCluster ? u"ClusterRole"_s : u"Role"_s);
    if (!isCluster)
        text += u"  namespace: %1\n"_s.arg(nameSpace);
    text += u"rules:\n"_s;
    for (auto &[group, resources] : byGroup) {
        resources.sort();
        text +=
            u"- apiGroups: [\"%1\"]\n  resources: [%2]\n  verbs: [get, list]\n"_s.arg(group, resources.join(u", "_s));
    }
    return text;
}

} // namespace faultline::ui
