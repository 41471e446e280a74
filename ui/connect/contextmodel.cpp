#include "ui/connect/contextmodel.h"

#include "core/redact/redact.h"
#include "ui/common/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

void ContextModel::setConfig(const kube::Kubeconfig &config)
{
    beginResetModel();
    m_contexts = config.contexts();
    m_current = config.currentContext();
    endResetModel();
}

void ContextModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_contexts.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
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

int ContextModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : 4; }

QVariant ContextModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const kube::ContextInfo &info = m_contexts[static_cast<size_t>(index.row())];
    const bool isCurrent = info.name == m_current;
    if (role == Qt::FontRole && isCurrent && index.column() == 0)
        return boldFont();
    const QStringList texts{isCurrent ? tr("%1 (current)").arg(info.name) : info.name, info.cluster, info.user,
                            info.nameSpace.isEmpty() ? u"default"_s : info.nameSpace};
    const QString text = redact::harmless(texts.at(index.column()));
    if (role == Qt::DisplayRole)
        return text;
    return role == Qt::ToolTipRole ? QVariant(text.toHtmlEscaped()) : QVariant();
}

QVariant ContextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Context"), tr("Cluster"), tr("User"), tr("Namespace")}.value(section);
}

} // namespace faultline::ui::connect
