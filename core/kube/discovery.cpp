#include "core/kube/discovery.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

// "20+" on some managed clusters.
int leadingNumber(const QString &text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9') {
        ++digits;
    }
    return QStringView(text).left(digits).toInt();
}

// These say nothing about what is served: the server is there, it only does not tell.
bool isSilence(Error::Kind kind)
{
    return kind == Error::Kind::Forbidden || kind == Error::Kind::NotFound || kind == Error::Kind::Server ||
           kind == Error::Kind::Throttled;
}

std::map<QString, QStringList> groupsOf(const QJsonObject &list)
{
    std::map<QString, QStringList> groups;
    for (const QJsonValue &group : list.value("groups"_L1).toArray()) {
        QStringList &versions = groups[group["name"_L1].toString()];
        for (const QJsonValue &version : group["versions"_L1].toArray()) {
            versions.append(version["version"_L1].toString());
        }
    }
    return groups;
}

} // namespace

QString ServedApis::version(const QString &group, const QString &resource) const
{
    const auto found = versions.find({group, resource});
    return found == versions.end() ? QString() : found->second;
}

Discovery::Discovery(Client &client, std::vector<WantedResource> wanted, QObject *parent)
    : QObject(parent), m_client(client), m_wanted(std::move(wanted))
{
}

Discovery::~Discovery()
{
    for (const QPointer<Reply> &reply : m_replies) {
        if (reply) {
            reply->cancel();
        }
    }
}

void Discovery::start()
{
    ask(u"/version"_s, &Discovery::onVersion);
    ask(u"/apis"_s, &Discovery::onGroups);
}

void Discovery::ask(const QString &path, Handler handler)
{
    ++m_pending;
    Reply *reply = m_client.get({path, {}, "application/json", 16 * 1024 * 1024});
    m_replies.emplace_back(reply);
    connect(reply, &Reply::finished, this, [this, path, handler](const Response &response) {
        (this->*handler)(path, response);
        --m_pending;
        choose();
    });
}

void Discovery::onVersion(const QString &, const Response &response)
{
    if (response.error) {
        return; // the version is nice to know; what is wrong with the server /apis will say
    }
    const QJsonObject version = QJsonDocument::fromJson(response.body).object();
    m_served.gitVersion = version.value("gitVersion"_L1).toString();
    m_served.major = leadingNumber(version.value("major"_L1).toString());
    m_served.minor = leadingNumber(version.value("minor"_L1).toString());
    if (m_served.major == 0) {
        // A server built without its release script leaves both numbers empty.
        m_served.major = leadingNumber(m_served.gitVersion.section(u'.', 0, 0).mid(1));
        m_served.minor = leadingNumber(m_served.gitVersion.section(u'.', 1, 1));
    }
}

void Discovery::onGroups(const QString &path, const Response &response)
{
    const QJsonObject list = QJsonDocument::fromJson(response.body).object();
    if (response.error && isSilence(response.error->kind)) {
        m_isAssumed = true;
    } else if (response.error) {
        m_problem = response.error;
    } else if (list.value("kind"_L1).toString() != "APIGroupList"_L1) {
        m_problem = Error{Error::Kind::Malformed,
                          u"something answers at this address, but not like a Kubernetes API server"_s, path};
    }
    m_groups = groupsOf(list);
}

void Discovery::onResources(const QString &path, const Response &response)
{
    if (response.error) {
        return; // its resources are taken for served; a list of one that is not will answer 404
    }
    QStringList names;
    for (const QJsonValue &resource : QJsonDocument::fromJson(response.body).object().value("resources"_L1).toArray()) {
        names.append(resource["name"_L1].toString());
    }
    m_resources[path] = names;
}

void Discovery::askResources()
{
    m_hasAskedResources = true;
    QSet<QString> paths;
    for (const WantedResource &wanted : m_wanted) {
        const QStringList versions = candidates(wanted);
        for (const QString &version : versions) {
            if (versions.size() > 1) {
                paths.insert(u"/apis/%1/%2"_s.arg(wanted.group, version));
            }
        }
    }
    for (const QString &path : std::as_const(paths)) {
        ask(path, &Discovery::onResources);
    }
}

QStringList Discovery::candidates(const WantedResource &wanted) const
{
    if (wanted.group.isEmpty() || m_isAssumed) {
        return wanted.versions.mid(0, 1);
    }
    const auto group = m_groups.find(wanted.group);
    QStringList served = wanted.versions;
    served.removeIf(
        [&](const QString &version) { return group == m_groups.end() || !group->second.contains(version); });
    return served;
}

void Discovery::choose()
{
    if (m_pending > 0) {
        return;
    }
    if (m_problem) {
        Q_EMIT finished(tl::unexpected<Error>(*m_problem));
        return;
    }
    if (!m_hasAskedResources) {
        askResources();
        if (m_pending > 0) {
            return;
        }
    }
    for (const WantedResource &wanted : m_wanted) {
        for (const QString &version : candidates(wanted)) {
            const auto listed = m_resources.find(u"/apis/%1/%2"_s.arg(wanted.group, version));
            if (listed == m_resources.end() || listed->second.contains(wanted.resource)) {
                m_served.versions.insert({{wanted.group, wanted.resource}, version});
                break;
            }
        }
    }
    Q_EMIT finished(m_served);
}

} // namespace faultline::kube
