#pragma once

#include <QtCore/QJsonObject>

namespace faultline::redact {

/// A Kubernetes object as it may be handed on. Dropped are: what a Secret holds (its key names and type stay), values
/// of ConfigMaps, environment variables and HTTP headers, what `kubectl apply` leaves in an annotation, managedFields.
/// Every other text is masked; names that tie objects together stay as they are. The kind is the object's own.
QJsonObject shareable(QJsonObject object);

/// What stands where a value was.
QString droppedMark();

} // namespace faultline::redact
