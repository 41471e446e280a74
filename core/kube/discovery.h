#pragma once

#include "core/kube/client.h"

#include <QtCore/QPointer>

#include <map>

namespace faultline::kube {

/// A resource that somebody wants to read, and the versions that they understand, best first.
struct WantedResource {
    QString group; ///< "" for the core group, which always is v1
    QString resource;
    QStringList versions;
};

/// What a server offers of it.
struct ServedApis {
    int major = 0; ///< 0 when the server did not say
    int minor = 0;
    QString gitVersion;
    std::map<std::pair<QString, QString>, QString> versions; ///< by group and resource; a resource not served is absent

    bool operator==(const ServedApis &) const = default;

    /// Null when it is not served.
    QString version(const QString &group, const QString &resource) const;
};

/// Asks `/version` and `/apis`, and the resource list of a group version only where more than one of the wanted
/// versions is served (CronJob moved from batch/v1beta1 to v1 long after Job). Where discovery is forbidden the best
/// version is assumed. Ends with exactly one finished(); deleting it ends it silently.
class Discovery : public QObject
{
    Q_OBJECT

public:
    Discovery(Client &client, std::vector<WantedResource> wanted, QObject *parent = nullptr);
    ~Discovery() override;

    void start();

Q_SIGNALS:
    void finished(const faultline::base::Result<faultline::kube::ServedApis> &served);

private:
    using Handler = void (Discovery::*)(const QString &path, const Response &response);
    void ask(const QString &path, Handler handler);
    void onVersion(const QString &path, const Response &response);
    void onGroups(const QString &path, const Response &response);
    void onResources(const QString &path, const Response &response);
    void askResources();
    void choose();
    QStringList candidates(const WantedResource &wanted) const;

    Client &m_client;
    std::vector<WantedResource> m_wanted;
    ServedApis m_served;
    std::optional<base::Error> m_problem;
    bool m_isAssumed = false;
    bool m_hasAskedResources = false;
    std::map<QString, QStringList> m_groups;    ///< versions by group
    std::map<QString, QStringList> m_resources; ///< resource names by "group/version"
    std::vector<QPointer<Reply>> m_replies;
    int m_pending = 0;
};

} // namespace faultline::kube
