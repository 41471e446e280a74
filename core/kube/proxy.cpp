#include "core/kube/proxy.h"

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

base::Result<QNetworkProxy> proxyOf(const QUrl &address)
{
    if (address.isEmpty()) {
        return QNetworkProxy(QNetworkProxy::NoProxy);
    }
    const QString scheme = address.scheme();
    const QString user = address.userName(QUrl::FullyDecoded);
    const QString password = address.password(QUrl::FullyDecoded);
    if (scheme == "socks5"_L1) {
        return QNetworkProxy(QNetworkProxy::Socks5Proxy, address.host(), static_cast<quint16>(address.port(1080)), user,
                             password);
    }
    if (scheme != "http"_L1) {
        return base::failure(Error::Kind::Unsupported,
                             u"only http:// and socks5:// proxies can be used, not %1://"_s.arg(scheme));
    }
    QNetworkProxy proxy(QNetworkProxy::HttpProxy, address.host(), static_cast<quint16>(address.port(80)));
    if (!user.isEmpty()) {
        proxy.setRawHeader("Proxy-Authorization", "Basic " + (user + u':' + password).toUtf8().toBase64());
    }
    return proxy;
}

} // namespace faultline::kube
