#include "core/source/secretobject.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace faultline::source {

using namespace Qt::StringLiterals;

QByteArray secretObject(const QByteArray &object)
{
    QJsonObject metadata = QJsonDocument::fromJson(object).object().value("metadata"_L1).toObject();
    metadata.remove("managedFields"_L1);
    metadata.remove("annotations"_L1);
    const QJsonObject secret{{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Secret"_s}, {u"metadata"_s, metadata}};
    return QJsonDocument(secret).toJson(QJsonDocument::Indented);
}

} // namespace faultline::source
