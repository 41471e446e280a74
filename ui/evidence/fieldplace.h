#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace faultline::ui::evidence {

/// Where a field that evidence names stands in an object.
struct FieldPlace {
    QString pointer; ///< JSON pointer of the field, or of the nearest parent that is there; empty = the object itself
    QString missing; ///< the part of the path that is not there; empty when the field was found

    bool isThere() const { return missing.isEmpty(); }
};

/// Follows a path as the checks write them: members by name, where a name may hold dots and slashes
/// ("metadata.labels.app.kubernetes.io/name"), elements by index ("spec.ports[0]"), by name
/// ("status.containerStatuses[web]") or by type ("status.conditions[Ready]"), members in brackets
/// ("metadata.annotations[a/b]").
FieldPlace findField(const QJsonObject &object, const QString &path);

} // namespace faultline::ui::evidence
