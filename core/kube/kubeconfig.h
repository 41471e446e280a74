#pragma once

#include "core/kube/connection.h"

#include <QtCore/QProcessEnvironment>

#include <memory>
#include <vector>

namespace faultline::kube {

struct ContextInfo {
    QString name;
    QString cluster;
    QString user;
    QString nameSpace;                 ///< empty when the context names none
    QString server = {};               ///< as it is written in the cluster's entry; empty when there is none
    bool skipsTlsVerification = false; ///< of the cluster's entry: anybody in between could answer
};

/// The merged view of one or more kubeconfig files.
class Kubeconfig
{
public:
    /// Where kubectl looks: the files of the KUBECONFIG list, else ~/.kube/config; whether or not they exist.
    static QStringList searchedPaths(const QProcessEnvironment &environment);

    /// kubectl's rule: every existing file of the KUBECONFIG list, else ~/.kube/config. Missing files are skipped.
    static QStringList defaultPaths(const QProcessEnvironment &environment);

    /// Reads and merges: the first file that sets a value or a named entry wins; relative paths in an entry are
    /// relative to its own file (client-go tools/clientcmd/loader.go). Errors: File, Malformed (line, column),
    /// TooLarge (1 MB a file). No file at all gives an empty config, not an error.
    static base::Result<Kubeconfig> load(const QStringList &paths);

    const std::vector<ContextInfo> &contexts() const { return m_contexts; }
    QString currentContext() const { return m_currentContext; }
    QStringList files() const { return m_files; }
    bool isEmpty() const { return m_contexts.empty(); }

    /// The connection of a context (empty name: the current one). Errors say which entry of which file lacks what:
    /// Usage for an unknown context, Unsupported for exec and auth-provider users, Malformed for unreadable data.
    /// Where the cluster has no proxy-url, the proxy comes from the environment (environmentproxy.h).
    base::Result<Connection>
    connection(const QString &context = {},
               const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment()) const;

private:
    struct Entry;
    std::vector<ContextInfo> m_contexts;
    QString m_currentContext;
    QStringList m_files;
    std::shared_ptr<const std::vector<Entry>> m_entries;
    friend class KubeconfigReader;
};

} // namespace faultline::kube
