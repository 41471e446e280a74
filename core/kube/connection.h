#pragma once

#include "core/kube/execplugin.h"

#include <QtCore/QUrl>

namespace faultline::kube {

/// Everything needed to speak to one API server as one user. Holds credentials: never log, print or store it.
struct Connection {
    QString contextName;
    QString clusterName;
    QString userName;  ///< name of the kubeconfig's user entry
    QString nameSpace; ///< of the context; "default" when absent
    QUrl server;
    QByteArray caPem; ///< empty = the system's store
    bool insecureSkipTlsVerify = false;
    QString tlsServerName;
    QByteArray clientCertificatePem;
    QByteArray clientKeyPem;
    QByteArray bearerToken;
    QString tokenFile; ///< re-read before each use; it wins over bearerToken while it can be read, as in client-go
    QString basicUser, basicPassword;
    ExecPlugin plugin; ///< null without one; a static token or user name wins, as in client-go
    QJsonValue pluginConfig = QJsonValue::Undefined; ///< of the cluster's entry, for plugins that ask for it
    bool isPluginAllowed = false;                    ///< a person said that this very command line may run
    QUrl proxy;                                      ///< proxy-url
    QString impersonateUser;
    QStringList impersonateGroups;
    QString impersonateUid;
    std::vector<std::pair<QString, QString>> impersonateExtra; ///< key and value; a key may come several times
    QStringList files;                                         ///< the kubeconfig files it was read from

    /// A static token, token file, user name or client certificate makes the plugin needless (client-go leaves such
    /// requests alone; with a certificate since 1.26, before that the plugin ran as well).
    bool logsInByPlugin() const
    {
        return !plugin.isNull() && bearerToken.isEmpty() && tokenFile.isEmpty() && basicUser.isEmpty() &&
               clientCertificatePem.isEmpty();
    }
};

} // namespace faultline::kube
