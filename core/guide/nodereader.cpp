#include "core/guide/nodereader.h"

#include "core/guide/conditionreader.h"

#include <QtCore/QJsonArray>

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

const QStringList &nodeWords()
{
    static const QStringList words{u"id"_s,      u"layer"_s, u"type"_s,    u"text"_s,   u"short"_s, u"help"_s,
                                   u"command"_s, u"check"_s, u"when"_s,    u"facts"_s,  u"spine"_s, u"follows"_s,
                                   u"edges"_s,   u"title"_s, u"why"_s,     u"causes"_s, u"fix"_s,   u"commands"_s,
                                   u"patch"_s,   u"read"_s,  u"verdict"_s, u"blames"_s};
    return words;
}

/// What a team need not write: it shows in what else the node has.
NodeType presumedType(const QJsonObject &object)
{
    if (object.contains("when"_L1) || object.contains("check"_L1))
        return NodeType::Check;
    return object.contains("edges"_L1) ? NodeType::Action : NodeType::Resolution;
}

} // namespace

QString layerId(Layer layer) { return kLayerIds[static_cast<size_t>(layer)]; }

QString typeId(NodeType type) { return kTypeIds[static_cast<size_t>(type)]; }

QString verdictId(LeafVerdict verdict) { return kVerdictIds[static_cast<size_t>(verdict)]; }

std::optional<Layer> layerFromId(const QString &id) { return enumOf<Layer>(kLayerIds, id); }

NodeReader::NodeReader(Complaints &complaints, Kind kind, const QSet<QString> &gaps)
    : m_complaints(complaints), m_kind(kind), m_gaps(gaps)
{
}

/// Complaints begin with the node's id: the built-in guide's have no other place.
void NodeReader::fail(const Spot &spot, const QString &detail)
{
    m_complaints.add(spot, (m_node.id.isEmpty() ? u"a node"_s : m_node.id) + u": "_s + detail);
}

std::optional<ReadNode> NodeReader::read(const QJsonValue &value, const Spot &spot)
{
    m_node = {};
    const QJsonObject object = value.toObject();
    ReadNode result;
    result.spot = spot;
    m_node.id = object["id"_L1].toString();
    if (m_kind == Kind::Teams) {
        for (const QString &key : object.keys()) {
            if (!nodeWords().contains(key))
                m_complaints.addAtKey(spot.in(key), u"%1: unknown word \"%2\""_s.arg(m_node.id, key));
        }
    }
    if (!readBasics(object, result))
        return std::nullopt;
    for (const QJsonValue &origin : object["origin"_L1].toArray())
        m_node.origin.append(origin.toString());
    readTexts(object, spot);
    readQuestion(object, spot);
    if (object.contains("edges"_L1))
        readEdges(object["edges"_L1], spot.in(u"edges"_s));
    if (m_node.type == NodeType::Resolution)
        readLeaf(object, spot);
    result.node = std::move(m_node);
    return result;
}

bool NodeReader::readBasics(const QJsonObject &object, ReadNode &into)
{
    const bool isTeams = m_kind == Kind::Teams;
    const auto layer = layerFromId(object["layer"_L1].toString());
    auto type = enumOf<NodeType>(kTypeIds, object["type"_L1].toString());
    into.hasLayer = object.contains("layer"_L1) || !isTeams;
    if (isTeams && !object.contains("type"_L1))
        type = presumedType(object);
    if (!m_node.id.isEmpty() && type && (layer || !into.hasLayer)) {
        m_node.layer = layer.value_or(Layer::Rollout);
        m_node.type = *type;
        return true;
    }
    if (isTeams && m_node.id.isEmpty()) {
        fail(into.spot, u"a node needs an id"_s);
    } else if (isTeams && !type) {
        fail(into.spot.in(u"type"_s), u"type is question, check, action or resolution"_s);
    } else if (isTeams) {
        fail(into.spot.in(u"layer"_s), u"layer is rollout, pods, service, ingress, gateway or exposure"_s);
    } else {
        fail(into.spot, u"a node needs id, layer and type"_s);
    }
    return false;
}

void NodeReader::readTexts(const QJsonObject &object, const Spot &spot)
{
    m_node.text = readText(object["text"_L1], spot.in(u"text"_s));
    if (m_kind == Kind::Teams && m_node.text.isEmpty())
        m_node.text = readText(object["title"_L1], spot.in(u"title"_s));
    m_node.shortText = readText(object["short"_L1], spot.in(u"short"_s));
    m_node.help = readText(object["help"_L1], spot.in(u"help"_s));
    m_node.command = object["command"_L1].toString();
    m_node.spine = object["spine"_L1].toBool();
    m_node.follows = object["follows"_L1].toBool();
    m_node.role = object["role"_L1].toString();
}

