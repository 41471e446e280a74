#include "core/source/recorder.h"

#include "core/redact/object.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::source {

using model::Kind;

namespace {

constexpr int kDeepestList = 8; ///< as the decoder has it

} // namespace

void Recorder::add(const QByteArray &json, Kind metadataOf)
{
    m_metadataOf = metadataOf;
    addObject(QJsonDocument::fromJson(json).object(), {}, {}, 0);
}

/// `apiVersion` and `kind` are what a typed list says for its items, which carry none of their own.
void Recorder::addObject(QJsonObject object, const QString &apiVersion, const QString &kind, int depth)
{
    if (!object.contains("kind"_L1)) {
        object.insert("apiVersion"_L1, apiVersion);
        object.insert("kind"_L1, kind);
    }
    const QString ownVersion = object.value("apiVersion"_L1).toString();
    const QString ownKind = object.value("kind"_L1).toString();
    if (ownKind.endsWith("List"_L1)) {
        for (const QJsonValue &item : object.value("items"_L1).toArray()) {
            if (depth < kDeepestList)
                addObject(item.toObject(), ownVersion, ownKind.chopped(4), depth + 1);
        }
        return;
    }
    const bool isMetadata = ownKind == "PartialObjectMetadata"_L1;
    const Kind real = isMetadata ? m_metadataOf : model::kindFrom(ownVersion, ownKind);
    if (real == Kind::Unknown)
        return;
    if (isMetadata) {
        const QString group = model::apiGroup(real);
        object.insert("apiVersion"_L1, group.isEmpty() ? u"v1"_s : group + u"/v1"_s);
        object.insert("kind"_L1, model::kindName(real));
    }
    m_objects[real].push_back(QJsonDocument(redact::shareable(object)).toJson(QJsonDocument::Compact));
}

} // namespace faultline::source
