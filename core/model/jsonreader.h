#pragma once

#include "core/model/podspec.h"

#include <QtCore/QHash>

#include <simdjson.h>

#include <array>
#include <map>
#include <string_view>

namespace faultline::model {

using JsonValue = simdjson::ondemand::value;
using JsonObject = simdjson::ondemand::object;
using JsonArray = simdjson::ondemand::array;
using JsonType = simdjson::ondemand::json_type;

/// What stands between simdjson and the readers of single objects: it keeps the place in the document, notes fields
/// that are not what they should be, and shares equal strings and Pod specs. Private to the decoder.
/// A wrong type is a problem of that field, and reading goes on; an error of the JSON itself ends everything.
class Reader
{
public:
    explicit Reader(QString defaultNamespace) : m_defaultNamespace(std::move(defaultNamespace)) {}

    /// True after an error of the JSON itself: nothing that was read since the object began may be used.
    bool failed() const { return m_error != simdjson::SUCCESS; }
    simdjson::error_code error() const { return m_error; }
    /// Takes note of an error; true when there is none.
    bool succeeded(simdjson::error_code error);
    void startDocument();

    /// Names the object that the problems from here on belong to.
    void startObject(Kind kind);
    /// The last step of each object: gives it the name and namespace that it would have on the server. False when it
    /// cannot be kept.
    bool settle(Metadata &meta);
    /// "Pod/shop/web-1: spec.nodeName: expected a string, found a number"
    QStringList takeProblems();
    /// Notes that the field at hand is not what it should be.
    void problem(const QString &what);
    void unexpected(const char *wanted, JsonType found);

    /// The type of a value, or nothing after an error.
    std::optional<JsonType> typeOf(JsonValue &value);
    /// True when the value is of that type; null counts as absent, any other type is a problem.
    bool expect(JsonValue &value, JsonType wanted, const char *name);

    /// A QString that equal texts share.
    QString text(std::string_view utf8);
    /// The Pod spec that equal specs share.
    PodSpecPtr share(PodSpec &&spec);

    template <typename Visit> void eachField(JsonValue &value, Visit visit);
    template <typename Visit> void eachField(JsonObject &object, Visit visit);
    template <typename Visit> void eachItem(JsonValue &value, Visit visit);

private:
    struct Step {
        std::string_view key; ///< empty for an item of a list
        int index = 0;
    };

    QString path() const;

    simdjson::error_code m_error = simdjson::SUCCESS;
    QString m_defaultNamespace;
    Kind m_kind = Kind::Unknown;
    QString m_subject;
    std::vector<Step> m_path;
    QStringList m_problems;
    int m_unlisted = 0;

    struct Shared {
        size_t hash = 0;
        QString text;
    };
    std::vector<Shared> m_texts;
    QHash<size_t, std::vector<PodSpecPtr>> m_specs;
};

template <typename Visit> void Reader::eachField(JsonObject &object, Visit visit)
{
    for (auto entry : object) {
        std::string_view key;
        JsonValue value;
        if (!succeeded(entry.unescaped_key().get(key)) || !succeeded(entry.value().get(value))) {
            return;
        }
        m_path.push_back({key, 0});
        visit(key, value);
        m_path.pop_back();
        if (failed()) {
            return;
        }
    }
}

template <typename Visit> void Reader::eachField(JsonValue &value, Visit visit)
{
    JsonObject object;
    if (expect(value, JsonType::object, "an object") && succeeded(value.get_object().get(object))) {
        eachField(object, visit);
    }
}

template <typename Visit> void Reader::eachItem(JsonValue &value, Visit visit)
{
    JsonArray array;
    if (!expect(value, JsonType::array, "a list") || !succeeded(value.get_array().get(array))) {
        return;
    }
    int index = 0;
    for (auto entry : array) {
        JsonValue item;
        if (!succeeded(entry.get(item))) {
            return;
        }
        m_path.push_back({{}, index++});
        visit(item);
        m_path.pop_back();
        if (failed()) {
            return;
        }
    }
}

/// How one field of a JSON object gets into a T.
template <typename T> struct JsonField {
    std::string_view key;
    void (*read)(Reader &reader, JsonValue &value, T &into);
};

/// Reads an object (JsonValue or JsonObject) by a table; fields that the table does not name are skipped unparsed.
template <typename T, size_t N, typename Source>
void readFields(Reader &reader, Source &source, T &into, const std::array<JsonField<T>, N> &table)
{
    reader.eachField(source, [&](std::string_view key, JsonValue &value) {
        for (const JsonField<T> &field : table) {
            if (field.key == key) {
                field.read(reader, value, into);
                return;
            }
        }
    });
}

void read(Reader &reader, JsonValue &value, QString &into);
void read(Reader &reader, JsonValue &value, bool &into);
void read(Reader &reader, JsonValue &value, int &into);
void read(Reader &reader, JsonValue &value, qint64 &into);
void read(Reader &reader, JsonValue &value, base::Timestamp &into);
void read(Reader &reader, JsonValue &value, QStringList &into);
void read(Reader &reader, JsonValue &value, Labels &into);
void read(Reader &reader, JsonValue &value, PortReference &into);
/// A list of quantities by name, kept as numbers.
void read(Reader &reader, JsonValue &value, Resources &into);
/// A list of quantities by name, kept as written.
void read(Reader &reader, JsonValue &value, std::map<QString, QString> &into);

/// A quantity as written: a string, or a bare number as YAML has it. Null QString when it is neither.
QString readQuantityText(Reader &reader, JsonValue &value);
/// A string that hardly another object has (a uid): not worth a place among the shared ones.
void readUnique(Reader &reader, JsonValue &value, QString &into);

template <typename T> void read(Reader &reader, JsonValue &value, std::optional<T> &into)
{
    T content{};
    const std::optional<JsonType> type = reader.typeOf(value);
    if (type && *type != JsonType::null) {
        read(reader, value, content);
        into = std::move(content);
    }
}

/// A list of objects. An item that is none is left out.
template <typename T> void read(Reader &reader, JsonValue &value, std::vector<T> &into)
{
    reader.eachItem(value, [&](JsonValue &item) {
        if (reader.expect(item, JsonType::object, "an object")) {
            read(reader, item, into.emplace_back());
        }
    });
}

template <typename Class, typename Type> Class classOf(Type Class::*);
template <auto Member> using ClassOf = decltype(classOf(Member));

/// A field that goes into a member of its own.
template <auto Member> constexpr JsonField<ClassOf<Member>> field(std::string_view key)
{
    return {key, [](Reader &reader, JsonValue &value, ClassOf<Member> &into) { read(reader, value, into.*Member); }};
}

/// A field that is an object whose own fields go into the same T ("spec", "status").
template <typename T, auto &Table> constexpr JsonField<T> nested(std::string_view key)
{
    return {key, [](Reader &reader, JsonValue &value, T &into) { readFields(reader, value, into, Table); }};
}

} // namespace faultline::model
