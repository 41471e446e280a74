#pragma once

#include <QtCore/QJsonObject>

namespace faultline::redact {

/// A Kubernetes object as it may be handed on. Dropped are: what a Secret holds (its key names and type stay), values
/// of ConfigMaps, environment variables and HTTP headers, what `kubectl apply` leaves in an annotation, managedFields.
/// Every other text is masked; what ties objects together stays as it is while it looks like a name. The kind is the
/// object's own.
QJsonObject shareable(QJsonObject object);

/// A name, image, uid, kind or time as it is; what does not look like one is masked as any text.
QString shareableName(const QString &name);

/// What stands where a value was.
QString droppedMark();

} // namespace faultline::redact
