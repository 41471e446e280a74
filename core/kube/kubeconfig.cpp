#include "core/kube/kubeconfig.h"

#include "core/kube/connectionbuilder.h"
#include "core/kube/environmentproxy.h"
#include "core/kube/kubeconfigreader.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

template <typename Entries>
const ConfigEntry *find(const Entries &entries, ConfigEntry::Section section, const QString &name)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const ConfigEntry &entry) {
        return entry.section == section && entry.name == name;
    });
    return found == entries.end() ? nullptr : &*found;
}

Error missing(const ConfigEntry &context, const QString &word, const QString &name)
{
    const QString detail =
        name.isEmpty()
            ? u"%1 names no %2"_s.arg(context.label(), word)
            : u"%1 names the %2 \"%3\", which is in none of the kubeconfig files"_s.arg(context.label(), word, name);
    return {Error::Kind::Usage, detail, context.file};
}

QString contextNames(const std::vector<ContextInfo> &contexts)
{
    QStringList names;
    for (const ContextInfo &context : contexts) {
        names.append(u'"' + context.name + u'"');
    }
    return names.join(u", "_s);
}

Error unknownContext(const QString &name, const std::vector<ContextInfo> &contexts, const QStringList &files)
{
    const QString where = files.join(u", "_s);
    if (contexts.empty()) {
        return {Error::Kind::Usage, u"no kubeconfig with a context was found"_s, where};
    }
    const QString problem = name.isEmpty() ? u"no current-context is set"_s : u"there is no context \"%1\""_s.arg(name);
    return {Error::Kind::Usage, problem + u"; there are "_s + contextNames(contexts), where};
}

base::Result<void> applyEnvironment(Connection &connection, const QProcessEnvironment &environment)
{
    if (!connection.proxy.isEmpty()) {
        return {};
    }
    return environmentProxy(environment, connection.server).map([&connection](const QUrl &proxy) {
        connection.proxy = proxy;
    });
}

} // namespace

QStringList Kubeconfig::searchedPaths(const QProcessEnvironment &environment)
{
    const QString list = environment.value(u"KUBECONFIG"_s);
    QStringList paths = list.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    if (list.isEmpty()) {
        const QString home = environment.value(u"HOME"_s, QDir::homePath());
        paths.append(home + u"/.kube/config"_s);
    }
    paths.removeDuplicates();
    return paths;
}

QStringList Kubeconfig::defaultPaths(const QProcessEnvironment &environment)
{
    QStringList paths = searchedPaths(environment);
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

base::Result<Kubeconfig> Kubeconfig::load(const QStringList &paths)
{
    KubeconfigReader reader;
    for (const QString &path : paths) {
        if (auto added = reader.add(path); !added) {
            return tl::unexpected<Error>(added.error());
        }
    }
    return reader.finish();
}

base::Result<Connection> Kubeconfig::connection(const QString &context, const QProcessEnvironment &environment) const
{
    const QString wanted = context.isEmpty() ? m_currentContext : context;
    const ConfigEntry *entry = m_entries ? find(*m_entries, ConfigEntry::Section::Context, wanted) : nullptr;
    if (entry == nullptr || wanted.isEmpty()) {
        return tl::unexpected<Error>(unknownContext(wanted, m_contexts, m_files));
    }
    FieldReader fields(*entry);
    const QString clusterName = fields.text("cluster"_L1);
    const QString userName = fields.text("user"_L1);
    const QString nameSpace = fields.text("namespace"_L1);
    if (fields.error()) {
        return tl::unexpected<Error>(*fields.error());
    }
    const ConfigEntry *cluster = find(*m_entries, ConfigEntry::Section::Cluster, clusterName);
    if (cluster == nullptr) {
        return tl::unexpected<Error>(missing(*entry, u"cluster"_s, clusterName));
    }
    const ConfigEntry *user = find(*m_entries, ConfigEntry::Section::User, userName);
    if (user == nullptr && !userName.isEmpty()) {
        return tl::unexpected<Error>(missing(*entry, u"user"_s, userName));
    }
    Connection connection;
    connection.contextName = wanted;
    connection.nameSpace = nameSpace.isEmpty() ? u"default"_s : nameSpace;
    connection.files = m_files;
    return applyCluster(connection, *cluster)
        .and_then([&] { return user == nullptr ? base::Result<void>() : applyUser(connection, *user); })
        .and_then([&] { return applyEnvironment(connection, environment); })
        .map([&] { return connection; });
}

} // namespace faultline::kube
