#include "core/model/decode.h"

#include "core/model/clusterparts.h"
#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

constexpr int kDeepestList = 8;          ///< a List in a List in a List ...
constexpr qsizetype kMostWarnings = 200; ///< per document

/// By Kind.
constexpr std::array<ObjectReader, kKindCount> kObjectReaders{
    nullptr,       takePod,          takeWorkload,       takeWorkload,       takeWorkload,      takeWorkload,
    takeWorkload,  takeWorkload,     takeWorkload,       takeService,        takeEndpoints,     takeEndpointSlice,
    takeIngress,   takeIngressClass, takeNetworkPolicy,  takeNode,           takeNamespace,     takeEvent,
    takeConfigMap, takeSecret,       takeServiceAccount, takeClaim,          takeVolume,        takeStorageClass,
    takeQuota,     takeLimitRange,   takeAutoscaler,     takeRoute,          takeRoute,         takeRoute,
    takeRoute,     takeGateway,      takeGatewayClass,   takeReferenceGrant, takeResourceClaim, takeDisruptionBudget,
};

/// What an object or list says that it is.
struct TypeMeta {
    QString apiVersion;
    QString kind;

    bool isList() const { return kind.endsWith("List"_L1); }
};

base::Error::Kind errorKind(simdjson::error_code error)
{
    const bool large = error == simdjson::CAPACITY || error == simdjson::MEMALLOC;
    return large ? base::Error::Kind::TooLarge : base::Error::Kind::Malformed;
}

/// simdjson quotes nothing of the document in its messages.
tl::unexpected<base::Error> unreadable(simdjson::error_code error)
{
    return base::failure(errorKind(error),
                         u"not valid JSON: "_s + QString::fromUtf8(simdjson::error_message(error)).trimmed());
}

} // namespace

class Decoder::Private
{
public:
    Private(ClusterData &data, QString defaultNamespace) : into(data), reader(std::move(defaultNamespace)) {}

    base::Result<DecodeSummary> decode(const QByteArray &json, Kind metadataOf);

private:
    base::Result<DecodeSummary> decode(simdjson::padded_string_view json);
    TypeMeta typeMeta(JsonObject &object);
    QString stringAt(JsonObject &object, std::string_view key);
    void skip(JsonObject &object);
    bool isAtEnd(simdjson::ondemand::document &document);
    void takeRoot(JsonObject &object);
    void takeObject(JsonObject &object, const TypeMeta &type);
    void takeItems(JsonValue &items, const TypeMeta &itemType);
    void takeItem(JsonValue &item, const TypeMeta &itemType);
    void takeList(JsonObject &object, const TypeMeta &type);
    void readListMetadata(JsonValue &value);
    void keepWarnings();
    Kind kindOf(const TypeMeta &type) const;

    ClusterData &into;
    Reader reader;
    simdjson::ondemand::parser parser;
    ClusterData page; ///< what the document at hand holds: added to `into` when the whole of it was readable
    DecodeSummary summary;
    Kind metadataKind = Kind::Unknown;
    int depth = 0;
    bool anything = false;
};

/// kind and apiVersion may stand anywhere: this looks for them and goes back to the start of the object.
TypeMeta Decoder::Private::typeMeta(JsonObject &object)
{
    TypeMeta type;
    type.apiVersion = stringAt(object, "apiVersion");
    type.kind = stringAt(object, "kind");
    if (!reader.failed()) {
        reader.succeeded(object.reset().error());
    }
    return type;
}

QString Decoder::Private::stringAt(JsonObject &object, std::string_view key)
{
    if (reader.failed()) {
        return {};
    }
    JsonValue value;
    const simdjson::error_code error = object.find_field_unordered(key).get(value);
    if (error == simdjson::NO_SUCH_FIELD || !reader.succeeded(error)) {
        return {};
    }
    QString text;
    read(reader, value, text);
    return text;
}

Kind Decoder::Private::kindOf(const TypeMeta &type) const
{
    return type.kind == "PartialObjectMetadata"_L1 ? metadataKind : kindFrom(type.apiVersion, type.kind);
}

/// Nothing is kept, but the brackets are counted: text that ends too early is found out.
void Decoder::Private::skip(JsonObject &object)
{
    if (!reader.failed()) {
        reader.eachField(object, [](std::string_view, JsonValue &) {});
    }
}

