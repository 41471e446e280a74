#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <utility>
#include <vector>

namespace faultline::kube {

/// `user.exec` of a kubeconfig: a program that prints a credential (client.authentication.k8s.io/v1 and v1beta1,
/// client-go plugin/pkg/client/auth/exec).
struct ExecPlugin {
    QString command; ///< a name to look for in PATH, or a path (relative to the kubeconfig's folder, made absolute)
    QStringList arguments;
    std::vector<std::pair<QString, QString>> environment; ///< added to ours
    QString apiVersion;
    QString installHint;
    QString userName;        ///< of the kubeconfig's user entry, for errors
    QJsonObject clusterInfo; ///< spec.cluster of what it is told, with provideClusterInfo; else empty

    bool isNull() const { return command.isEmpty(); }
};

/// The command line as a person would type it, quoted for a shell. Values of environment variables are not shown: they
/// may be secrets.
QString commandLine(const ExecPlugin &plugin);

/// SHA-256 of all that decides what runs: command, arguments, environment, apiVersion.
QByteArray fingerprint(const ExecPlugin &plugin);

/// What a plugin prints for us. Holds a credential: never log, print or store it.
struct PluginCredential {
    QByteArray token;
    QByteArray certificatePem;
    QByteArray keyPem;
    base::Timestamp expires; ///< invalid: good until the server refuses it

    bool operator==(const PluginCredential &) const = default;
};

/// Reads the ExecCredential that a plugin of that apiVersion printed. Errors: Malformed; they never hold its output.
base::Result<PluginCredential> parseCredential(const QByteArray &output, const QString &apiVersion);

/// What the plugin finds in KUBERNETES_EXEC_INFO.
QByteArray execInfo(const ExecPlugin &plugin);

} // namespace faultline::kube
