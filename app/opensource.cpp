#include "app/opensource.h"

#include "core/kube/kubeconfig.h"
#include "core/source/filesource.h"
#include "core/source/livesource.h"

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using SourcePtr = std::unique_ptr<source::Source>;

base::Result<SourcePtr> openLive(const Whereabouts &where)
{
    const QStringList paths = where.kubeconfig.isEmpty()
                                  ? kube::Kubeconfig::defaultPaths(QProcessEnvironment::systemEnvironment())
                                  : QStringList{where.kubeconfig};
    const auto config = kube::Kubeconfig::load(paths);
    if (!config)
        return tl::unexpected(config.error());
    if (config->isEmpty()) {
        return base::failure(base::Error::Kind::Usage,
                             u"no kubeconfig with a context was found; say --kubeconfig FILE, or -f for a dump"_s,
                             paths.join(u", "_s));
    }
    auto connection = config->connection(where.context);
    if (!connection)
        return tl::unexpected(connection.error());
    const QString nameSpace = where.allNamespaces ? QString() : where.nameSpace.value_or(connection->nameSpace);
    return std::make_unique<source::LiveSource>(source::LiveRequest{*std::move(connection), nameSpace});
}

} // namespace

base::Result<SourcePtr> openSource(const Whereabouts &where)
{
    if (!where.sample.isEmpty())
        return std::make_unique<source::FileSource>(source::sampleRequest(where.sample));
    if (where.files.isEmpty())
        return openLive(where);
    source::FileRequest request{where.files, where.nameSpace.value_or(QString()), source::Origin::Type::Files};
    return std::make_unique<source::FileSource>(std::move(request));
}

} // namespace faultline::app