bool Decoder::Private::isAtEnd(simdjson::ondemand::document &document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

void Decoder::Private::takeRoot(JsonObject &object)
{
    const TypeMeta type = typeMeta(object);
    if (reader.failed() || type.kind.isEmpty()) {
        skip(object);
        return;
    }
    anything = true;
    takeObject(object, type);
}

void Decoder::Private::takeObject(JsonObject &object, const TypeMeta &type)
{
    if (type.isList()) {
        takeList(object, type);
        return;
    }
    const Kind kind = kindOf(type);
    const ObjectReader take = kObjectReaders[static_cast<size_t>(kind)];
    if (!take) {
        ++summary.otherKinds[type.kind];
        skip(object);
        return;
    }
    reader.startObject(kind);
    if (take(reader, object, kind, page)) {
        ++summary.counts[kind];
    }
    keepWarnings();
}

void Decoder::Private::takeList(JsonObject &object, const TypeMeta &type)
{
    if (depth >= kDeepestList) {
        summary.warnings.append(
            u"Lists stand in each other more than %1 deep: the rest was left out"_s.arg(kDeepestList));
        skip(object);
        return;
    }
    // In a typed list the items carry no kind of their own; in a bare List each one does.
    const TypeMeta itemType{type.apiVersion, type.kind.chopped(4)};
    ++depth;
    reader.eachField(object, [&](std::string_view key, JsonValue &value) {
        if (key == "items") {
            takeItems(value, itemType);
        } else if (key == "metadata" && depth == 1) {
            readListMetadata(value);
        }
    });
    --depth;
}

void Decoder::Private::takeItems(JsonValue &items, const TypeMeta &itemType)
{
    reader.startObject(Kind::Unknown);
    reader.eachItem(items, [&](JsonValue &item) { takeItem(item, itemType); });
    keepWarnings();
}

void Decoder::Private::takeItem(JsonValue &item, const TypeMeta &itemType)
{
    JsonObject object;
    reader.startObject(itemType.kind.isEmpty() ? Kind::Unknown : kindOf(itemType));
    if (!reader.expect(item, JsonType::object, "an object") || !reader.succeeded(item.get_object().get(object))) {
        keepWarnings();
        return;
    }
    const TypeMeta type = itemType.kind.isEmpty() ? typeMeta(object) : itemType;
    if (reader.failed()) {
        return;
    }
    if (type.kind.isEmpty()) {
        reader.problem(u"an object without a kind was left out"_s);
        keepWarnings();
        return;
    }
    takeObject(object, type);
}

void Decoder::Private::readListMetadata(JsonValue &value)
{
    static constexpr std::array kFields{
        field<&DecodeSummary::continueToken>("continue"),
        field<&DecodeSummary::resourceVersion>("resourceVersion"),
    };
    readFields(reader, value, summary, kFields);
}

void Decoder::Private::keepWarnings()
{
    const QStringList problems = reader.takeProblems();
    if (summary.warnings.size() < kMostWarnings) {
        summary.warnings += problems;
    }
}

base::Result<DecodeSummary> Decoder::Private::decode(const QByteArray &json, Kind metadataOf)
{
    static_assert(kSlack >= simdjson::SIMDJSON_PADDING);
    static constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF", 3);
    metadataKind = metadataOf;
    const qsizetype skipped = json.startsWith(kByteOrderMark) ? kByteOrderMark.size() : 0;
    const char *begin = json.constData() + skipped;
    const auto size = static_cast<size_t>(json.size() - skipped);
    if (json.capacity() - json.size() >= kSlack) {
        return decode(simdjson::padded_string_view(begin, size, size + kSlack));
    }
    const simdjson::padded_string padded(begin, size);
    return decode(simdjson::padded_string_view(padded));
}

base::Result<DecodeSummary> Decoder::Private::decode(simdjson::padded_string_view json)
{
    summary = {};
    page = {};
    depth = 0;
    anything = false;
    reader.startDocument();
    simdjson::ondemand::document document;
    JsonObject root;
    if (reader.succeeded(parser.iterate(json).get(document)) && reader.succeeded(document.get_object().get(root))) {
        takeRoot(root);
    }
    if (reader.failed()) {
        return unreadable(reader.error());
    }
    if (!isAtEnd(document)) {
        return base::failure(base::Error::Kind::Malformed, u"not valid JSON: there is text behind the end"_s);
    }
    if (!anything) {
        return base::failure(base::Error::Kind::Malformed, u"not a Kubernetes object: it has no kind"_s);
    }
    append(std::move(page), into);
    return std::move(summary);
}

Decoder::Decoder(ClusterData &into, QString defaultNamespace)
    : d(std::make_unique<Private>(into, std::move(defaultNamespace)))
{
}

Decoder::~Decoder() = default;

base::Result<DecodeSummary> Decoder::decode(const QByteArray &json, Kind metadataOf)
{
    return d->decode(json, metadataOf);
}

} // namespace faultline::model
