#include "core/model/jsonreader.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

constexpr size_t kSharedTexts = 1 << 14;
constexpr size_t kLongestSharedText = 200;
constexpr size_t kMostSpecsPerHash = 8;
constexpr int kMostProblemsPerObject = 20;
constexpr size_t kLongestTime = 40;

QString toText(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

const char *typeName(JsonType type)
{
    switch (type) {
    case JsonType::array:
        return "a list";
    case JsonType::object:
        return "an object";
    case JsonType::number:
        return "a number";
    case JsonType::string:
        return "a string";
    case JsonType::boolean:
        return "true or false";
    case JsonType::null:
        return "null";
    }
    return "something else";
}

bool getString(Reader &reader, JsonValue &value, std::string_view &into)
{
    return reader.expect(value, JsonType::string, "a string") && reader.succeeded(value.get_string().get(into));
}

/// Enough to tell templates apart; what it leaves out is compared when two hashes meet.
size_t hashOf(const PodSpec &spec)
{
    size_t hash = qHashMulti(0, spec.containers.size(), spec.initContainers.size(), spec.serviceAccountName,
                             spec.configReferences.size(), spec.volumes.size(), spec.tolerations.size());
    for (const Container &container : spec.containers) {
        hash = qHashMulti(hash, container.name, container.image, container.args, container.command);
    }
    for (const Volume &volume : spec.volumes) {
        hash = qHashMulti(hash, volume.name, volume.target);
    }
    for (const ConfigReference &reference : spec.configReferences) {
        hash = qHashMulti(hash, reference.name);
    }
    return hash;
}

} // namespace

bool Reader::succeeded(simdjson::error_code error)
{
    if (error != simdjson::SUCCESS && !failed()) {
        m_error = error;
    }
    return !failed();
}

void Reader::startDocument()
{
    m_error = simdjson::SUCCESS;
    m_path.clear();
    m_problems.clear();
    m_unlisted = 0;
}

void Reader::startObject(Kind kind)
{
    m_kind = kind;
    m_subject = kindName(kind);
}

bool Reader::settle(Metadata &meta)
{
    if (failed()) {
        return false;
    }
    if (!isNamespaced(m_kind)) {
        meta.nameSpace.clear();
    } else if (meta.nameSpace.isEmpty()) {
        meta.nameSpace = m_defaultNamespace;
    }
    m_subject = ObjectRef{m_kind, meta.nameSpace, meta.name.isEmpty() ? u"(no name)"_s : meta.name}.toString();
    if (meta.name.isEmpty()) {
        problem(u"metadata.name: missing, so it was left out"_s);
        return false;
    }
    return true;
}

QString Reader::path() const
{
    QString text;
    for (const Step &step : m_path) {
        if (step.key.empty()) {
            text += u'[' + QString::number(step.index) + u']';
        } else {
            text += (text.isEmpty() ? QString() : u"."_s) + toText(step.key.substr(0, kLongestSharedText));
        }
    }
    return text;
}

QStringList Reader::takeProblems()
{
    QStringList problems;
    for (const QString &each : std::as_const(m_problems)) {
        problems.append(m_subject + u": "_s + each);
    }
    if (m_unlisted > 0) {
        problems.append(u"%1: %2 more fields like that"_s.arg(m_subject).arg(m_unlisted));
    }
    m_problems.clear();
    m_unlisted = 0;
    return problems;
}

void Reader::problem(const QString &what)
{
    if (m_problems.size() >= kMostProblemsPerObject) {
        ++m_unlisted;
        return;
    }
    const QString place = path();
    m_problems.append(place.isEmpty() ? what : place + u": "_s + what);
}

void Reader::unexpected(const char *wanted, JsonType found)
{
    problem(u"expected %1, found %2"_s.arg(QLatin1StringView(wanted), QLatin1StringView(typeName(found))));
}

std::optional<JsonType> Reader::typeOf(JsonValue &value)
{
    JsonType type{};
    return succeeded(value.type().get(type)) ? std::optional(type) : std::nullopt;
}

bool Reader::expect(JsonValue &value, JsonType wanted, const char *name)
{
    const std::optional<JsonType> type = typeOf(value);
    if (type && *type != wanted && *type != JsonType::null) {
        unexpected(name, *type);
    }
    return type == wanted;
}

