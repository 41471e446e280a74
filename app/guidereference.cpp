#include "app/guidereference.h"

#include "app/referencetext.h"
#include "core/guide/needs.h"
#include "core/guide/wording.h"

#include <set>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using base::Language;
using guide::Guide;
using guide::Node;

/// One chapter of the page: a layer, or a kind that stands beside the applications.
struct Chapter {
    QString title;
    std::vector<const Node *> questions; ///< whatever is no leaf
    std::vector<const Node *> leaves;
};

std::vector<std::pair<QString, const guide::Edge *>> edgesOf(const Node &node)
{
    std::vector<std::pair<QString, const guide::Edge *>> edges;
    for (const auto &[word, edge] : {std::pair(u"yes"_s, &node.yes), std::pair(u"no"_s, &node.no),
                                     std::pair(u"unknown"_s, &node.unknown), std::pair(u"next"_s, &node.next)}) {
        if (*edge)
            edges.emplace_back(word, &**edge);
    }
    return edges;
}

void reach(const Guide &guide, const guide::NodeId &id, std::set<guide::NodeId> &reached)
{
    const Node *node = guide.find(id);
    if (node == nullptr || !reached.insert(id).second)
        return;
    for (const auto &[word, edge] : edgesOf(*node)) {
        reach(guide, edge->to, reached);
        reach(guide, edge->note, reached);
    }
}

/// What the walks of applications come by; the rest is for objects that stand beside them.
std::set<guide::NodeId> reachedByApplications(const Guide &guide)
{
    std::set<guide::NodeId> reached;
    reach(guide, guide.root(), reached);
    for (const guide::LayerInfo &layer : guide.layers()) {
        reach(guide, guide.entry(layer.layer), reached);
        reach(guide, guide.loneEntry(layer.layer), reached);
    }
    return reached;
}

class Reference
{
public:
    Reference(const Guide &guide, Language language);

    QString page() const;

private:
    void addChapters();
    void addChapter(const QString &title, const std::vector<const Node *> &nodes);
    QString say(const QString &en, const QString &zh) const { return m_language == Language::Chinese ? zh : en; }
    QString nodeLink(const guide::NodeId &id) const;
    QString answerOf(const QString &word, const guide::Edge &edge) const;
    QString questionOf(const Node &node) const;
    QString readBy(const Node &node) const;
    QString leafOf(const Node &node) const;
    QString list(const Node &node, const QString &title, const std::vector<base::LocalizedText> &items,
                 bool isNumbered) const;
    QString reachedFrom(const Node &leaf) const;
    QString head() const;

    const Guide &m_guide;
    Language m_language;
    std::vector<Chapter> m_chapters;
    std::map<guide::NodeId, QStringList> m_before; ///< of each leaf: links to what leads there
};

Reference::Reference(const Guide &guide, Language language) : m_guide(guide), m_language(language)
{
    for (const Node &node : guide.nodes()) {
        for (const auto &[word, edge] : edgesOf(node)) {
            const QString from = nodeLink(node.id) + u' ' + wordOf(word, m_language);
            m_before[edge->to].append(from);
            m_before[edge->note].append(from);
        }
    }
    addChapters();
}

void Reference::addChapters()
{
    const std::set<guide::NodeId> ofApplications = reachedByApplications(m_guide);
    const auto collect = [this](const auto &belongs) {
        std::vector<const Node *> nodes;
        for (const Node &node : m_guide.nodes()) {
            if (belongs(node))
                nodes.push_back(&node);
        }
        return nodes;
    };
    for (const guide::LayerInfo &layer : m_guide.layers()) {
        addChapter(layer.text.in(m_language), collect([&](const Node &node) {
                       return node.layer == layer.layer && ofApplications.contains(node.id);
                   }));
    }
    std::set<guide::NodeId> told = ofApplications;
    for (const auto &[kind, entry] : m_guide.kindEntries()) {
        std::set<guide::NodeId> own;
        reach(m_guide, entry, own);
        addChapter(model::kindName(kind),
                   collect([&](const Node &node) { return own.contains(node.id) && !told.contains(node.id); }));
        told.merge(own);
    }
}

void Reference::addChapter(const QString &title, const std::vector<const Node *> &nodes)
{
    Chapter chapter{title, {}, {}};
    for (const Node *node : nodes)
        (node->type == guide::NodeType::Resolution ? chapter.leaves : chapter.questions).push_back(node);
    m_chapters.push_back(std::move(chapter));
}

/// "[Endpoints?](#s_endpoints)"
QString Reference::nodeLink(const guide::NodeId &id) const
{
    const Node *node = m_guide.find(id);
    if (node == nullptr)
        return id;
    const QString &words = node->shortText.isEmpty() ? node->text.in(m_language) : node->shortText.in(m_language);
    return u"[%1](#%2)"_s.arg(markdownOf(*node, words), id);
}

QString Reference::answerOf(const QString &word, const guide::Edge &edge) const
{
    QString answer = wordOf(word, m_language) + u" → "_s;
    answer += edge.ask ? say(u"a person is asked"_s, u"询问使用者"_s) : nodeLink(edge.to);
    if (edge.certainty == guide::Certainty::Suspected)
        answer += say(u" (suspected)"_s, u"（怀疑）"_s);
    if (!edge.note.isEmpty())
        answer += say(u", noting "_s, u"，并记下 "_s) + nodeLink(edge.note);
    return answer;
}

