#include "core/kube/execplugin.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    return plain.match(word).hasMatch() ? word : u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

base::Result<PluginCredential> credentialOf(const QJsonObject &status)
{
    PluginCredential credential;
    credential.token = status.value("token"_L1).toString().toUtf8();
    credential.certificatePem = status.value("clientCertificateData"_L1).toString().toUtf8();
    credential.keyPem = status.value("clientKeyData"_L1).toString().toUtf8();
    const QString expires = status.value("expirationTimestamp"_L1).toString();
    credential.expires = base::Timestamp::parse(expires);
    if (credential.certificatePem.isEmpty() != credential.keyPem.isEmpty()) {
        return base::failure(Error::Kind::Malformed, u"it printed a certificate or a key without the other"_s);
    }
    if (credential.token.isEmpty() && credential.certificatePem.isEmpty()) {
        return base::failure(Error::Kind::Malformed, u"it printed neither a token nor a certificate with key"_s);
    }
    if (credential.token.contains('\n') || credential.token.contains('\r')) {
        return base::failure(Error::Kind::Malformed, u"the token that it printed has more than one line"_s);
    }
    return credential;
}

} // namespace

QString commandLine(const ExecPlugin &plugin)
{
    QStringList words;
    for (const auto &[name, value] : plugin.environment) {
        words.append(name + u"=…"_s);
    }
    words.append(quoted(plugin.command));
    for (const QString &argument : plugin.arguments) {
        words.append(quoted(argument));
    }
    return words.join(u' ');
}

QByteArray fingerprint(const ExecPlugin &plugin)
{
    QJsonArray environment;
    for (const auto &[name, value] : plugin.environment) {
        environment.append(QJsonArray{name, value});
    }
    const QJsonArray content{plugin.command, QJsonArray::fromStringList(plugin.arguments), environment,
                             plugin.apiVersion};
    return QCryptographicHash::hash(QJsonDocument(content).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
        .toHex();
}

base::Result<PluginCredential> parseCredential(const QByteArray &output, const QString &apiVersion)
{
    const QJsonObject object = QJsonDocument::fromJson(output).object();
    if (object.value("kind"_L1).toString() != "ExecCredential"_L1) {
        return base::failure(Error::Kind::Malformed, u"what it printed is no ExecCredential"_s);
    }
    const QString version = object.value("apiVersion"_L1).toString();
    if (version != apiVersion) {
        // Only what can be a version is repeated: whatever else stands there may be a credential.
        static const QRegularExpression isVersion(u"^client\\.authentication\\.k8s\\.io/v[0-9a-z]{1,12}$"_s);
        const QString said =
            isVersion.match(version).hasMatch() ? u"version \"%1\""_s.arg(version) : u"another version"_s;
        return base::failure(Error::Kind::Malformed,
                             u"it answers in %1, but the kubeconfig asks for \"%2\""_s.arg(said, apiVersion));
    }
    if (!object.value("status"_L1).isObject()) {
        return base::failure(Error::Kind::Malformed, u"its answer has no \"status\""_s);
    }
    return credentialOf(object.value("status"_L1).toObject());
}

QByteArray execInfo(const ExecPlugin &plugin)
{
    QJsonObject spec{{u"interactive"_s, false}};
    if (!plugin.clusterInfo.isEmpty()) {
        spec.insert(u"cluster"_s, plugin.clusterInfo);
    }
    const QJsonObject info{{u"apiVersion"_s, plugin.apiVersion}, {u"kind"_s, u"ExecCredential"_s}, {u"spec"_s, spec}};
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

} // namespace faultline::kube
