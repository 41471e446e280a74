#include "core/guide/validate.h"

#include "core/guide/wording.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

std::vector<const Edge *> edgesOf(const Node &node)
{
    std::vector<const Edge *> edges;
    for (const auto *edge : {&node.yes, &node.no, &node.unknown, &node.next}) {
        if (edge->has_value())
            edges.push_back(&edge->value());
    }
    return edges;
}

/// Looks at one node by itself and gathers what is wrong with it.
class NodeValidator
{
public:
    NodeValidator(const Guide &guide, const Node &node, const QSet<QString> &gaps)
        : m_guide(guide), m_node(node), m_gaps(gaps)
    {
    }

    std::vector<Flaw> flaws()
    {
        if (m_node.type == NodeType::Resolution) {
            checkLeaf();
        } else {
            m_node.type == NodeType::Action ? checkAction() : checkQuestion();
        }
        if (m_node.text.isEmpty())
            add({}, u"has no text"_s);
        for (const auto &[word, edge] :
             {std::pair(u"yes"_s, &m_node.yes), std::pair(u"no"_s, &m_node.no),
              std::pair(u"unknown"_s, &m_node.unknown), std::pair(u"next"_s, &m_node.next)}) {
            if (*edge)
                checkTarget({u"edges"_s, word}, **edge);
        }
        checkTexts();
        return std::move(m_flaws);
    }

private:
    void add(const QStringList &member, const QString &detail, qsizetype offset = -1)
    {
        m_flaws.push_back({m_node.id, member, detail, offset});
    }

    void checkQuestion()
    {
        if (!m_node.yes || !m_node.no || !m_node.unknown || m_node.next)
            return add({u"edges"_s}, u"a question needs the edges yes, no and unknown"_s);
        if (!m_node.teamCheck && checks::findCheck(m_node.checkId) == nullptr)
            add({u"check"_s}, u"there is no check \"%1\""_s.arg(m_node.checkId));
        if (m_node.yes->ask || m_node.no->ask)
            add({u"edges"_s, m_node.yes->ask ? u"yes"_s : u"no"_s}, u"only the unknown edge can ask"_s);
    }

    void checkAction()
    {
        if (!m_node.next || m_node.next->ask || m_node.yes || m_node.no || m_node.unknown)
            add({u"edges"_s}, u"an action needs the edge next, and only that"_s);
    }

    void checkLeaf()
    {
        if (!edgesOf(m_node).empty())
            add({u"edges"_s}, u"a resolution is the end: no edges"_s);
        if (m_node.verdict != LeafVerdict::Done &&
            (m_node.leaf.title.isEmpty() || m_node.leaf.why.isEmpty() || m_node.leaf.fix.empty()))
            add({}, u"a resolution needs title, why and fix"_s);
        // A click opens these: nothing but web pages, and nothing that a gap could change.
        static const QRegularExpression page(u"\\Ahttps://[a-z0-9.-]+(?:/[A-Za-z0-9._~/#%+-]*)?\\z"_s);
        for (size_t i = 0; i < m_node.leaf.read.size(); ++i) {
            if (!page.match(m_node.leaf.read[i]).hasMatch()) {
                add({u"read"_s, QString::number(i)}, u"\"%1\" is no https address to read"_s.arg(m_node.leaf.read[i]));
            }
        }
    }

    void checkTarget(const QStringList &member, const Edge &edge)
    {
        // One that passes on has its target from where the question is put in.
        if (!edge.ask && !(edge.passesOn && edge.to.isEmpty()) && m_guide.find(edge.to) == nullptr)
            add(member, u"leads to \"%1\", which is not there"_s.arg(edge.to));
        if (!edge.note.isEmpty() && m_guide.find(edge.note) == nullptr)
            add(member + QStringList{u"note"_s}, u"notes \"%1\", which is not there"_s.arg(edge.note));
    }

    void checkTexts()
    {
        checkText({u"text"_s}, m_node.text);
        checkText({u"short"_s}, m_node.shortText);
        checkText({u"help"_s}, m_node.help);
        checkText({u"title"_s}, m_node.leaf.title);
        checkText({u"why"_s}, m_node.leaf.why);
        for (const auto &[name, list] :
             {std::pair(u"causes"_s, &m_node.leaf.causes), std::pair(u"fix"_s, &m_node.leaf.fix)}) {
            for (size_t i = 0; i < list->size(); ++i)
                checkText({name, QString::number(i)}, (*list)[i]);
        }
        checkGaps({u"command"_s}, m_node.command);
        checkGaps({u"patch"_s}, m_node.leaf.patch);
        for (size_t i = 0; i < m_node.leaf.commands.size(); ++i)
            checkGaps({u"commands"_s, QString::number(i)}, m_node.leaf.commands[i]);
    }

