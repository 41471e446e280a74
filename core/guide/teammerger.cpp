#include "core/guide/teammerger.h"

#include "core/base/yamldoor.h"
#include "core/guide/condition.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

constexpr std::array kEdges{&Node::yes, &Node::no, &Node::unknown, &Node::next};

std::optional<Edge> Node::*edgeOf(const QString &word)
{
    constexpr std::array words{"yes"_L1, "no"_L1, "unknown"_L1, "next"_L1};
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == words[i])
            return kEdges[i];
    }
    return nullptr;
}

} // namespace

TeamMerger::TeamMerger(const Guide &into, const GuideText &file, const TurnedEdges &turned)
    : m_guide(into), m_file(file), m_complaints(file.name, file.text), m_gaps(programsGaps()), m_turned(turned)
{
}

std::optional<Guide> TeamMerger::merge()
{
    readDocuments();
    collectFacts();
    for (size_t i = 0; i < m_documents.size(); ++i) {
        readNodes(m_documents[i], static_cast<int>(i));
        readInsertions(m_documents[i], static_cast<int>(i));
    }
    if (m_spots.isEmpty() && m_complaints.isEmpty())
        m_complaints.add({}, u"no node stands in this file"_s);
    for (const Insertion &insertion : m_insertions)
        insert(insertion);
    validateMerged();
    return m_complaints.isEmpty() ? std::optional(m_guide) : std::nullopt;
}

void TeamMerger::readDocuments()
{
    const auto documents = base::yamlToJson(m_file.text, {.depth = 64, .events = 500'000, .outputBytes = 16'000'000});
    if (!documents)
        return m_complaints.addUnreadable(documents.error());
    m_complaints.addRepeatedKeys();
    for (const QByteArray &json : *documents) {
        const QJsonObject document = QJsonDocument::fromJson(json).object();
        const Spot root{static_cast<int>(m_documents.size()), {}};
        m_documents.push_back(document);
        if (document.isEmpty())
            m_complaints.add(root, u"a guide file is a mapping with nodes and insert"_s);
        for (const QString &key : document.keys()) {
            if (key != "nodes"_L1 && key != "insert"_L1 && key != "version"_L1)
                m_complaints.addAtKey(root.in(key), u"unknown word \"%1\"; known are nodes and insert"_s.arg(key));
        }
    }
}

/// The names come first: a text may use the facts of any node of its file. A name of the program's own would change
/// what the built-in leaves say.
void TeamMerger::collectFacts()
{
    QSet<QString> own;
    for (size_t i = 0; i < m_documents.size(); ++i) {
        const QJsonArray nodes = m_documents[i]["nodes"_L1].toArray();
        for (qsizetype n = 0; n < nodes.size(); ++n) {
            const Spot facts = Spot{static_cast<int>(i), {}}.in(u"nodes"_s).at(n).in(u"facts"_s);
            for (const QString &name : nodes[n]["facts"_L1].toObject().keys()) {
                if (m_gaps.contains(name)) {
                    m_complaints.addAtKey(facts.in(name),
                                          u"the program itself fills {%1}: choose another name"_s.arg(name));
                }
                own.insert(name);
            }
        }
    }
    for (const Node &node : m_guide.nodes()) {
        for (const Capture &capture : node.teamCheck ? node.teamCheck->facts : std::vector<Capture>())
            own.insert(capture.name);
    }
    m_gaps.unite(own);
}

void TeamMerger::readNodes(const QJsonObject &document, int index)
{
    const Spot spot = Spot{index, {}}.in(u"nodes"_s);
    if (document.contains("nodes"_L1) && !document["nodes"_L1].isArray())
        m_complaints.add(spot, u"nodes is a list"_s);
    NodeReader reader(m_complaints, NodeReader::Kind::Teams, m_gaps);
    const QJsonArray nodes = document["nodes"_L1].toArray();
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (auto read = reader.read(nodes[i], spot.at(i)))
            addNode(*std::move(read));
    }
}

void TeamMerger::addNode(ReadNode read)
{
    checkId(read);
    const NodeId id = read.node.id;
    if (m_guide.find(id) != nullptr)
        return;
    read.node.origin = {u"team"_s};
    read.node.file = m_file.name.section(u'/', -1);
    if (!read.hasLayer)
        m_withoutLayer.insert(id);
    m_spots.insert(id, read.spot);
    m_guide.m_index.insert(id, m_guide.m_nodes.size());
    m_guide.m_nodes.push_back(std::move(read.node));
}

void TeamMerger::checkId(const ReadNode &read)
{
    static const QRegularExpression plain(u"\\A[A-Za-z][A-Za-z0-9_-]*\\z"_s);
    const NodeId &id = read.node.id;
    const Spot spot = read.spot.in(u"id"_s);
    if (!plain.match(id).hasMatch() || id == "ASK"_L1 || id == "CONTINUE"_L1)
        m_complaints.add(spot, u"\"%1\" is no id: letters, digits, _ and -, a letter first"_s.arg(id));
    const Node *known = m_guide.find(id);
    if (m_spots.contains(id)) {
        m_complaints.add(spot, u"%1: this id stands twice"_s.arg(id));
    } else if (known != nullptr) {
        m_complaints.add(
            spot, u"%1: %2 has a node of this id"_s.arg(id, known->isTeams() ? known->file : u"the built-in guide"_s));
    }
}

void TeamMerger::readInsertions(const QJsonObject &document, int index)
{
    const Spot spot = Spot{index, {}}.in(u"insert"_s);
    const QJsonValue value = document["insert"_L1];
    if (value.isObject())
        return readInsertion(value, spot);
    if (!value.isUndefined() && !value.isArray())
        m_complaints.add(spot, u"insert is a list of {before: NODE, node: ID} or {at: NODE/yes, node: ID}"_s);
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
        readInsertion(list[i], spot.at(i));
}

void TeamMerger::readInsertion(const QJsonValue &value, const Spot &spot)
{
    const QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        if (key != "before"_L1 && key != "at"_L1 && key != "node"_L1)
            m_complaints.addAtKey(spot.in(key), u"unknown word \"%1\"; known are before, at and node"_s.arg(key));
    }
    Insertion insertion;
    insertion.spot = spot;
    insertion.node = object["node"_L1].toString();
    const bool isKnown = m_spots.contains(insertion.node);
    if (!isKnown)
        m_complaints.add(spot.in(u"node"_s), u"\"%1\" is no node of this file"_s.arg(insertion.node));
    if (readPoint(object, insertion) && isKnown)
        m_insertions.push_back(std::move(insertion));
}

