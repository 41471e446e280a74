#include "app/opensource.h"

#include "app/pluginconsent.h"
#include "core/kube/incluster.h"
#include "core/kube/kubeconfig.h"
#include "core/source/filesource.h"
#include "core/source/livesource.h"

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using SourcePtr = std::unique_ptr<source::Source>;

/// Of the kubeconfig or, as kubectl has it, of the Pod that this runs in where there is no kubeconfig at all.
base::Result<kube::Connection> connectionFor(const kube::Kubeconfig &config, const Whereabouts &where,
                                             const QStringList &paths)
{
    if (!config.isEmpty())
        return config.connection(where.context);
    if (where.kubeconfig.isEmpty() && where.context.isEmpty()) {
        if (auto own = kube::inClusterConnection(QProcessEnvironment::systemEnvironment()))
            return *std::move(own);
    }
    return base::failure(base::Error::Kind::Usage,
                         u"no kubeconfig with a context was found; say --kubeconfig FILE, or -f for a dump"_s,
                         paths.join(u", "_s));
}

SourcePtr openFiles(source::FileRequest request, const Whereabouts &where)
{
    request.recorder = where.recorder;
    return std::make_unique<source::FileSource>(std::move(request));
}

base::Result<SourcePtr> openLive(const Whereabouts &where)
{
    const QStringList paths = where.kubeconfig.isEmpty()
                                  ? kube::Kubeconfig::defaultPaths(QProcessEnvironment::systemEnvironment())
                                  : QStringList{where.kubeconfig};
    const auto config = kube::Kubeconfig::load(paths);
    if (!config)
        return tl::unexpected(config.error());
    auto connection = connectionFor(*config, where, paths);
    if (!connection)
        return tl::unexpected(connection.error());
    if (auto allowed = allowPlugin(*connection, where.allowPlugin); !allowed)
        return tl::unexpected(allowed.error());
    const QString nameSpace = where.allNamespaces ? QString() : where.nameSpace.value_or(connection->nameSpace);
    return std::make_unique<source::LiveSource>(source::LiveRequest{*std::move(connection), nameSpace, where.recorder});
}

} // namespace

base::Result<SourcePtr> openSource(const Whereabouts &where)
{
    if (!where.sample.isEmpty())
        return openFiles(source::sampleRequest(where.sample), where);
    if (where.files.isEmpty())
        return openLive(where);
    source::FileRequest request{where.files, where.nameSpace.value_or(QString()), source::Origin::Type::Files};
    return openFiles(std::move(request), where);
}

} // namespace faultline::app
