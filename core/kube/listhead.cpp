#include "core/kube/listhead.h"

#include "core/kube/jsonskipper.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace faultline::kube {

using namespace Qt::StringLiterals;

namespace {

ListHead headOf(QByteArrayView metadata)
{
    const QJsonObject object = QJsonDocument::fromJson(metadata.toByteArray()).object();
    return {object.value("continue"_L1).toString(), object.value("remainingItemCount"_L1).toInteger(-1),
            object.value("resourceVersion"_L1).toString()};
}

} // namespace

ListHead listHead(QByteArrayView json)
{
    Skipper skipper(json);
    if (!skipper.take('{')) {
        return {};
    }
    do {
        const QByteArrayView key = skipper.string();
        if (!skipper.take(':')) {
            return {};
        }
        const QByteArrayView value = skipper.value();
        if (key == QByteArrayView("metadata")) {
            return headOf(value);
        }
    } while (skipper.take(','));
    return {};
}

} // namespace faultline::kube
