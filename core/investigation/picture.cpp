#include "core/investigation/picture.h"

#include "core/source/recorder.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::investigation {

std::map<model::ObjectRef, QJsonObject> objectsOf(const source::Recorder &recorder)
{
    std::map<model::ObjectRef, QJsonObject> objects;
    for (const auto &[kind, list] : recorder.objects()) {
        for (const QByteArray &bytes : list) {
            const QJsonObject object = QJsonDocument::fromJson(bytes).object();
            const QJsonObject meta = object["metadata"_L1].toObject();
            const QString nameSpace =
                model::isNamespaced(kind) ? meta["namespace"_L1].toString(u"default"_s) : QString();
            objects.insert_or_assign({kind, nameSpace, meta["name"_L1].toString()}, object);
        }
    }
    return objects;
}

} // namespace faultline::investigation
