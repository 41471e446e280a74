#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace faultline::ui::evidence {

/// A YAML text line by line, and where each value of the object stands in it.
struct YamlText {
    /// Lines of one value: its key's line up to the one behind its last.
    struct Range {
        int first = 0;
        int end = 0;
    };
    QStringList lines;
    QHash<QString, Range> places; ///< by JSON pointer (RFC 6901)
};

/// One JSON object as YAML for reading, as kubectl prints it: keys sorted, strings quoted where YAML would take them
/// for something else.
YamlText printYaml(const QJsonObject &object);

/// The same as one text, metadata.managedFields left out. Empty when the bytes are not a JSON object.
QString yamlText(const QByteArray &json);

/// A member's or an element's JSON pointer below `parent`.
QString pointerTo(const QString &parent, const QString &name);

/// A copy of the object without values that nobody should read over a shoulder: environment variables whose names tell
/// of a credential, also inside of what `kubectl apply` left; texts of several lines are masked as a whole, so that
/// what is left to mask stands in single lines.
QJsonObject readableObject(const QJsonObject &object);

/// The lines with credentials masked and control characters made visible; never fewer or more lines.
QStringList maskedLines(const QStringList &lines);

} // namespace faultline::ui::evidence
