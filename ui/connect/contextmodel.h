#pragma once

#include "core/kube/kubeconfig.h"

#include <QtCore/QAbstractTableModel>

namespace faultline::ui::connect {

/// The contexts of a kubeconfig: name, cluster, user, namespace. The current one is marked.
class ContextModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setConfig(const kube::Kubeconfig &config);
    void retranslate();
    const kube::ContextInfo *at(int row) const; ///< nullptr when there is no such row
    int rowOf(const QString &context) const;    ///< -1 when it is not here

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<kube::ContextInfo> m_contexts;
    QString m_current;
};

} // namespace faultline::ui::connect
