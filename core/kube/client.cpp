#include "core/kube/client.h"

#include "core/kube/configentry.h"
#include "core/kube/loginhint.h"
#include "core/kube/proxy.h"
#include "core/kube/tls.h"

#include <QtNetwork/QNetworkProxy>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

QUrl address(const QUrl &server, const Request &request)
{
    QUrl url =
        server.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    // A server behind a gateway has a path of its own ("/k8s/clusters/c-1"): every request goes below it.
    const QString prefix = url.path() == "/"_L1 ? QString() : url.path();
    url.setPath(prefix + request.path);
    url.setQuery(request.query);
    return url;
}

void setBehaviour(QNetworkRequest &request)
{
    // Qt's own name begins with "Mozilla/5.0", for which the API server indents its answers: twice the bytes.
    request.setRawHeader("User-Agent", "faultline/" FAULTLINE_VERSION);
    // Qt would carry the Authorization header to wherever it is redirected.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
}

/// A key as it may stand in a header's name (client-go transport/round_trippers.go headerKeyEscape).
QByteArray headerKey(const QString &key)
{
    return QByteArray("Impersonate-Extra-") + key.toUtf8().toPercentEncoding("!#$&'*+^`|");
}

void impersonate(QNetworkRequest &request, const Connection &connection)
{
    if (connection.impersonateUser.isEmpty()) {
        return;
    }
    std::map<QByteArray, QByteArrayList> headers{{"Impersonate-User", {connection.impersonateUser.toUtf8()}}};
    for (const QString &group : connection.impersonateGroups) {
        headers["Impersonate-Group"].append(group.toUtf8());
    }
    for (const auto &[key, value] : connection.impersonateExtra) {
        headers[headerKey(key)].append(value.toUtf8());
    }
    if (!connection.impersonateUid.isEmpty()) {
        headers["Impersonate-Uid"].append(connection.impersonateUid.toUtf8());
    }
    // One header line per value is what the API server wants and what Qt has no call for: the lines are joined here,
    // which only HTTP/1.1 can carry. Values with control characters were refused when the kubeconfig was read.
    for (const auto &[name, values] : headers) {
        request.setRawHeader(name, values.join("\r\n" + name + ": "));
        if (values.size() > 1) {
            request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        }
    }
}

base::Result<QByteArray> tokenOf(const Connection &connection)
{
    if (connection.tokenFile.isEmpty()) {
        return connection.bearerToken;
    }
    auto token = readSmallFile(connection.tokenFile, kConfigFileLimit).map([](const QByteArray &bytes) {
        return bytes.trimmed();
    });
    // As long as the file cannot be read, client-go takes the token beside it.
    return token || connection.bearerToken.isEmpty() ? token : connection.bearerToken;
}

base::Result<void> authorize(QNetworkRequest &request, const Connection &connection)
{
    const auto token = tokenOf(connection);
    if (!token) {
        return base::failure(token.error().kind, u"the token of the user \"%1\" cannot be read: %2"_s.arg(
                                                     connection.userName, token.error().toString()));
    }
    if (token->contains('\n') || token->contains('\r')) {
        return base::failure(Error::Kind::Malformed, u"the token file holds more than one line"_s,
                             connection.tokenFile);
    }
    if (!token->isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + *token);
    } else if (!connection.basicUser.isEmpty()) {
        const QString pair = connection.basicUser + u':' + connection.basicPassword;
        request.setRawHeader("Authorization", "Basic " + pair.toUtf8().toBase64());
    }
    return {};
}

} // namespace

base::Result<std::unique_ptr<Client>> Client::open(const Connection &connection, const Patience &patience)
{
    if (connection.logsInByPlugin() && !connection.isPluginAllowed) {
        return base::failure(Error::Kind::Usage,
                             u"user \"%1\" logs in by running a program, which nobody has allowed yet: %2"_s.arg(
                                 connection.userName, commandLine(connection.plugin)));
    }
    auto tls = tlsConfiguration(connection);
    if (!tls) {
        return tl::unexpected<Error>(tls.error());
    }
    auto proxy = proxyOf(connection.proxy);
    if (!proxy) {
        return tl::unexpected<Error>(proxy.error());
    }
    return std::unique_ptr<Client>(new Client(connection, *tls, *proxy, patience));
}

Client::Client(Connection connection, const QSslConfiguration &tls, const QNetworkProxy &proxy,
               const Patience &patience)
    : m_connection(std::move(connection)), m_tls(tls), m_patience(patience), m_lanes(proxy)
{
    m_lastHeard.start();
    if (m_connection.logsInByPlugin()) {
        m_login = std::make_unique<Login>(m_connection.plugin, patience.plugin);
        QObject::connect(m_login.get(), &Login::ended, this, &Client::takeCredential);
    }
}

/// Connections that were made as the former certificate's user must not serve the new one.
void Client::takeCredential()
{
    const PluginCredential &credential = m_login->credential();
    m_connection.bearerToken = credential.token;
    if (m_connection.clientCertificatePem == credential.certificatePem || credential.certificatePem.isEmpty()) {
        return;
    }
    m_connection.clientCertificatePem = credential.certificatePem;
    m_connection.clientKeyPem = credential.keyPem;
    m_lanes.renew();
    auto tls = tlsConfiguration(m_connection);
    m_credentialProblem = tls ? std::nullopt : std::optional(tls.error());
    m_tls = std::move(tls).value_or(m_tls);
}

// Replies look at members of the client while they end: they go before those do.
Client::~Client() { qDeleteAll(findChildren<Reply *>(Qt::FindDirectChildrenOnly)); }

Response Client::explained(Response response) const
{
    if (response.httpStatus == 401 && response.error) {
        response.error->detail += u"; "_s + loginHint(m_connection);
    }
    return response;
}

Reply *Client::get(const Request &request)
{
    if (findChildren<Reply *>(Qt::FindDirectChildrenOnly).isEmpty()) {
        m_lastHeard.start();
    }
    return new Reply(*this, request);
}

base::Result<QNetworkRequest> Client::prepared(const Request &request) const
{
    if (m_credentialProblem) {
        return tl::unexpected<Error>(*m_credentialProblem);
    }
    QNetworkRequest prepared(address(m_connection.server, request));
    prepared.setSslConfiguration(m_tls);
    prepared.setRawHeader("Accept", request.accept);
    if (!m_connection.tlsServerName.isEmpty()) {
        prepared.setPeerVerifyName(m_connection.tlsServerName);
    }
    setBehaviour(prepared);
    impersonate(prepared, m_connection);
    return authorize(prepared, m_connection).map([&] { return prepared; });
}

} // namespace faultline::kube