bool TeamMerger::readPoint(const QJsonObject &object, Insertion &into)
{
    into.before = object["before"_L1].toString();
    const QString at = object["at"_L1].toString();
    if (into.before.isEmpty() == at.isEmpty()) {
        m_complaints.add(into.spot, u"needs either before: NODE or at: NODE/yes"_s);
        return false;
    }
    if (!at.isEmpty())
        readEdgeName(at, into);
    const QString &point = into.before.isEmpty() ? into.at : into.before;
    const Node *node = m_guide.find(point);
    const Spot spot = into.spot.in(into.before.isEmpty() ? u"at"_s : u"before"_s);
    if (node == nullptr || m_spots.contains(point)) {
        m_complaints.add(spot, node ? u"\"%1\" is of this very file: lead to it by an edge"_s.arg(point)
                                    : u"there is no node \"%1\" to put something at"_s.arg(point));
        return false;
    }
    if (!into.before.isEmpty())
        return true;
    if (into.edge == nullptr || !(node->*into.edge)) {
        m_complaints.add(spot, u"%1 has no edge \"%2\""_s.arg(point, into.edgeWord));
        return false;
    }
    if ((node->*into.edge)->ask) {
        m_complaints.add(spot, u"%1 asks a person there: nothing can follow; put it before %1"_s.arg(point));
        return false;
    }
    return true;
}

void TeamMerger::readEdgeName(const QString &word, Insertion &into)
{
    into.at = word.section(u'/', 0, 0);
    into.edgeWord = word.section(u'/', 1);
    into.edge = edgeOf(into.edgeWord);
}

template <typename Belongs> QSet<NodeId> TeamMerger::nodesFrom(const NodeId &id, const Belongs &belongs) const
{
    QSet<NodeId> reached;
    QStringList open{id};
    while (!open.isEmpty()) {
        const NodeId next = open.takeLast();
        if (reached.contains(next) || !belongs(next))
            continue;
        reached.insert(next);
        for (const auto edge : kEdges) {
            if (m_guide.node(next).*edge)
                open.append((m_guide.node(next).*edge)->to);
        }
    }
    return reached;
}

QSet<NodeId> TeamMerger::ownNodesFrom(const NodeId &id) const
{
    return nodesFrom(id, [this](const NodeId &each) { return m_spots.contains(each); });
}

Node *TeamMerger::nodeOf(const NodeId &id) { return &m_guide.m_nodes[m_guide.m_index.value(id)]; }

void TeamMerger::insert(const Insertion &insertion)
{
    const QSet<NodeId> own = ownNodesFrom(insertion.node);
    settleLayers(insertion, own);
    insertion.before.isEmpty() ? insertAt(insertion, own) : insertBefore(insertion, own);
}

