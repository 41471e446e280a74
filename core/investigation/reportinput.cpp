#include "core/investigation/reportinput.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace faultline::investigation {

namespace {

QString typeWord(source::Origin::Type type)
{
    switch (type) {
    case source::Origin::Type::Live:
        return u"live"_s;
    case source::Origin::Type::Sample:
        return u"sample"_s;
    case source::Origin::Type::Files:
        break;
    }
    return u"files"_s;
}

/// File names only: a folder's path often holds a person's name.
QString fileNames(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths) {
        names += path == "-"_L1 ? u"standard input"_s
                                : QFileInfo(QDir::cleanPath(QFileInfo(path).absoluteFilePath())).fileName();
    }
    return names.join(u", "_s);
}

report::Context contextOf(const source::Origin &origin, const model::Cluster &cluster)
{
    report::Context context;
    context.programVersion = QLatin1StringView(FAULTLINE_VERSION);
    context.sourceType = typeWord(origin.type);
    const bool isLive = origin.type == source::Origin::Type::Live;
    context.sourceName = isLive ? origin.context : fileNames(origin.files);
    context.nameSpace = origin.nameSpace;
    context.serverVersion = cluster.data().version.gitVersion;
    context.insecure = origin.insecure;
    context.takenAt = origin.takenAt;
    context.warnings = origin.warnings;
    for (const QString &file : origin.ignored)
        context.ignoredFiles += QFileInfo(file).fileName();
    context.commands.context = origin.context;
    return context;
}

} // namespace

report::Input reportInput(const guide::Guide &guide, const model::Cluster &cluster,
                          const std::vector<guide::Diagnosis> &diagnoses, const source::Origin &origin)
{
    report::Input input;
    input.guide = &guide;
    input.cluster = &cluster;
    for (const guide::Diagnosis &diagnosis : diagnoses)
        input.diagnoses.push_back(&diagnosis);
    input.context = contextOf(origin, cluster);
    return input;
}

void addServer(report::Context &context, const source::Origin &origin)
{
    context.server = origin.server;
    context.user = origin.user;
}

} // namespace faultline::investigation
