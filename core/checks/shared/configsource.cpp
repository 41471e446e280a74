#include "core/checks/shared/configsource.h"

#include "core/base/fuzzy.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

model::Kind kindOf(const MissingSource &missing)
{
    return missing.kind == "Secret"_L1 ? model::Kind::Secret : model::Kind::ConfigMap;
}

template <typename T>
QStringList namesIn(const model::ObjectList<T> &objects, const QString &nameSpace, const QString &except)
{
    QStringList names;
    for (const T &object : objects) {
        if (object.meta.nameSpace == nameSpace && object.meta.name != except)
            names.append(object.meta.name);
    }
    return names;
}

template <typename T>
QString nameSpaceWith(const model::ObjectList<T> &objects, const QString &name, const QString &except)
{
    const auto found = std::find_if(objects.begin(), objects.end(), [&](const T &object) {
        return object.meta.name == name && object.meta.nameSpace != except;
    });
    return found == objects.end() ? QString() : found->meta.nameSpace;
}

template <typename T>
Facts hintsAmong(const model::ObjectList<T> &objects, const QString &nameSpace, const MissingSource &missing)
{
    return factsOf({{fact::similar, base::closest(missing.name, namesIn(objects, nameSpace, missing.name))},
                    {fact::elsewhere, nameSpaceWith(objects, missing.name, nameSpace)}});
}

/// A ConfigMap is asked for and a Secret of that name is there, or the other way round.
QString otherKindOf(const model::Cluster &cluster, const QString &nameSpace, const MissingSource &missing)
{
    if (!missing.key.isEmpty() || missing.kind == "file"_L1)
        return {};
    const bool isSecret = kindOf(missing) == model::Kind::Secret;
    const model::Kind other = isSecret ? model::Kind::ConfigMap : model::Kind::Secret;
    const bool isThere = cluster.sees(other) && cluster.exists({other, nameSpace, missing.name});
    return isThere ? model::kindName(other) : QString();
}

Facts hints(const model::Cluster &cluster, const QString &nameSpace, const MissingSource &missing)
{
    if (missing.kind == "file"_L1)
        return {};
    const bool secret = kindOf(missing) == model::Kind::Secret;
    if (missing.key.isEmpty() && secret)
        return hintsAmong(cluster.secrets(), nameSpace, missing);
    if (missing.key.isEmpty())
        return hintsAmong(cluster.configMaps(), nameSpace, missing);
    const model::ConfigMap *map = secret ? nullptr : cluster.configMap(nameSpace, missing.name);
    return map ? factsOf({{fact::similar, base::closest(missing.key, map->keys)},
                          {fact::presentKeys, map->keys.join(u", "_s)}})
               : Facts();
}

} // namespace

std::optional<MissingSource> missingSourceIn(const QString &message)
{
    static const QRegularExpression object(u"\\b(configmap|secret)s? \"([^\"]+)\" not found"_s);
    static const QRegularExpression key(u"couldn't find key (\\S+) in (ConfigMap|Secret) [^/\\s]+/(\\S+)"_s);
    static const QRegularExpression file(u"environment variable key \"([^\"]+)\" not found in file \"?([^\"\\s]+)"_s);
    if (const QRegularExpressionMatch match = object.match(message); match.hasMatch())
        return MissingSource{match.captured(1) == "secret"_L1 ? u"Secret"_s : u"ConfigMap"_s, match.captured(2), {}};
    if (const QRegularExpressionMatch match = key.match(message); match.hasMatch())
        return MissingSource{match.captured(2), match.captured(3), match.captured(1)};
    if (const QRegularExpressionMatch match = file.match(message); match.hasMatch())
        return MissingSource{u"file"_s, match.captured(2), match.captured(1)};
    return std::nullopt;
}

std::optional<MissingSource> missingSourceOf(const model::Cluster &cluster, const QString &nameSpace,
                                             const model::ConfigReference &reference)
{
    if (!cluster.sees(reference.kind))
        return std::nullopt;
    if (!cluster.exists({reference.kind, nameSpace, reference.name}))
        return MissingSource{model::kindName(reference.kind), reference.name, {}};
    const model::ConfigMap *map =
        reference.kind == model::Kind::ConfigMap ? cluster.configMap(nameSpace, reference.name) : nullptr;
    for (const QString &key : reference.keys) {
        if (map && !map->keys.contains(key))
            return MissingSource{model::kindName(reference.kind), reference.name, key};
    }
    return std::nullopt;
}

std::optional<MissingSource> missingSourceOf(const model::Cluster &cluster, const ContainerView &container)
{
    for (const model::ConfigReference &reference : container.pod.spec->configReferences) {
        if (reference.container != container.spec.name || reference.optional)
            continue;
        if (std::optional<MissingSource> missing = missingSourceOf(cluster, container.pod.meta.nameSpace, reference))
            return missing;
    }
    return std::nullopt;
}

Facts missingFacts(const model::Cluster &cluster, const QString &nameSpace, const MissingSource &missing)
{
    Facts facts = factsOf(
        {{fact::missingKind, missing.kind}, {fact::missingName, missing.name}, {fact::missingKey, missing.key}});
    facts.merge(hints(cluster, nameSpace, missing));
    facts.merge(factsOf({{fact::otherKind, otherKindOf(cluster, nameSpace, missing)}}));
    return facts;
}

QString referencePath(const ContainerView &container, const MissingSource &missing)
{
    for (const model::ConfigReference &reference : container.pod.spec->configReferences) {
        const bool named = reference.container == container.spec.name && reference.name == missing.name &&
                           model::kindName(reference.kind) == missing.kind;
        if (named && (missing.key.isEmpty() || reference.keys.contains(missing.key)))
            return u"spec."_s + reference.fieldPath;
    }
    return {};
}

} // namespace faultline::checks
