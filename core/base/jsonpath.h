#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QString>

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace faultline::base {

/// Where a value stands in a JSON document: a member's name or an element's index behind the way to its parent. The
/// root is a null pointer. Shared, because thousands of matches may have the same way to them.
struct JsonPlace {
    std::shared_ptr<const JsonPlace> parent;
    QString name;   ///< of a member; empty for an element
    int index = -1; ///< of an element; -1 for a member
};
using JsonPlacePtr = std::shared_ptr<const JsonPlace>;

/// The value at that place of another document of the same shape; undefined when it is not there.
QJsonValue valueAt(const QJsonValue &root, const JsonPlacePtr &place);

/// "spec.containers[web].image": as the program's evidence names fields, elements by their name or type where they
/// have one, else by index.
QString fieldPathOf(const QJsonValue &root, const JsonPlacePtr &place);

/// A JSONPath in kubectl's dialect (client-go util/jsonpath), one expression: `{.spec.containers[*].image}`, also
/// without braces, as kubectl takes it. .field, escaped dots (.metadata.annotations.example\.com/team), ['field'], [n],
/// [-1], [start:end:step], unions ([0,2], ['a','b']), [*], .*, ..field, and filters ([?(@.name=="web")]) with ==, !=,
/// <, <=, >, >= or the existence of a path. As in kubectl a quoted name is a path itself (['metadata.name']), but here
/// a member of just that name comes first (['example.com/team']). Different from kubectl: a missing member or an index
/// out of range finds nothing instead of failing, and values of different types are different instead of an error.
class JsonPath
{
public:
    /// What is wrong with a path, and at which character of it (from 0).
    struct Problem {
        QString detail;
        qsizetype at = 0;
    };
    struct Match {
        QJsonValue value;
        JsonPlacePtr place;
    };
    struct Step;

    static tl::expected<JsonPath, Problem> parse(const QString &text);

    JsonPath() = default; ///< the whole document

    /// Everything that the path finds, in the order of the document. Nothing when it would be more work than looking
    /// at `mostWork` values: a path with several .. over a large object.
    std::optional<std::vector<Match>> find(const QJsonValue &root, int mostWork = 200'000) const;

    /// The member of the root where the path begins ("status"); empty when it does not begin with a name.
    QString firstName() const;

    /// Without braces and the leading dot: "spec.containers[*].image".
    const QString &text() const { return m_text; }

private:
    std::shared_ptr<const std::vector<Step>> m_steps;
    QString m_text;
};

} // namespace faultline::base
