#include "core/kube/connectionbuilder.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

base::Result<void> outcome(const FieldReader &fields)
{
    if (fields.error()) {
        return tl::unexpected<Error>(*fields.error());
    }
    return {};
}

// An address without a scheme is http, whatever is said about TLS beside it: client-go looks at the address alone
// before it reads authority and credentials (clientcmd ClientConfig, IsConfigTransportTLS).
QUrl serverUrl(const QString &written)
{
    return QUrl(written.contains("://"_L1) ? written : u"http://"_s + written, QUrl::StrictMode);
}

void readServer(Connection &connection, FieldReader &fields)
{
    const QString written = fields.text("server"_L1);
    connection.server = serverUrl(written);
    const QString scheme = connection.server.scheme();
    if (written.isEmpty()) {
        fields.fail(Error::Kind::Usage, u"it has no \"server\" address"_s);
    } else if (connection.server.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1)) {
        fields.fail(Error::Kind::Malformed, u"\"server\" is not an http or https address"_s);
    }
}

void readProxy(Connection &connection, FieldReader &fields)
{
    const QString written = fields.text("proxy-url"_L1);
    if (written.isEmpty()) {
        return;
    }
    connection.proxy = QUrl(written, QUrl::StrictMode);
    const QString scheme = connection.proxy.scheme();
    if (connection.proxy.host().isEmpty()) {
        fields.fail(Error::Kind::Malformed, u"\"proxy-url\" is not an address"_s);
    } else if (scheme == "https"_L1) {
        fields.fail(Error::Kind::Unsupported,
                    u"\"proxy-url\" names an https proxy; only http:// and socks5:// proxies can be used"_s);
    } else if (scheme != "http"_L1 && scheme != "socks5"_L1) {
        fields.fail(Error::Kind::Unsupported, u"\"proxy-url\" must start with http:// or socks5://"_s);
    }
}

/// The cluster's extension "client.authentication.k8s.io/exec": what its provider leaves for the plugin.
QJsonValue pluginConfigOf(const ConfigEntry &cluster)
{
    for (const QJsonValue &extension : cluster.fields.value("extensions"_L1).toArray()) {
        if (extension["name"_L1].toString() == "client.authentication.k8s.io/exec"_L1) {
            return extension["extension"_L1];
        }
    }
    return QJsonValue::Undefined;
}

constexpr QLatin1StringView kPluginApi("client.authentication.k8s.io/");

/// What of the cluster a plugin is told that asks for it (client-go ConfigToExecCluster).
QJsonObject clusterInfo(const Connection &connection)
{
    QJsonObject info{{u"server"_s, connection.server.toString()}};
    if (!connection.tlsServerName.isEmpty()) {
        info.insert(u"tls-server-name"_s, connection.tlsServerName);
    }
    if (connection.insecureSkipTlsVerify) {
        info.insert(u"insecure-skip-tls-verify"_s, true);
    }
    if (!connection.caPem.isEmpty()) {
        info.insert(u"certificate-authority-data"_s, QString::fromLatin1(connection.caPem.toBase64()));
    }
    if (!connection.proxy.isEmpty()) {
        info.insert(u"proxy-url"_s, connection.proxy.toString());
    }
    if (!connection.pluginConfig.isUndefined()) {
        info.insert(u"config"_s, connection.pluginConfig);
    }
    return info;
}

void checkPlugin(const ExecPlugin &plugin, const QString &interactiveMode, FieldReader &fields)
{
    const bool isV1 = plugin.apiVersion == kPluginApi + "v1"_L1;
    if (plugin.isNull()) {
        fields.fail(Error::Kind::Malformed, u"its \"exec\" has no \"command\""_s);
    } else if (!isV1 && plugin.apiVersion != kPluginApi + "v1beta1"_L1) {
        fields.fail(Error::Kind::Unsupported, u"its \"exec\" is of version \"%1\"; known are %2v1 and %2v1beta1"_s.arg(
                                                  plugin.apiVersion, kPluginApi));
    } else if (isV1 && interactiveMode.isEmpty()) {
        fields.fail(Error::Kind::Malformed, u"its \"exec\" needs \"interactiveMode\" in version v1"_s);
    } else if (interactiveMode == "Always"_L1) {
        fields.fail(
            Error::Kind::Unsupported,
            u"its \"exec\" program wants a terminal (interactiveMode: Always), which there is none of here; log "
            "in with it in a terminal, and put the token that it prints into \"token\""_s);
    }
}

void readPlugin(Connection &connection, const ConfigEntry &user, FieldReader &fields)
{
    const QJsonObject exec = user.fields.value("exec"_L1).toObject();
    if (exec.isEmpty()) {
        return;
    }
    ExecPlugin &plugin = connection.plugin;
    plugin.command = exec.value("command"_L1).toString();
    if (plugin.command.contains(u'/')) {
        plugin.command = QDir::cleanPath(QFileInfo(user.file).absoluteDir().absoluteFilePath(plugin.command));
    }
    for (const QJsonValue &argument : exec.value("args"_L1).toArray()) {
        plugin.arguments.append(argument.toString());
    }
    for (const QJsonValue &variable : exec.value("env"_L1).toArray()) {
        plugin.environment.emplace_back(variable["name"_L1].toString(), variable["value"_L1].toString());
    }
    plugin.apiVersion = exec.value("apiVersion"_L1).toString();
    plugin.installHint = exec.value("installHint"_L1).toString();
    plugin.userName = user.name;
    if (exec.value("provideClusterInfo"_L1).toBool()) {
        plugin.clusterInfo = clusterInfo(connection);
    }
    checkPlugin(plugin, exec.value("interactiveMode"_L1).toString(), fields);
}