    void checkText(const QStringList &member, const base::LocalizedText &text)
    {
        const QStringList en = gapsIn(text.en), zh = gapsIn(text.zh);
        if (QSet<QString>(en.begin(), en.end()) != QSet<QString>(zh.begin(), zh.end())) {
            return add(member, u"English and Chinese have different gaps: %1 / %2"_s.arg(en.join(u','), zh.join(u',')));
        }
        checkGaps(member + QStringList{u"en"_s}, text.en);
    }

    void checkGaps(const QStringList &member, const QString &text)
    {
        for (const QString &gap : gapsIn(text)) {
            if (!m_gaps.contains(gap)) {
                return add(member, u"nobody fills the gap {%1} of %2"_s.arg(gap, member.first()),
                           std::max<qsizetype>(0, text.indexOf(u'{' + gap + u'}')));
            }
        }
    }

    const Guide &m_guide;
    const Node &m_node;
    const QSet<QString> &m_gaps;
    std::vector<Flaw> m_flaws;
};

/// Depth first, with the nodes of the current way kept: meeting one of them again is a loop.
class Reach
{
public:
    Reach(const Guide &guide, const QSet<NodeId> &preferred) : m_guide(guide), m_preferred(preferred) {}

    std::optional<Flaw> visit(const NodeId &id)
    {
        if (m_way.contains(id))
            return loopFrom(m_way.indexOf(id));
        if (m_done.contains(id) || m_guide.find(id) == nullptr)
            return {};
        m_way.append(id);
        for (const Edge *edge : edgesOf(m_guide.node(id))) {
            if (!edge->note.isEmpty())
                m_done.insert(edge->note);
            if (edge->ask)
                continue;
            if (auto found = visit(edge->to))
                return found;
        }
        m_way.removeLast();
        m_done.insert(id);
        return {};
    }

    bool reached(const NodeId &id) const { return m_done.contains(id); }

private:
    /// Told of a node in the loop that the reader can change.
    Flaw loopFrom(qsizetype begin) const
    {
        const QStringList loop = m_way.sliced(begin);
        const auto own =
            std::find_if(loop.begin(), loop.end(), [&](const NodeId &id) { return m_preferred.contains(id); });
        const NodeId told = own == loop.end() ? loop.first() : *own;
        return {told, {u"edges"_s}, u"is part of a loop: "_s + (loop + QStringList{loop.first()}).join(u" → "_s), -1};
    }

    const Guide &m_guide;
    const QSet<NodeId> &m_preferred;
    QStringList m_way;
    QSet<NodeId> m_done;
};

} // namespace

std::vector<Flaw> flawsOfWays(const Guide &guide, const QSet<NodeId> &preferred)
{
    Reach reach(guide, preferred);
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
            return {{start, {}, u"is an entry, but there is no such node"_s, -1}};
        if (auto found = reach.visit(start))
            return {*found};
    }
    std::vector<Flaw> flaws;
    for (const Node &node : guide.nodes()) {
        if (!reach.reached(node.id))
            flaws.push_back({node.id, {}, u"no way leads here"_s, -1});
    }
    return flaws;
}

QSet<QString> programsGaps()
{
    const QStringList all = standardGaps() + checks::allFactNames();
    return {all.begin(), all.end()};
}

std::vector<Flaw> flawsOf(const Guide &guide, const Node &node, const QSet<QString> &gaps)
{
    return NodeValidator(guide, node, gaps).flaws();
}

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

std::vector<Flaw> validate(const Guide &guide)
{
    const QSet<QString> gaps = programsGaps();
    std::vector<Flaw> flaws;
    for (const Node &node : guide.nodes()) {
        for (Flaw &flaw : flawsOf(guide, node, gaps))
            flaws.push_back(std::move(flaw));
    }
    return flaws.empty() ? flawsOfWays(guide, {}) : flaws;
}

} // namespace faultline::guide
