#include "core/kube/environmentproxy.h"

#include "core/kube/proxy.h"

#include <QtNetwork/QHostAddress>

#include <algorithm>

namespace faultline::kube {

using namespace Qt::StringLiterals;

namespace {

struct Variable {
    QString name;
    QString value;
};

/// The first that is set and not empty, upper case before lower case.
Variable firstSet(const QProcessEnvironment &environment, const QString &name)
{
    for (const QString &each : {name, name.toLower()}) {
        if (QString value = environment.value(each); !value.isEmpty()) {
            return {each, value};
        }
    }
    return {name, {}};
}

/// "host:port", "[::1]:port", "host": what stands before the port, without brackets, and the port (0 = any).
struct HostPort {
    QString host;
    int port = 0;
    bool isAny = true;
};

HostPort splitPort(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const bool isBareIp6 = text.count(u':') > 1 && !text.startsWith(u'[');
    if (colon < 0 || isBareIp6 || text.endsWith(u']')) {
        return {text};
    }
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']')) {
        host = host.mid(1, host.size() - 2);
    }
    return {host, text.mid(colon + 1).toInt(), false};
}

bool matchesDomain(QString domain, const QString &host)
{
    if (domain.startsWith("*."_L1)) {
        domain.remove(0, 1);
    }
    if (domain.startsWith(u'.')) {
        return host.endsWith(domain);
    }
    return host == domain || host.endsWith(u'.' + domain);
}

bool matches(const QString &entry, const QString &host, const QHostAddress &address, int port)
{
    if (const auto range = QHostAddress::parseSubnet(entry); entry.contains(u'/') && range.second >= 0) {
        return !address.isNull() && address.isInSubnet(range);
    }
    const HostPort wanted = splitPort(entry);
    if (wanted.host.isEmpty() || (!wanted.isAny && wanted.port != port)) {
        return false;
    }
    const QHostAddress wantedAddress(wanted.host);
    return wantedAddress.isNull() ? matchesDomain(wanted.host, host)
                                  : wantedAddress.isEqual(address, QHostAddress::TolerantConversion);
}

} // namespace

bool isExemptFromProxy(const QString &list, const QString &host, int port)
{
    const QString name = host.toLower();
    const QHostAddress address(name);
    const QStringList entries = list.toLower().split(u',', Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &each) {
        const QString entry = each.trimmed();
        return entry == "*"_L1 || (!entry.isEmpty() && matches(entry, name, address, port));
    });
}

base::Result<QUrl> environmentProxy(const QProcessEnvironment &environment, const QUrl &server)
{
    const bool isTls = server.scheme() == "https"_L1;
    const Variable proxy = firstSet(environment, isTls ? u"HTTPS_PROXY"_s : u"HTTP_PROXY"_s);
    const QString host = server.host();
    if (proxy.value.isEmpty() || host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 ||
        QHostAddress(host).isLoopback() ||
        isExemptFromProxy(firstSet(environment, u"NO_PROXY"_s).value, host, server.port(isTls ? 443 : 80))) {
        return QUrl();
    }
    const QUrl address(proxy.value.contains("://"_L1) ? proxy.value : u"http://"_s + proxy.value, QUrl::StrictMode);
    if (address.host().isEmpty()) {
        return base::failure(base::Error::Kind::Malformed, u"this variable does not hold the address of a proxy"_s,
                             proxy.name);
    }
    if (auto usable = proxyOf(address); !usable) {
        return base::failure(usable.error().kind, usable.error().detail, proxy.name);
    }
    return address;
}

} // namespace faultline::kube
