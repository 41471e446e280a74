#pragma once

#include "core/kube/connection.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <memory>

namespace faultline::kube {
class Client;
class Lister;
} // namespace faultline::kube

namespace faultline::source {

/// Asks a cluster once for the names of its namespaces: what a person can switch to. A person who may not list them
/// hears nothing; the names are a help, not a need.
class NamespaceList : public QObject
{
    Q_OBJECT

public:
    explicit NamespaceList(const kube::Connection &connection, QObject *parent = nullptr);
    ~NamespaceList() override;

    void start();

Q_SIGNALS:
    void listed(const QStringList &names); ///< sorted; at most 5,000

private:
    void take(const QByteArray &page);

    std::unique_ptr<kube::Client> m_client; ///< null when the credentials cannot be used
    std::unique_ptr<kube::Lister> m_lister;
    QStringList m_names;
};

} // namespace faultline::source
