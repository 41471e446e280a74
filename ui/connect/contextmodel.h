#pragma once

#include "core/kube/kubeconfig.h"

#include <QtCore/QAbstractListModel>

namespace faultline::ui::connect {

/// The contexts of a kubeconfig: name, server, user, namespace. The current one is marked, and one that does not verify
/// its server.
class ContextModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 1, ///< "api.example:6443 · dev · shop"
        InsecureRole                   ///< what to say of a context that skips TLS verification; else empty
    };

    using QAbstractListModel::QAbstractListModel;

    void setConfig(const kube::Kubeconfig &config);
    void retranslate();
    const kube::ContextInfo *at(int row) const; ///< nullptr when there is no such row
    int rowOf(const QString &context) const;    ///< -1 when it is not here

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString toolTip(const kube::ContextInfo &info) const;

    std::vector<kube::ContextInfo> m_contexts;
    QString m_current;
};

} // namespace faultline::ui::connect
