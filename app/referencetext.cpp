#include "app/referencetext.h"

#include "core/guide/wording.h"
#include "core/report/markdowntext.h"

#include <QtCore/QRegularExpression>

#include <map>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

QString say(base::Language language, const QString &en, const QString &zh)
{
    return language == base::Language::Chinese ? zh : en;
}

/// Every gap of a text with itself as its value.
checks::Facts gapsAsValues(const QString &text)
{
    static const QRegularExpression gap(u"\\{([A-Za-z]+)\\}|\\?!?([A-Za-z]+)(?=[= ])"_s);
    checks::Facts facts;
    for (auto it = gap.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(1) + match.captured(2);
        facts.insert_or_assign(name, u'{' + name + u'}');
    }
    return facts;
}

/// What stands in an optional part, whatever its condition.
QString bodyOf(const QString &part)
{
    static const QRegularExpression start(u"\\A\\s*\\[\\[(\\?!?[A-Za-z]+(=\\S+)?\\s)?"_s);
    return QString(part).remove(start).chopped(2).trimmed();
}

/// True for a part that can stand alone, not for one that goes on where another ended.
bool isSentence(const QString &part)
{
    const QString body = bodyOf(part);
    return !body.isEmpty() && (body[0].isLetterOrNumber() || body[0] == u'{' || body[0] == u'[');
}

/// The outermost [[parts]] of a text; none when anything stands between them.
QStringList outerParts(const QString &text)
{
    QStringList parts;
    QString part;
    int depth = 0;
    for (qsizetype i = 0; i < text.size();) {
        const QStringView two = QStringView(text).sliced(i, std::min<qsizetype>(2, text.size() - i));
        depth += two == u"[[" ? 1 : two == u"]]" ? -1 : 0;
        const qsizetype step = two == u"[[" || two == u"]]" ? 2 : 1;
        if (depth == 0 && step == 1 && !text[i].isSpace())
            return {};
        part += QStringView(text).sliced(i, step);
        i += step;
        if (depth == 0 && step == 2)
            parts.append(std::exchange(part, {}));
    }
    return parts;
}

} // namespace

QString sentenceOf(const QString &text) { return guide::fill(text, gapsAsValues(text)).trimmed(); }

QStringList alternativesOf(const QString &text)
{
    const QStringList parts = outerParts(text);
    if (!parts.isEmpty() && std::all_of(parts.begin(), parts.end(), isSentence)) {
        QStringList alternatives;
        for (const QString &part : parts)
            alternatives += alternativesOf(bodyOf(part));
        return alternatives;
    }
    const QString sentence = sentenceOf(text);
    return sentence.isEmpty() ? QStringList() : QStringList{sentence};
}

QString markdownOf(const guide::Node &node, const QString &text)
{
    if (node.isTeams())
        return report::escapedMarkdown(text);
    static const QRegularExpression special(u"([*<>\\[\\]|])"_s);
    return QString(text).replace(special, u"\\\\1"_s);
}

QString codeOf(const QString &text) { return u'`' + text.simplified().replace(u'`', u'\'') + u'`'; }

QString fenced(const QString &language, const QString &text)
{
    return u"```"_s + language + u'\n' + QString(text).replace(u"```"_s, u"'''"_s).trimmed() + u"\n```\n\n"_s;
}

QString anchorOf(const QString &heading)
{
    static const QRegularExpression dropped(u"[^\\p{L}\\p{N}\\p{M} _-]"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return heading.toLower().remove(dropped).replace(u' ', u'-');
}

QString wordOf(const QString &edge, base::Language language)
{
    static const std::map<QString, QString> chinese{
        {u"yes"_s, u"是"_s}, {u"no"_s, u"否"_s}, {u"unknown"_s, u"未知"_s}, {u"next"_s, u"下一步"_s}};
    return say(language, edge, chinese.at(edge));
}

QString verdictOf(guide::LeafVerdict verdict, base::Language language)
{
    using Verdict = guide::LeafVerdict;
    switch (verdict) {
    case Verdict::Fix:
        return say(language, u"A fault: something is to be mended."_s, u"故障：需要修复。"_s);
    case Verdict::Wait:
        return say(language, u"It waits: nothing is wrong so far."_s, u"等待中：目前没有问题。"_s);
    case Verdict::Suspect:
        return say(language, u"A suspicion."_s, u"怀疑。"_s);
    case Verdict::External:
        return say(language, u"A fault outside of what was deployed."_s, u"故障：在所部署的内容之外。"_s);
    case Verdict::Intended:
        return say(language, u"A note: it may be meant so."_s, u"提示：可能有意如此。"_s);
    case Verdict::Done:
        return say(language, u"Fine."_s, u"正常。"_s);
    case Verdict::Stuck:
        return say(language, u"A fault that the guide cannot name closer."_s, u"故障：指南无法进一步定位。"_s);
    }
    return {};
}

QString answererOf(const guide::Node &node, base::Language language)
{
    const checks::Check *check = checks::findCheck(node.checkId);
    if (check == nullptr || check->answerer == checks::Answerer::Cluster)
        return {};
    if (check->answerer == checks::Answerer::Trial) {
        return say(language, u", answered only by trying the connection, on a click"_s,
                   u"，只有点击后尝试连接才能回答"_s);
    }
    return say(language, u", answered only by a person"_s, u"，只有人能回答"_s);
}

QString introduction(base::Language language)
{
    return say(
        language,
        u"# All checks and results\n\n"
        "[简体中文](checks.zh-CN.md)\n\n"
        "<!-- Printed by `faultline guide reference`; a test holds that it is what the program prints. -->\n\n"
        "Faultline walks this tree for every application, from its rollout up to the way in from outside. A question "
        "names its check, the rights without which the check answers *unknown*, the command by which you see it "
        "yourself, and where each answer leads. A result tells what is wrong, why, what causes it, and what to do. "
        "What stands beside applications (Nodes, claims, autoscalers, budgets) has chapters of its own at the end.\n\n"
        "Words in braces, such as {pod}, are filled with names and values of your cluster. Sentences stand here as "
        "they are when all of these are known; where a sentence depends on the case, its forms are separated by a "
        "slash.\n\n"
        "Your own guide files come in with `--guide FILE` ([how](guide-authoring.md)).\n\n"_s,
        u"# 全部检查与结论\n\n"
        "[English](checks.md)\n\n"
        "<!-- 由 `faultline guide reference --language zh` 生成；有测试保证它与程序输出一致。 -->\n\n"
        "Faultline 对每个应用走一遍这棵树：从发布开始，一直到外部入口。每个问题列出它的检查、缺少就会回答“未知”的权限、"
        "自己动手查看的命令，以及每个答案通向哪里。每个结论说明哪里错了、为什么、原因是什么、怎么做。"
        "不属于某个应用的对象（节点、PVC、自动扩缩容、PodDisruptionBudget）在最后单独成章。\n\n"
        "花括号中的词（如 {pod}）会填入你集群中的名称和值。这里的句子是全部值都已知时的样子；"
        "因情况而异的句子用斜杠分隔各种说法。\n\n"
        "自己的指南文件用 `--guide FILE` 加入（[写法](guide-authoring.md)）。\n\n"_s);
}

} // namespace faultline::app
