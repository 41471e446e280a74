#pragma once

#include "core/kube/configentry.h"
#include "core/kube/kubeconfig.h"

namespace faultline::kube {

struct Kubeconfig::Entry : ConfigEntry {
};

/// Merges files into one Kubeconfig: the first file that has an entry of a name wins with the whole entry
/// (client-go tools/clientcmd/loader.go, ClientConfigLoadingRules.Load).
class KubeconfigReader
{
public:
    base::Result<void> add(const QString &path);
    Kubeconfig finish();

private:
    base::Result<void> addDocument(const QJsonObject &document, const QString &path);
    base::Result<void> addSection(const QJsonObject &document, ConfigEntry::Section section, const QString &path);
    bool has(ConfigEntry::Section section, const QString &name) const;
    QJsonObject fieldsOf(ConfigEntry::Section section, const QString &name) const;

    std::vector<Kubeconfig::Entry> m_entries;
    QStringList m_files;
    QString m_currentContext;
};

} // namespace faultline::kube
