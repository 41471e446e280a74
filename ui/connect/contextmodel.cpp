#include "ui/connect/contextmodel.h"

#include "core/redact/redact.h"
#include "ui/common/diagrampicture.h"

#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

namespace {

/// Host and port: an address may hold a user's name and password.
QString serverWords(const QString &server)
{
    const QUrl url(server);
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

QString nameSpaceWords(const kube::ContextInfo &info)
{
    return info.nameSpace.isEmpty() ? u"default"_s : info.nameSpace;
}

} // namespace

void ContextModel::setConfig(const kube::Kubeconfig &config)
{
    beginResetModel();
    m_contexts = config.contexts();
    m_current = config.currentContext();
    endResetModel();
}

void ContextModel::retranslate()
{
    if (!m_contexts.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const kube::ContextInfo *ContextModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_contexts[static_cast<size_t>(row)];
}

int ContextModel::rowOf(const QString &context) const
{
    const auto it = std::find_if(m_contexts.begin(), m_contexts.end(),
                                 [&](const kube::ContextInfo &info) { return info.name == context; });
    return it == m_contexts.end() ? -1 : static_cast<int>(it - m_contexts.begin());
}

int ContextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contexts.size());
}

QVariant ContextModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const kube::ContextInfo &info = m_contexts[static_cast<size_t>(index.row())];
    const QString name = info.name == m_current ? tr("%1 (current)").arg(info.name) : info.name;
    const QString insecure = info.skipsTlsVerification ? tr("TLS not verified") : QString();
    QStringList details{serverWords(info.server), info.user, nameSpaceWords(info)};
    details.removeAll(QString());
    switch (role) {
    case Qt::DisplayRole:
        return redact::clean(name);
    case DetailRole:
        return redact::clean(details.join(u" · "_s));
    case InsecureRole:
        return insecure;
    case Qt::AccessibleTextRole:
        details.prepend(name);
        details.append(insecure);
        return redact::clean(details.join(u", "_s));
    case Qt::ToolTipRole:
        return plainTip(redact::clean(toolTip(info)));
    default:
        return {};
    }
}

QString ContextModel::toolTip(const kube::ContextInfo &info) const
{
    QStringList lines{tr("Context: %1").arg(info.name), tr("Cluster: %1").arg(info.cluster),
                      tr("Server: %1").arg(serverWords(info.server)), tr("User: %1").arg(info.user),
                      tr("Namespace: %1").arg(nameSpaceWords(info))};
    if (info.skipsTlsVerification)
        lines += tr("The server's certificate is not verified: whoever is in between could answer for it.");
    return lines.join(u'\n');
}

} // namespace faultline::ui::connect