void refuseAuthProvider(const ConfigEntry &user, FieldReader &fields)
{
    const QJsonObject provider = user.fields.value("auth-provider"_L1).toObject();
    if (!provider.isEmpty()) {
        fields.fail(
            Error::Kind::Unsupported,
            u"it logs in by the auth-provider \"%1\", which kubectl gave up in 1.26 and this version does not "
            "know; use a context with a token or a client certificate"_s.arg(provider.value("name"_L1).toString()));
    }
}

void readCertificate(Connection &connection, FieldReader &fields)
{
    connection.clientCertificatePem = fields.material("client-certificate-data"_L1, "client-certificate"_L1);
    connection.clientKeyPem = fields.material("client-key-data"_L1, "client-key"_L1);
    if (fields.error() || connection.clientCertificatePem.isEmpty() == connection.clientKeyPem.isEmpty()) {
        return;
    }
    fields.fail(Error::Kind::Usage, connection.clientKeyPem.isEmpty()
                                        ? u"it has a client certificate but no client key"_s
                                        : u"it has a client key but no client certificate"_s);
}

bool hasControls(const QByteArray &token)
{
    return std::any_of(token.begin(), token.end(), [](char c) { return c >= 0 && c < 0x20; });
}

void readLogin(Connection &connection, FieldReader &fields)
{
    connection.bearerToken = fields.text("token"_L1).trimmed().toUtf8();
    connection.tokenFile = fields.path("tokenFile"_L1);
    connection.basicUser = fields.text("username"_L1);
    connection.basicPassword = fields.text("password"_L1);
    const bool hasToken = !connection.bearerToken.isEmpty() || !connection.tokenFile.isEmpty();
    if (hasToken && !(connection.basicUser + connection.basicPassword).isEmpty()) {
        fields.fail(Error::Kind::Usage, u"it has both a token and a user name with password; kubectl takes one"_s);
    }
    if (hasControls(connection.bearerToken)) {
        fields.fail(Error::Kind::Malformed, u"its token holds a line break or another control character"_s);
    }
}

void readExtra(Connection &connection, const ConfigEntry &user)
{
    const QJsonObject extra = user.fields.value("as-user-extra"_L1).toObject();
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        for (const QJsonValue &value : it.value().toArray()) {
            connection.impersonateExtra.emplace_back(it.key(), value.toString());
        }
    }
}

void readImpersonation(Connection &connection, const ConfigEntry &user, FieldReader &fields)
{
    connection.impersonateUser = fields.text("as"_L1);
    connection.impersonateGroups = fields.texts("as-groups"_L1);
    connection.impersonateUid = fields.text("as-uid"_L1);
    readExtra(connection, user);
    const bool hasMore = !connection.impersonateGroups.isEmpty() || !connection.impersonateUid.isEmpty() ||
                         !connection.impersonateExtra.empty();
    if (connection.impersonateUser.isEmpty() && hasMore) {
        fields.fail(Error::Kind::Usage, u"it has \"as-groups\", \"as-uid\" or \"as-user-extra\" without \"as\""_s);
    }
    QString texts =
        connection.impersonateUser + connection.impersonateUid + connection.impersonateGroups.join(QString());
    for (const auto &[key, value] : connection.impersonateExtra) {
        texts += value;
    }
    if (hasControls(texts.toUtf8())) {
        fields.fail(Error::Kind::Malformed, u"what it impersonates (\"as\" ...) holds a control character"_s);
    }
}

} // namespace

base::Result<void> applyCluster(Connection &connection, const ConfigEntry &cluster)
{
    FieldReader fields(cluster);
    connection.clusterName = cluster.name;
    connection.caPem = fields.material("certificate-authority-data"_L1, "certificate-authority"_L1);
    connection.insecureSkipTlsVerify = fields.isTrue("insecure-skip-tls-verify"_L1);
    connection.tlsServerName = fields.text("tls-server-name"_L1);
    readServer(connection, fields);
    readProxy(connection, fields);
    connection.pluginConfig = pluginConfigOf(cluster);
    if (connection.insecureSkipTlsVerify && !connection.caPem.isEmpty()) {
        fields.fail(Error::Kind::Usage,
                    u"it has both a certificate authority and insecure-skip-tls-verify; remove one of them"_s);
    }
    return outcome(fields);
}

base::Result<void> applyUser(Connection &connection, const ConfigEntry &user)
{
    FieldReader fields(user);
    connection.userName = user.name;
    readImpersonation(connection, user, fields);
    // No credential goes over a connection without TLS (client-go, IsConfigTransportTLS).
    if (connection.server.scheme() != "https"_L1) {
        return outcome(fields);
    }
    readPlugin(connection, user, fields);
    refuseAuthProvider(user, fields);
    readCertificate(connection, fields);
    readLogin(connection, fields);
    return outcome(fields);
}

} // namespace faultline::kube
