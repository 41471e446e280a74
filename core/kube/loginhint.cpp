#include "core/kube/loginhint.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtNetwork/QSslCertificate>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::kube {

namespace {

struct Tool {
    QLatin1StringView program;
    QLatin1StringView command;
};

constexpr QLatin1StringView operator""_l(const char *text, size_t size) noexcept
{
    return QLatin1StringView(text, static_cast<qsizetype>(size));
}

/// By the programs that the clouds' own tools write into kubeconfigs.
constexpr std::array<Tool, 8> kTools{{
    {"aws"_l, "aws sso login"_l},
    {"aws-iam-authenticator"_l, "aws sso login"_l},
    {"gke-gcloud-auth-plugin"_l, "gcloud auth login"_l},
    {"gcloud"_l, "gcloud auth login"_l},
    {"kubelogin"_l, "az login"_l},
    {"doctl"_l, "doctl auth init"_l},
    {"tsh"_l, "tsh login"_l},
    {"oci"_l, "oci session authenticate"_l},
}};

QString pluginHint(const ExecPlugin &plugin)
{
    const QString program = QFileInfo(plugin.command).fileName();
    const auto known =
        std::find_if(kTools.begin(), kTools.end(), [&](const Tool &tool) { return tool.program == program; });
    if (known != kTools.end())
        return u"your login has expired: run `%1`, then try again"_s.arg(known->command);
    return u"what the login program \"%1\" gave was refused: log in again with it in a terminal"_s.arg(program);
}

QString certificateHint(const Connection &connection)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromData(connection.clientCertificatePem, QSsl::Pem);
    const QDateTime end = chain.isEmpty() ? QDateTime() : chain.front().expiryDate().toUTC();
    if (end.isValid() && end < QDateTime::currentDateTimeUtc()) {
        return u"the client certificate of user \"%1\" expired on %2: get a new kubeconfig"_s.arg(
            connection.userName, end.toString(Qt::ISODate));
    }
    return u"the server does not take the client certificate of user \"%1\" for a login: is it of this cluster?"_s.arg(
        connection.userName);
}

} // namespace

QString loginHint(const Connection &connection)
{
    if (connection.server.scheme() == "http"_L1)
        return u"over an http:// address no credential is sent: is the server's address right?"_s;
    if (!connection.plugin.isNull())
        return pluginHint(connection.plugin);
    if (!connection.tokenFile.isEmpty())
        return u"the token in %1 is not valid (any more)"_s.arg(connection.tokenFile);
    if (!connection.bearerToken.isEmpty()) {
        return u"the token of user \"%1\" is not valid (any more): put a new one into the kubeconfig"_s.arg(
            connection.userName);
    }
    if (!connection.basicUser.isEmpty()) {
        return u"user name and password of \"%1\" were refused; servers since 1.19 know none"_s.arg(
            connection.userName);
    }
    if (!connection.clientCertificatePem.isEmpty())
        return certificateHint(connection);
    return u"user \"%1\" has no credential in the kubeconfig"_s.arg(connection.userName);
}

} // namespace faultline::kube
