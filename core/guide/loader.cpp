#include "core/guide/loader.h"

#include "core/base/yamldoor.h"
#include "core/guide/validate.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

constexpr std::array kLayerIds{"rollout"_L1, "pods"_L1, "service"_L1, "ingress"_L1, "gateway"_L1, "exposure"_L1};
constexpr std::array kTypeIds{"question"_L1, "check"_L1, "action"_L1, "resolution"_L1};
constexpr std::array kVerdictIds{"fix"_L1,      "wait"_L1, "suspect"_L1, "external"_L1,
                                 "intended"_L1, "done"_L1, "stuck"_L1};

template <typename Enum, size_t Size>
std::optional<Enum> enumOf(const std::array<QLatin1StringView, Size> &ids, const QString &word)
{
    for (size_t i = 0; i < Size; ++i) {
        if (word == ids[i])
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

QString layerId(Layer layer) { return kLayerIds[static_cast<size_t>(layer)]; }

QString verdictId(LeafVerdict verdict) { return kVerdictIds[static_cast<size_t>(verdict)]; }

base::Result<Guide> Guide::load(const std::vector<QByteArray> &yamlTexts) { return GuideLoader().load(yamlTexts); }

base::Result<Guide> Guide::loadBuiltIn()
{
    std::vector<QByteArray> texts;
    const QDir folder(u":/faultline/guide"_s);
    for (const QString &name : folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return base::failure(base::Error::Kind::File, file.errorString(), name);
        texts.push_back(file.readAll());
    }
    return load(texts);
}

base::Result<Guide> GuideLoader::load(const std::vector<QByteArray> &yamlTexts)
{
    for (const QByteArray &text : yamlTexts) {
        const auto documents = base::yamlToJson(text);
        if (!documents)
            return tl::unexpected(documents.error());
        for (const QByteArray &json : *documents)
            readDocument(QJsonDocument::fromJson(json).object());
    }
    if (!m_error)
        m_error = validate(m_guide);
    if (m_error)
        return tl::unexpected(*m_error);
    return std::move(m_guide);
}

void GuideLoader::readDocument(const QJsonObject &document)
{
    if (document.contains("root"_L1))
        readMeta(document);
    const QJsonArray nodes = document["nodes"_L1].toArray();
    for (const QJsonValue &value : nodes)
        readNode(value.toObject());
}

void GuideLoader::readMeta(const QJsonObject &document)
{
    m_guide.m_root = document["root"_L1].toString();
    readLayers(document);
    const auto readEntries = [this](const QJsonObject &entries, std::map<Layer, NodeId> &into) {
        for (auto it = entries.begin(); it != entries.end(); ++it) {
            if (const auto layer = enumOf<Layer>(kLayerIds, it.key())) {
                into[*layer] = it.value().toString();
            } else {
                fail(u"entries"_s, u"unknown layer \"%1\""_s.arg(it.key()));
            }
        }
    };
    readEntries(document["entries"_L1].toObject(), m_guide.m_entries);
    readEntries(document["lone_entries"_L1].toObject(), m_guide.m_loneEntries);
    readKindEntries(document["kind_entries"_L1].toObject());
}

void GuideLoader::readKindEntries(const QJsonObject &entries)
{
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        const model::Kind kind = model::kindFromName(it.key());
        if (kind == model::Kind::Unknown)
            return fail(u"kind_entries"_s, u"unknown kind \"%1\""_s.arg(it.key()));
        m_guide.m_kindEntries[kind] = it.value().toString();
    }
}

void GuideLoader::readLayers(const QJsonObject &document)
{
    const QJsonArray layers = document["layers"_L1].toArray();
    for (const QJsonValue &value : layers) {
        const QString id = value["id"_L1].toString();
        const auto layer = enumOf<Layer>(kLayerIds, id);
        if (!layer)
            return fail(u"layers"_s, u"unknown layer \"%1\""_s.arg(id));
        m_guide.m_layers.push_back({*layer, id, readText(value["text"_L1], u"layer "_s + id)});
    }
}

void GuideLoader::readNode(const QJsonObject &object)
{
    Node node;
    node.id = object["id"_L1].toString();
    const auto layer = enumOf<Layer>(kLayerIds, object["layer"_L1].toString());
    const auto type = enumOf<NodeType>(kTypeIds, object["type"_L1].toString());
    if (node.id.isEmpty() || !layer || !type)
        return fail(node.id, u"a node needs id, layer and type"_s);
    if (m_guide.m_index.contains(node.id))
        return fail(node.id, u"this id stands twice"_s);
    node.layer = *layer;
    node.type = *type;
    for (const QJsonValue &origin : object["origin"_L1].toArray())
        node.origin.append(origin.toString());
    node.text = readText(object["text"_L1], node.id + u" text"_s);
    node.shortText = readText(object["short"_L1], node.id + u" short"_s);
    node.help = readText(object["help"_L1], node.id + u" help"_s);
    node.command = object["command"_L1].toString();
    node.checkId = object["check"_L1].toString();
    node.trial = object["trial"_L1].toBool();
    node.spine = object["spine"_L1].toBool();
    node.follows = object["follows"_L1].toBool();
    node.role = object["role"_L1].toString();
    readEdges(node, object["edges"_L1].toObject());
    if (node.type == NodeType::Resolution)
        readLeaf(node, object);
    m_guide.m_index.insert(node.id, m_guide.m_nodes.size());
    m_guide.m_nodes.push_back(std::move(node));
}

void GuideLoader::readEdges(Node &node, const QJsonObject &edges)
{
    for (auto it = edges.begin(); it != edges.end(); ++it) {
        const QString where = node.id + u" edge "_s + it.key();
        const Edge edge = readEdge(it.value(), where);
        if (it.key() == "yes"_L1) {
            node.yes = edge;
        } else if (it.key() == "no"_L1) {
            node.no = edge;
        } else if (it.key() == "unknown"_L1) {
            node.unknown = edge;
        } else if (it.key() == "next"_L1) {
            node.next = edge;
        } else {
            fail(where, u"an edge is yes, no, unknown or next"_s);
        }
    }
}

Edge GuideLoader::readEdge(const QJsonValue &value, const QString &where)
{
    Edge edge;
    edge.to = value.isObject() ? value["to"_L1].toString() : value.toString();
    edge.ask = edge.to == "ASK"_L1;
    if (edge.ask) {
        edge.to.clear();
    } else if (edge.to.isEmpty()) {
        fail(where, u"leads nowhere"_s);
    }
    const QString certainty = value["certainty"_L1].toString();
    if (certainty == "suspected"_L1) {
        edge.certainty = Certainty::Suspected;
    } else if (!certainty.isEmpty()) {
        fail(where, u"certainty can only be \"suspected\""_s);
    }
    edge.note = value["note"_L1].toString();
    return edge;
}

void GuideLoader::readLeaf(Node &node, const QJsonObject &object)
{
    const auto verdict = enumOf<LeafVerdict>(kVerdictIds, object["verdict"_L1].toString());
    if (!verdict)
        return fail(node.id, u"a resolution needs a verdict: fix, wait, suspect, external, intended, done or stuck"_s);
    node.verdict = *verdict;
    node.blames = object["blames"_L1].toString();
    node.leaf.title = readText(object["title"_L1], node.id + u" title"_s);
    node.leaf.why = readText(object["why"_L1], node.id + u" why"_s);
    for (const QJsonValue &cause : object["causes"_L1].toArray())
        node.leaf.causes.push_back(readText(cause, node.id + u" causes"_s));
    for (const QJsonValue &address : object["read"_L1].toArray())
        node.leaf.read.push_back(address.toString());
    for (const QJsonValue &step : object["fix"_L1].toArray())
        node.leaf.fix.push_back(readText(step, node.id + u" fix"_s));
    for (const QJsonValue &command : object["commands"_L1].toArray())
        node.leaf.commands.push_back(command.toString());
    node.leaf.patch = object["patch"_L1].toString();
}

base::LocalizedText GuideLoader::readText(const QJsonValue &value, const QString &where)
{
    if (value.isUndefined())
        return {};
    base::LocalizedText text{value["en"_L1].toString().trimmed(), value["zh"_L1].toString().trimmed()};
    if (text.en.isEmpty() || text.zh.isEmpty())
        fail(where, u"needs both languages: en and zh"_s);
    return text;
}

void GuideLoader::fail(const QString &where, const QString &detail)
{
    if (!m_error)
        m_error = base::Error{base::Error::Kind::Malformed, detail, u"guide: "_s + where};
}

} // namespace faultline::guide