QString Reader::text(std::string_view utf8)
{
    if (utf8.empty()) {
        return u""_s;
    }
    if (utf8.size() > kLongestSharedText) {
        return toText(utf8);
    }
    m_texts.resize(kSharedTexts);
    const size_t hash = qHashBits(utf8.data(), utf8.size());
    Shared &place = m_texts[hash % kSharedTexts];
    const QUtf8StringView wanted(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (place.hash != hash || !QAnyStringView::equal(wanted, place.text)) {
        place = {hash, toText(utf8)};
    }
    return place.text;
}

PodSpecPtr Reader::share(PodSpec &&spec)
{
    std::vector<PodSpecPtr> &known = m_specs[hashOf(spec)];
    for (const PodSpecPtr &candidate : known) {
        if (*candidate == spec) {
            return candidate;
        }
    }
    if (known.size() >= kMostSpecsPerHash) {
        known.erase(known.begin());
    }
    known.push_back(std::make_shared<const PodSpec>(std::move(spec)));
    return known.back();
}

void read(Reader &reader, JsonValue &value, QString &into)
{
    std::string_view utf8;
    if (getString(reader, value, utf8)) {
        into = reader.text(utf8);
    }
}

void readUnique(Reader &reader, JsonValue &value, QString &into)
{
    std::string_view utf8;
    if (getString(reader, value, utf8)) {
        into = toText(utf8);
    }
}

void read(Reader &reader, JsonValue &value, bool &into)
{
    bool content = false;
    if (reader.expect(value, JsonType::boolean, "true or false") && reader.succeeded(value.get_bool().get(content))) {
        into = content;
    }
}

void read(Reader &reader, JsonValue &value, qint64 &into)
{
    int64_t content = 0;
    if (!reader.expect(value, JsonType::number, "a whole number")) {
        return;
    }
    // A fraction or a number that is too large is a problem of this field; the text around it is sound.
    if (value.get_int64().get(content) == simdjson::SUCCESS) {
        into = content;
    } else {
        reader.problem(u"expected a whole number"_s);
    }
}

void read(Reader &reader, JsonValue &value, int &into)
{
    qint64 content = into;
    read(reader, value, content);
    if (content > std::numeric_limits<int>::max() || content < std::numeric_limits<int>::min()) {
        reader.problem(u"the number is too large"_s);
    } else {
        into = static_cast<int>(content);
    }
}

void read(Reader &reader, JsonValue &value, base::Timestamp &into)
{
    std::string_view utf8;
    if (!getString(reader, value, utf8) || utf8.empty()) {
        return;
    }
    std::array<char16_t, kLongestTime> wide{};
    const size_t size = std::min(utf8.size(), wide.size());
    std::copy_n(utf8.begin(), size, wide.begin());
    into = base::Timestamp::parse(QStringView(wide.data(), static_cast<qsizetype>(size)));
    // Go's zero time is written as the year 1: absent, not wrong.
    if (!into.isValid() && !utf8.starts_with("0001-")) {
        reader.problem(u"expected a time like 2026-01-31T12:00:00Z"_s);
    }
}

void read(Reader &reader, JsonValue &value, QStringList &into)
{
    reader.eachItem(value, [&](JsonValue &item) {
        QString text;
        read(reader, item, text);
        if (!text.isNull()) {
            into.append(text);
        }
    });
}

void read(Reader &reader, JsonValue &value, Labels &into)
{
    reader.eachField(value, [&](std::string_view key, JsonValue &item) {
        const QString name = reader.text(key);
        QString text;
        read(reader, item, text);
        // A label of another type is left out: to take it for empty could make a selector match.
        if (!text.isNull()) {
            into.insert(name, text);
        }
    });
}

void read(Reader &reader, JsonValue &value, PortReference &into)
{
    const std::optional<JsonType> type = reader.typeOf(value);
    if (type == JsonType::string) {
        into = {};
        read(reader, value, into.name);
    } else if (type == JsonType::number) {
        into = {};
        read(reader, value, into.number);
    } else if (type && *type != JsonType::null) {
        reader.unexpected("a port number or name", *type);
    }
}

QString readQuantityText(Reader &reader, JsonValue &value)
{
    QString text;
    if (reader.typeOf(value) == JsonType::number) {
        return toText(value.raw_json_token()).trimmed();
    }
    read(reader, value, text);
    return text;
}

void read(Reader &reader, JsonValue &value, Resources &into)
{
    reader.eachField(value, [&](std::string_view key, JsonValue &item) {
        const QString name = reader.text(key);
        const QString text = readQuantityText(reader, item);
        const std::optional<base::Quantity> quantity = base::Quantity::parse(text);
        if (quantity) {
            into.insert_or_assign(name, *quantity);
        } else if (!text.isNull()) {
            reader.problem(u"expected a quantity like 500m or 64Mi"_s);
        }
    });
}

void read(Reader &reader, JsonValue &value, std::map<QString, QString> &into)
{
    reader.eachField(value, [&](std::string_view key, JsonValue &item) {
        const QString name = reader.text(key);
        const QString text = readQuantityText(reader, item);
        if (!text.isNull()) {
            into.insert_or_assign(name, text);
        }
    });
}

} // namespace faultline::model
