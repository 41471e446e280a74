#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace faultline::ui::evidence {

/// One JSON object as YAML for reading, as kubectl prints it: keys sorted, metadata.managedFields left out, strings
/// quoted where YAML would take them for something else. Empty when the bytes are not a JSON object.
QString yamlText(const QByteArray &json);

} // namespace faultline::ui::evidence
