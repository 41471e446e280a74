#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
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
    QString tokenFile; ///< re-read before each use when set (it wins over bearerToken, as in client-go)
    QString basicUser, basicPassword;
    QUrl proxy; ///< proxy-url
    QString impersonateUser;
    QStringList impersonateGroups;
    QStringList files; ///< the kubeconfig files it was read from
};

} // namespace faultline::kube
