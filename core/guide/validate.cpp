#include "core/guide/validate.h"

#include "core/guide/wording.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using Problem = std::optional<base::Error>;

Problem problem(const QString &where, const QString &detail)
{
    return base::Error{base::Error::Kind::Malformed, detail, u"guide: "_s + where};
}

std::vector<const Edge *> edgesOf(const Node &node)
{
    std::vector<const Edge *> edges;
    for (const auto *edge : {&node.yes, &node.no, &node.unknown, &node.next}) {
        if (edge->has_value())
            edges.push_back(&edge->value());
    }
    return edges;
}

Problem checkShape(const Node &node)
{
    if (node.text.isEmpty())
        return problem(node.id, u"has no text"_s);
    const bool asks = node.type == NodeType::Question || node.type == NodeType::Check;
    if (asks && !(node.yes && node.no && node.unknown && !node.next))
        return problem(node.id, u"a question needs the edges yes, no and unknown"_s);
    if (asks && checks::findCheck(node.checkId) == nullptr)
        return problem(node.id, u"there is no check \"%1\""_s.arg(node.checkId));
    if (asks && (node.yes->ask || node.no->ask))
        return problem(node.id, u"only the unknown edge can ask"_s);
    if (node.type == NodeType::Action && (!node.next || node.next->ask || node.yes || node.no || node.unknown))
        return problem(node.id, u"an action needs the edge next, and only that"_s);
    if (node.type == NodeType::Resolution && !edgesOf(node).empty())
        return problem(node.id, u"a resolution is the end: no edges"_s);
    if (node.type == NodeType::Resolution && node.verdict != LeafVerdict::Done &&
        (node.leaf.title.isEmpty() || node.leaf.why.isEmpty() || node.leaf.fix.empty()))
        return problem(node.id, u"a resolution needs title, why and fix"_s);
    return {};
}

Problem checkTargets(const Guide &guide, const Node &node)
{
    for (const Edge *edge : edgesOf(node)) {
        if (!edge->ask && guide.find(edge->to) == nullptr)
            return problem(node.id, u"leads to \"%1\", which is not there"_s.arg(edge->to));
        if (!edge->note.isEmpty() && guide.find(edge->note) == nullptr)
            return problem(node.id, u"notes \"%1\", which is not there"_s.arg(edge->note));
    }
    return {};
}

/// Depth first, with the nodes of the current way marked: meeting one of them again is a loop.
class Reach
{
public:
    explicit Reach(const Guide &guide) : m_guide(guide) {}

    Problem visit(const NodeId &id)
    {
        if (m_open.contains(id))
            return problem(id, u"is part of a loop"_s);
        if (m_done.contains(id))
            return {};
        m_open.insert(id);
        for (const Edge *edge : edgesOf(m_guide.node(id))) {
            if (!edge->note.isEmpty())
                m_done.insert(edge->note);
            if (edge->ask)
                continue;
            if (auto found = visit(edge->to))
                return found;
        }
        m_open.remove(id);
        m_done.insert(id);
        return {};
    }

    bool reached(const NodeId &id) const { return m_done.contains(id); }

private:
    const Guide &m_guide;
    QSet<NodeId> m_open, m_done;
};

Problem checkReach(const Guide &guide)
{
    Reach reach(guide);
    QStringList starts{guide.root()};
    for (const LayerInfo &layer : guide.layers()) {
        starts += guide.entry(layer.layer);
        starts += guide.loneEntry(layer.layer);
    }
    for (const auto &[kind, node] : guide.kindEntries())
        starts += node;
    for (const NodeId &start : std::as_const(starts)) {
        if (start.isEmpty())
            continue;
        if (guide.find(start) == nullptr)
            return problem(start, u"is an entry, but there is no such node"_s);
        if (auto found = reach.visit(start))
            return found;
    }
    for (const Node &node : guide.nodes()) {
        if (!reach.reached(node.id))
            return problem(node.id, u"no way leads here"_s);
    }
    return {};
}

bool isKnownGap(const QString &gap) { return standardGaps().contains(gap) || checks::allFactNames().contains(gap); }

Problem checkGaps(const QString &where, const base::LocalizedText &text)
{
    QStringList en = gapsIn(text.en), zh = gapsIn(text.zh);
    const QSet<QString> enSet(en.begin(), en.end()), zhSet(zh.begin(), zh.end());
    if (enSet != zhSet)
        return problem(where, u"English and Chinese have different gaps: %1 / %2"_s.arg(en.join(u','), zh.join(u',')));
    for (const QString &gap : std::as_const(en)) {
        if (!isKnownGap(gap))
            return problem(where, u"nobody fills the gap {%1}"_s.arg(gap));
    }
    return {};
}

Problem checkCommandGaps(const QString &where, const QString &command)
{
    for (const QString &gap : gapsIn(command)) {
        if (!isKnownGap(gap))
            return problem(where, u"nobody fills the gap {%1} of a command"_s.arg(gap));
    }
    return {};
}

Problem checkTexts(const Node &node)
{
    std::vector<std::pair<QString, base::LocalizedText>> texts{{u"text"_s, node.text},
                                                               {u"short"_s, node.shortText},
                                                               {u"help"_s, node.help},
                                                               {u"title"_s, node.leaf.title},
                                                               {u"why"_s, node.leaf.why}};
    for (const base::LocalizedText &cause : node.leaf.causes)
        texts.emplace_back(u"causes"_s, cause);
    for (const base::LocalizedText &step : node.leaf.fix)
        texts.emplace_back(u"fix"_s, step);
    for (const auto &[name, text] : texts) {
        if (auto found = checkGaps(node.id + u' ' + name, text))
            return found;
    }
    QStringList commands{node.command, node.leaf.patch};
    commands += QStringList(node.leaf.commands.begin(), node.leaf.commands.end());
    for (const QString &command : std::as_const(commands)) {
        if (auto found = checkCommandGaps(node.id, command))
            return found;
    }
    return {};
}

/// A click opens these: nothing but web pages, and nothing that a gap could change.
Problem checkAddresses(const Node &node)
{
    static const QRegularExpression page(u"\\Ahttps://[a-z0-9.-]+(?:/[A-Za-z0-9._~/#%+-]*)?\\z"_s);
    for (const QString &address : node.leaf.read) {
        if (!page.match(address).hasMatch())
            return problem(node.id, u"\"%1\" is no https address to read"_s.arg(address));
    }
    return {};
}

} // namespace

QStringList gapsIn(const QString &text)
{
    static const QRegularExpression gap(u"\\{([A-Za-z]+)\\}|\\[\\[\\?!?([A-Za-z]+)"_s);
    QStringList names;
    for (auto it = gap.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        names += match.captured(match.lastCapturedIndex());
    }
    return names;
}

std::optional<base::Error> validate(const Guide &guide)
{
    for (const Node &node : guide.nodes()) {
        for (const Problem &found :
             {checkShape(node), checkTargets(guide, node), checkTexts(node), checkAddresses(node)}) {
            if (found)
                return found;
        }
    }
    return checkReach(guide);
}

} // namespace faultline::guide
