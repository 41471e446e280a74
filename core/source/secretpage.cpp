#include "core/source/secretpage.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace faultline::source {

using namespace Qt::StringLiterals;

namespace {

QJsonObject metadataOf(const QJsonValue &secret)
{
    QJsonObject metadata = secret["metadata"_L1].toObject();
    metadata.remove("managedFields"_L1);
    metadata.remove("annotations"_L1);
    return metadata;
}

QJsonObject secretOf(const QJsonValue &secret)
{
    return {{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Secret"_s}, {u"metadata"_s, metadataOf(secret)}};
}

} // namespace

QByteArray secretPage(const QByteArray &page)
{
    const QJsonObject list = QJsonDocument::fromJson(page).object();
    if (!list.value("items"_L1).isArray()) {
        return page;
    }
    QJsonArray items;
    for (const QJsonValue &item : list.value("items"_L1).toArray()) {
        items.append(secretOf(item));
    }
    const QJsonObject secrets{{u"apiVersion"_s, u"v1"_s},
                              {u"kind"_s, u"SecretList"_s},
                              {u"metadata"_s, list.value("metadata"_L1)},
                              {u"items"_s, items}};
    return QJsonDocument(secrets).toJson(QJsonDocument::Compact);
}

QByteArray secretObject(const QByteArray &object)
{
    return QJsonDocument(secretOf(QJsonDocument::fromJson(object).object())).toJson(QJsonDocument::Indented);
}

} // namespace faultline::source