void TeamMerger::settleLayers(const Insertion &insertion, const QSet<NodeId> &own)
{
    const Layer layer = m_guide.node(insertion.before.isEmpty() ? insertion.at : insertion.before).layer;
    for (const NodeId &id : own) {
        if (m_withoutLayer.remove(id))
            nodeOf(id)->layer = layer;
    }
}

void TeamMerger::insertBefore(const Insertion &insertion, const QSet<NodeId> &own)
{
    bool found = takeEntries(insertion);
    for (Node &node : m_guide.m_nodes) {
        if (own.contains(node.id))
            continue;
        for (const auto edge : kEdges) {
            if (node.*edge && (node.*edge)->to == insertion.before) {
                (node.*edge)->to = insertion.node;
                found = true;
            }
        }
    }
    if (!found)
        m_complaints.add(insertion.spot.in(u"before"_s), u"no edge leads to \"%1\""_s.arg(insertion.before));
    continueTo(insertion.before, own);
}

/// Where a layer's walk begins is a way to that node, too. The walk's layer is that of its first node.
bool TeamMerger::takeEntries(const Insertion &insertion)
{
    bool found = false;
    const auto take = [&](NodeId &entry) {
        if (entry != insertion.before)
            return;
        entry = insertion.node;
        found = true;
    };
    take(m_guide.m_root);
    for (auto *entries : {&m_guide.m_entries, &m_guide.m_loneEntries}) {
        for (auto &[layer, entry] : *entries)
            take(entry);
    }
    for (auto &[kind, entry] : m_guide.m_kindEntries)
        take(entry);
    const Node &first = m_guide.node(insertion.node);
    if (found && first.layer != m_guide.node(insertion.before).layer) {
        m_complaints.add(spotOf(first.id).in(u"layer"_s),
                         u"%1: stands where the layer %2 begins and has to be of it"_s.arg(
                             first.id, layerId(m_guide.node(insertion.before).layer)));
    }
    return found;
}

void TeamMerger::insertAt(const Insertion &insertion, const QSet<NodeId> &own)
{
    Edge &edge = *(nodeOf(insertion.at)->*insertion.edge);
    const QString name = insertion.at + u'/' + insertion.edgeWord;
    const NodeId before = m_turned.value(name);
    if (!before.isEmpty() && insertBehind(insertion, edge.to, before))
        return continueTo(before, own);
    const NodeId target = std::exchange(edge.to, insertion.node);
    m_turned.insert(name, target);
    continueTo(target, own);
}

/// Behind the questions that stand on that edge already: what leads on from them leads to this one.
bool TeamMerger::insertBehind(const Insertion &insertion, const NodeId &first, const NodeId &target)
{
    bool found = false;
    const auto isTeams = [this](const NodeId &id) { return m_guide.find(id) != nullptr && m_guide.node(id).isTeams(); };
    for (const NodeId &id : nodesFrom(first, isTeams)) {
        for (const auto edge : kEdges) {
            auto &each = nodeOf(id)->*edge;
            if (each && each->passesOn && each->to == target) {
                each->to = insertion.node;
                found = true;
            }
        }
    }
    return found;
}

void TeamMerger::continueTo(const NodeId &target, const QSet<NodeId> &own)
{
    for (const NodeId &id : own) {
        constexpr std::array words{"yes"_L1, "no"_L1, "unknown"_L1, "next"_L1};
        for (size_t i = 0; i < kEdges.size(); ++i) {
            auto &edge = nodeOf(id)->*kEdges[i];
            if (!edge || !edge->passesOn)
                continue;
            const NodeId before = m_continuesTo.value(id);
            if (!before.isEmpty() && before != target) {
                m_complaints.add(
                    spotOf(id).in(u"edges"_s).in(words[i]),
                    u"%1: CONTINUE could lead to %2 or to %3 here: name the node"_s.arg(id, before, target));
                continue;
            }
            edge->to = target;
        }
        m_continuesTo.insert(id, target);
    }
}

void TeamMerger::validateMerged()
{
    std::vector<Flaw> flaws;
    QSet<NodeId> own;
    for (const Node &node : m_guide.nodes()) {
        if (!m_spots.contains(node.id))
            continue;
        own.insert(node.id);
        for (Flaw &flaw : flawsOf(m_guide, node, m_gaps))
            flaws.push_back(std::move(flaw));
    }
    // Ways make no sense while something is missing on them.
    if (flaws.empty() && m_complaints.isEmpty())
        flaws = flawsOfWays(m_guide, own);
    for (const Flaw &flaw : flaws) {
        Spot spot = spotOf(flaw.node);
        for (const QString &member : flaw.member)
            spot = spot.in(member);
        m_complaints.add(spot, flaw.node + u": "_s + flaw.detail, flaw.offset);
    }
}

} // namespace faultline::guide
