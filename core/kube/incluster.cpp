#include "core/kube/incluster.h"

#include "core/kube/configentry.h"

#include <QtCore/QFileInfo>

namespace faultline::kube {

using namespace Qt::StringLiterals;

namespace {

QUrl serverAt(const QString &host, const QString &port)
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host);
    url.setPort(port.toInt());
    return url;
}

} // namespace

std::optional<Connection> inClusterConnection(const QProcessEnvironment &environment, const QString &folder)
{
    const QString host = environment.value(u"KUBERNETES_SERVICE_HOST"_s);
    const QString port = environment.value(u"KUBERNETES_SERVICE_PORT"_s);
    const QString token = folder + u"/token"_s;
    if (host.isEmpty() || port.isEmpty() || !QFileInfo::exists(token)) {
        return std::nullopt;
    }
    Connection connection;
    connection.contextName = u"in-cluster"_s;
    connection.clusterName = u"in-cluster"_s;
    connection.userName = u"service account"_s;
    connection.server = serverAt(host, port);
    connection.tokenFile = token;
    // A CA that cannot be read leaves the system's store, as in client-go; the server is then refused by its name.
    connection.caPem = readSmallFile(folder + u"/ca.crt"_s, kConfigFileLimit).value_or(QByteArray());
    const QByteArray nameSpace = readSmallFile(folder + u"/namespace"_s, kConfigFileLimit).value_or(QByteArray());
    connection.nameSpace = nameSpace.trimmed().isEmpty() ? u"default"_s : QString::fromUtf8(nameSpace.trimmed());
    return connection;
}

} // namespace faultline::kube