void NodeReader::readQuestion(const QJsonObject &object, const Spot &spot)
{
    m_node.checkId = object["check"_L1].toString();
    m_node.trial = object["trial"_L1].toBool();
    if (m_kind != Kind::Teams)
        return;
    const bool hasWhen = object.contains("when"_L1);
    if (!hasWhen) {
        if (object.contains("facts"_L1)) {
            m_complaints.addAtKey(spot.in(u"facts"_s),
                                  u"%1: facts belong to a question with \"when\""_s.arg(m_node.id));
        }
        return;
    }
    if (object.contains("check"_L1))
        fail(spot, u"has both \"check\" and \"when\""_s);
    ConditionReader reader(m_complaints, m_gaps);
    auto check = std::make_shared<TeamCheck>();
    check->when = reader.readCondition(object["when"_L1], spot.in(u"when"_s));
    if (object.contains("facts"_L1))
        check->facts = reader.readFacts(object["facts"_L1], spot.in(u"facts"_s));
    m_node.teamCheck = std::move(check);
}

void NodeReader::readEdges(const QJsonValue &value, const Spot &spot)
{
    const QJsonObject edges = value.toObject();
    for (auto it = edges.begin(); it != edges.end(); ++it) {
        const Edge edge = readEdge(it.value(), spot.in(it.key()));
        // A plain yes or no is a boolean in YAML, a key too.
        if (it.key() == "yes"_L1 || it.key() == "true"_L1) {
            m_node.yes = edge;
        } else if (it.key() == "no"_L1 || it.key() == "false"_L1) {
            m_node.no = edge;
        } else if (it.key() == "unknown"_L1) {
            m_node.unknown = edge;
        } else if (it.key() == "next"_L1) {
            m_node.next = edge;
        } else {
            fail(spot.in(it.key()), u"an edge is yes, no, unknown or next"_s);
        }
    }
}

Edge NodeReader::readEdge(const QJsonValue &value, const Spot &spot)
{
    Edge edge;
    edge.to = value.isObject() ? value["to"_L1].toString() : value.toString();
    edge.ask = edge.to == "ASK"_L1;
    edge.passesOn = m_kind == Kind::Teams && edge.to == "CONTINUE"_L1;
    if (edge.ask || edge.passesOn) {
        edge.to.clear();
    } else if (edge.to.isEmpty()) {
        fail(spot, u"leads nowhere"_s);
    }
    const QString certainty = value["certainty"_L1].toString();
    if (certainty == "suspected"_L1) {
        edge.certainty = Certainty::Suspected;
    } else if (!certainty.isEmpty()) {
        fail(spot, u"certainty can only be \"suspected\""_s);
    }
    edge.note = value["note"_L1].toString();
    return edge;
}

void NodeReader::readLeaf(const QJsonObject &object, const Spot &spot)
{
    const bool presumesFix = m_kind == Kind::Teams && !object.contains("verdict"_L1);
    const auto verdict = enumOf<LeafVerdict>(kVerdictIds, presumesFix ? u"fix"_s : object["verdict"_L1].toString());
    if (!verdict) {
        return fail(spot.in(u"verdict"_s),
                    u"a resolution needs a verdict: fix, wait, suspect, external, intended, done or stuck"_s);
    }
    m_node.verdict = *verdict;
    m_node.blames = object["blames"_L1].toString();
    m_node.leaf.title = readText(object["title"_L1], spot.in(u"title"_s));
    m_node.leaf.why = readText(object["why"_L1], spot.in(u"why"_s));
    m_node.leaf.causes = readTextList(object["causes"_L1], spot.in(u"causes"_s));
    m_node.leaf.fix = readTextList(object["fix"_L1], spot.in(u"fix"_s));
    m_node.leaf.commands = readLines(object["commands"_L1], spot.in(u"commands"_s));
    m_node.leaf.read = readLines(object["read"_L1], spot.in(u"read"_s));
    m_node.leaf.patch = object["patch"_L1].toString();
}

/// A team may write one step or line without a list around it.
std::vector<base::LocalizedText> NodeReader::readTextList(const QJsonValue &value, const Spot &spot)
{
    std::vector<base::LocalizedText> texts;
    if (m_kind == Kind::Teams && !value.isArray() && !value.isUndefined()) {
        texts.push_back(readText(value, spot));
        return texts;
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        texts.push_back(readText(array[i], spot.at(i)));
    return texts;
}

std::vector<QString> NodeReader::readLines(const QJsonValue &value, const Spot &spot)
{
    std::vector<QString> lines;
    if (m_kind == Kind::Teams && value.isString())
        lines.push_back(value.toString());
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        lines.push_back(array[i].toString());
        if (lines.back().isEmpty())
            fail(spot.at(i), u"is no text"_s);
    }
    return lines;
}

base::LocalizedText NodeReader::readText(const QJsonValue &value, const Spot &spot)
{
    if (value.isUndefined())
        return {};
    base::LocalizedText text{value["en"_L1].toString().trimmed(), value["zh"_L1].toString().trimmed()};
    if (m_kind == Kind::BuiltIn) {
        if (text.en.isEmpty() || text.zh.isEmpty())
            fail(spot, u"needs both languages: en and zh (%1)"_s.arg(spot.pointer.section(u'/', 1)));
        return text;
    }
    if (!value.isObject())
        text.en = value.toVariant().toString().trimmed();
    if (text.en.isEmpty())
        text.en = text.zh;
    if (text.zh.isEmpty())
        text.zh = text.en;
    if (text.isEmpty())
        fail(spot, u"a text is missing: write it, or {en: ..., zh: ...}"_s);
    return text;
}

} // namespace faultline::guide
