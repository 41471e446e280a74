#pragma once

#include <QtCore/QString>

namespace faultline::ui::wizard {

/// A patch as it is quick to read: keys that hold nothing but one other key are joined to a path,
/// "spec.template.spec.containers:", and what is under them moves left. For showing, never for copying. A patch with
/// signs in its first column, and what is no plain YAML block, stays as it is.
QString foldedPatch(const QString &patch);

} // namespace faultline::ui::wizard
