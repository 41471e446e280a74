#include "core/checks/shared/configrefs.h"

#include "core/base/fuzzy.h"
#include "core/checks/shared/evidence.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Kind kindOf(const QString &word)
{
    if (word.startsWith("secret"_L1, Qt::CaseInsensitive))
        return Kind::Secret;
    return word.startsWith("config"_L1, Qt::CaseInsensitive) ? Kind::ConfigMap : Kind::PersistentVolumeClaim;
}

template <typename Visit> void visitMetas(const model::ClusterData &data, Kind kind, const Visit &visit)
{
    const auto all = [&visit](const auto &objects) {
        for (const auto &object : objects)
            visit(object.meta);
    };
    if (kind == Kind::ConfigMap)
        all(data.configMaps);
    else if (kind == Kind::Secret)
        all(data.secrets);
    else if (kind == Kind::PersistentVolumeClaim)
        all(data.claims);
}

QString volumeIn(const QString &message)
{
    static const QRegularExpression volume(u"for volume \"([^\"]+)\""_s);
    return volume.match(message).captured(1);
}

} // namespace

std::optional<MissingSource> parseMissingSource(const QString &message)
{
    static const QRegularExpression object(u"\\b(configmap|secret|persistentvolumeclaim)s? \"([^\"]+)\" not found"_s);
    static const QRegularExpression keyInObject(
        u"couldn't find key (\\S+) in (ConfigMap|Secret) [^/\\s]+/([^\\s,]+)"_s);
    static const QRegularExpression key(u"references non-existent (config|secret) key: ([^\\s,]+)"_s);
    if (const auto match = object.match(message); match.hasMatch())
        return MissingSource{kindOf(match.captured(1)), match.captured(2), {}, volumeIn(message)};
    if (const auto match = keyInObject.match(message); match.hasMatch())
        return MissingSource{kindOf(match.captured(2)), match.captured(3), match.captured(1), volumeIn(message)};
    if (const auto match = key.match(message); match.hasMatch())
        return MissingSource{kindOf(match.captured(1)), {}, match.captured(2), volumeIn(message)};
    return {};
}

QString similarName(const model::Cluster &cluster, const model::ObjectRef &ref)
{
    QStringList names;
    visitMetas(cluster.data(), ref.kind, [&](const model::Metadata &meta) {
        if (meta.nameSpace == ref.nameSpace && meta.name != ref.name)
            names.append(meta.name);
    });
    return base::closest(ref.name, names);
}

QString namespaceWith(const model::Cluster &cluster, const model::ObjectRef &ref)
{
    QString found;
    visitMetas(cluster.data(), ref.kind, [&](const model::Metadata &meta) {
        if (meta.nameSpace != ref.nameSpace && meta.name == ref.name && found.isEmpty())
            found = meta.nameSpace;
    });
    return found;
}

Facts missingFacts(const model::Cluster &cluster, const QString &nameSpace, const MissingSource &missing)
{
    Facts facts = factsOf({{fact::missingKind, missing.kind == Kind::Unknown ? QString() : kindName(missing.kind)},
                           {fact::missingName, missing.name},
                           {fact::missingKey, missing.key},
                           {fact::volume, missing.volume}});
    if (missing.name.isEmpty() || !missing.key.isEmpty())
        return facts;
    const model::ObjectRef ref{missing.kind, nameSpace, missing.name};
    facts.merge(factsOf({{fact::similar, similarName(cluster, ref)}, {fact::elsewhere, namespaceWith(cluster, ref)}}));
    return facts;
}

} // namespace faultline::checks
