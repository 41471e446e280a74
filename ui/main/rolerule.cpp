#include "ui/main/rolerule.h"

#include "core/guide/needs.h"

#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace faultline::ui {

QString roleRule(const std::vector<model::Kind> &kinds, const QString &nameSpace)
{
    const bool isCluster = nameSpace.isEmpty();
    QString text = u"apiVersion: rbac.authorization.k8s.io/v1\nkind: %1\nmetadata:\n  name: faultline-reader\n"_s.arg(
        isCluster ? u"ClusterRole"_s : u"Role"_s);
    if (!isCluster)
        text += u"  namespace: %1\n"_s.arg(nameSpace);
    text += u"rules:\n"_s;
    for (const auto &[group, resources] : guide::resourcesToRead(kinds, nameSpace)) {
        text +=
            u"- apiGroups: [\"%1\"]\n  resources: [%2]\n  verbs: [get, list]\n"_s.arg(group, resources.join(u", "_s));
    }
    return text;
}

} // namespace faultline::ui