/// The kinds, the rights and what else a check reads.
QString Reference::readBy(const Node &node) const
{
    QStringList kinds, rights;
    for (const guide::Right &right : guide::rightsOf(node))
        rights.append(u'`' + right.toString() + u'`');
    const checks::Check *check = checks::findCheck(node.checkId);
    if (check == nullptr)
        return rights.join(u", "_s);
    for (const model::Kind kind : check->alsoReads)
        kinds.append(model::kindName(kind));
    QString text = rights.join(u", "_s);
    if (!kinds.isEmpty()) {
        text += (text.isEmpty() ? say(u"if it may: "_s, u"如有权限："_s) : say(u"; if it may: "_s, u"；如有权限："_s)) +
                kinds.join(u", "_s);
    }
    return text;
}

QString Reference::questionOf(const Node &node) const
{
    QString text = u"### %1\n\n**%2**"_s.arg(node.id, markdownOf(node, node.text.in(m_language)));
    if (!node.help.isEmpty())
        text += u' ' + markdownOf(node, sentenceOf(node.help.in(m_language)));
    text += u"\n\n"_s;
    if (node.teamCheck) {
        text += say(u"- Check: conditions of %1"_s, u"- 检查：%1 中的条件"_s).arg(markdownOf(node, node.file)) + u'\n';
    } else if (!node.checkId.isEmpty()) {
        text += say(u"- Check: `%1`%2"_s, u"- 检查：`%1`%2"_s).arg(node.checkId, answererOf(node, m_language)) + u'\n';
    }
    if (const QString read = readBy(node); !read.isEmpty())
        text += say(u"- Reads: "_s, u"- 读取："_s) + read + u'\n';
    if (!node.command.isEmpty())
        text += say(u"- By hand: "_s, u"- 手工："_s) + codeOf(sentenceOf(node.command)) + u'\n';
    QStringList answers;
    for (const auto &[word, edge] : edgesOf(node))
        answers.append(answerOf(word, *edge));
    return answers.isEmpty() ? text + u'\n' : text + u"- "_s + answers.join(u" · "_s) + u"\n\n"_s;
}

QString Reference::list(const Node &node, const QString &title, const std::vector<base::LocalizedText> &items,
                        bool isNumbered) const
{
    QString text;
    int number = 1;
    for (const base::LocalizedText &item : items) {
        if (const QString words = alternativesOf(item.in(m_language)).join(u" / "_s); !words.isEmpty())
            text += (isNumbered ? QString::number(number++) + u". "_s : u"- "_s) + markdownOf(node, words) + u'\n';
    }
    return text.isEmpty() ? text : title + u"\n\n"_s + text + u'\n';
}

QString Reference::reachedFrom(const Node &leaf) const
{
    const auto found = m_before.find(leaf.id);
    return found == m_before.end() ? QString() : found->second.join(u" · "_s);
}

QString Reference::leafOf(const Node &node) const
{
    const QString why = alternativesOf(node.leaf.why.in(m_language)).join(u" / "_s);
    QString text = u"### %1\n\n**%2**"_s.arg(
        node.id, markdownOf(node, node.leaf.title.isEmpty() ? node.text.in(m_language)
                                                            : sentenceOf(node.leaf.title.in(m_language))));
    text += (why.isEmpty() ? QString() : u' ' + markdownOf(node, why)) + u"\n\n"_s;
    text += u"- "_s + verdictOf(node.verdict, m_language) + u'\n';
    if (const QString from = reachedFrom(node); !from.isEmpty())
        text += say(u"- After: "_s, u"- 来自："_s) + from + u'\n';
    text += u'\n' +
            list(node, say(u"Causes, the most likely first:"_s, u"原因（最可能的在前）："_s), node.leaf.causes, false);
    text += list(node, say(u"What to do:"_s, u"怎么做："_s), node.leaf.fix, true);
    if (const QString patch = sentenceOf(node.leaf.patch); !patch.isEmpty())
        text += fenced(u"yaml"_s, patch);
    QString commands;
    for (const QString &command : node.leaf.commands)
        commands += sentenceOf(command) + u'\n';
    if (!commands.isEmpty())
        text += fenced(u"sh"_s, commands);
    for (const QString &address : node.leaf.read)
        text += u"- <"_s + guide::readAddress(address, m_language) + u">\n"_s;
    return node.leaf.read.empty() ? text : text + u'\n';
}

QString Reference::head() const
{
    QString text = introduction(m_language) +
                   say(u"| chapter | questions | results |\n"_s, u"| 章节 | 问题 | 结论 |\n"_s) +
                   u"| --- | --- | --- |\n"_s;
    for (const Chapter &chapter : m_chapters) {
        text += u"| [%1](#%2) | %3 | %4 |\n"_s.arg(chapter.title, anchorOf(chapter.title),
                                                   QString::number(chapter.questions.size()),
                                                   QString::number(chapter.leaves.size()));
    }
    return text;
}

QString Reference::page() const
{
    QString text = head();
    for (const Chapter &chapter : m_chapters) {
        text += u"\n## "_s + chapter.title + u"\n\n"_s;
        for (const Node *node : chapter.questions)
            text += questionOf(*node);
        for (const Node *node : chapter.leaves)
            text += leafOf(*node);
        text = text.trimmed() + u'\n';
    }
    return text;
}

} // namespace

QString guideReference(const Guide &guide, Language language) { return Reference(guide, language).page(); }

} // namespace faultline::app
