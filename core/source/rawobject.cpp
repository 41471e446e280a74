#include "core/source/rawobject.h"

#include "core/source/documents.h"
#include "core/source/inputfiles.h"
#include "core/source/jsontext.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <set>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using base::Error;
using base::failure;
using base::Result;
using model::Kind;
using model::ObjectRef;

struct TypeNames {
    QString apiVersion;
    QString kind;
};

/// What an object of a document is; null for a kind that is not read.
ObjectRef refOf(QByteArrayView object, const TypeNames &defaults)
{
    const QString kind = textMember(object, "kind");
    const QString apiVersion = textMember(object, "apiVersion");
    ObjectRef ref;
    ref.kind =
        model::kindFrom(kind.isEmpty() ? defaults.apiVersion : apiVersion, kind.isEmpty() ? defaults.kind : kind);
    if (ref.isNull())
        return ref;
    const QByteArrayView metadata = member(object, "metadata");
    const QString nameSpace = textMember(metadata, "namespace");
    ref.name = textMember(metadata, "name");
    if (model::isNamespaced(ref.kind))
        ref.nameSpace = nameSpace.isEmpty() ? u"default"_s : nameSpace;
    return ref;
}

/// The values of a Secret stand in its data, and once more in the annotation that `kubectl apply` leaves.
void removeValues(QJsonObject &secret, QJsonObject &metadata)
{
    for (const QString &field : {u"data"_s, u"stringData"_s}) {
        QJsonObject values = secret.value(field).toObject();
        for (const QString &key : values.keys())
            values.insert(key, QJsonValue::Null);
        if (secret.contains(field))
            secret.insert(field, values);
    }
    QJsonObject annotations = metadata.value("annotations"_L1).toObject();
    annotations.remove("kubectl.kubernetes.io/last-applied-configuration"_L1);
    if (metadata.contains("annotations"_L1))
        metadata.insert("annotations"_L1, annotations);
}

/// Who wrote which field is shown to a person who asks for it; a walk has no use for it.
enum class ManagedFields { Kept, Left };

QJsonObject preparedObject(QByteArrayView json, const TypeNames &defaults, Kind kind, ManagedFields managed)
{
    QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    if (!object.contains("kind"_L1)) {
        object.insert("apiVersion"_L1, defaults.apiVersion);
        object.insert("kind"_L1, defaults.kind);
    }
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (managed == ManagedFields::Left || kind == Kind::Secret)
        metadata.remove("managedFields"_L1);
    if (kind == Kind::Secret)
        removeValues(object, metadata);
    object.insert("metadata"_L1, metadata);
    return object;
}

QByteArray prepared(QByteArrayView json, const TypeNames &defaults, Kind kind)
{
    return QJsonDocument(preparedObject(json, defaults, kind, ManagedFields::Kept)).toJson(QJsonDocument::Indented);
}

/// Takes the objects of one document that are still wanted.
void takeObjects(const QByteArray &json, std::set<ObjectRef> &wanted, RawObjects &into)
{
    TypeNames names{textMember(json, "apiVersion"), textMember(json, "kind")};
    const auto take = [&](QByteArrayView item) {
        if (const ObjectRef ref = refOf(item, names); wanted.erase(ref) > 0)
            into[ref] = {model::RawObject::State::Json, preparedObject(item, names, ref.kind, ManagedFields::Left), {}};
        return !wanted.empty();
    };
    if (!names.kind.endsWith("List"_L1)) {
        take(json);
        return;
    }
    names.kind.chop(4);
    forEachElement(member(json, "items"), take);
}

} // namespace

QByteArray rawObjectIn(const QByteArray &json, const ObjectRef &ref)
{
    TypeNames names{textMember(json, "apiVersion"), textMember(json, "kind")};
    if (refOf(json, names) == ref)
        return prepared(json, names, ref.kind);
    if (!names.kind.endsWith("List"_L1))
        return {};
    names.kind.chop(4);
    QByteArray found;
    forEachElement(member(json, "items"), [&](QByteArrayView item) {
        if (refOf(item, names) == ref)
            found = prepared(item, names, ref.kind);
        return found.isEmpty();
    });
    return found;
}

Result<QByteArray> rawObject(const QStringList &paths, const ObjectRef &ref)
{
    if (paths.contains(u"-"_s))
        return failure(Error::Kind::Unsupported, u"standard input cannot be read a second time"_s, ref.toString());
    const auto files = findInputFiles(paths);
    if (!files)
        return tl::unexpected<Error>(files.error());
    // The last of several is the one that the picture holds.
    for (auto file = files->objects.rbegin(); file != files->objects.rend(); ++file) {
        const auto bytes = readWhole(*file);
        if (!bytes)
            return tl::unexpected<Error>(bytes.error());
        const std::vector<QByteArray> documents = documentsOf(*bytes).json;
        for (auto document = documents.rbegin(); document != documents.rend(); ++document) {
            if (QByteArray json = rawObjectIn(*document, ref); !json.isEmpty())
                return json;
        }
    }
    return failure(Error::Kind::NotFound, u"is not in the files any more"_s, ref.toString());
}

RawObjects rawObjects(const QStringList &paths, const QByteArray &standardInput, const std::vector<ObjectRef> &refs)
{
    RawObjects objects;
    std::set<ObjectRef> wanted(refs.begin(), refs.end());
    QStringList named = paths;
    const bool hasInput = named.removeAll(u"-"_s) > 0;
    const auto files = named.isEmpty() ? InputFiles() : findInputFiles(named);
    QString problem = files ? u"is not in the input any more"_s : files.error().toString();
    std::vector<InputFile> sources = files ? files->objects : std::vector<InputFile>();
    if (hasInput && standardInput.isEmpty())
        problem = u"standard input was too large to keep, and cannot be read a second time"_s;
    if (hasInput && !standardInput.isEmpty())
        sources.push_back({u"-"_s, false, standardInput});
    // The last of several is the one that the picture holds.
    for (auto file = sources.rbegin(); file != sources.rend() && !wanted.empty(); ++file) {
        const auto bytes = readWhole(*file);
        const std::vector<QByteArray> documents = bytes ? documentsOf(*bytes).json : std::vector<QByteArray>();
        for (auto document = documents.rbegin(); document != documents.rend() && !wanted.empty(); ++document)
            takeObjects(*document, wanted, objects);
    }
    for (const ObjectRef &ref : wanted)
        objects[ref] = {model::RawObject::State::Unavailable, {}, problem};
    return objects;
}

} // namespace faultline::source
