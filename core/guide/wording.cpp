#include "core/guide/wording.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

const QRegularExpression &gapPattern()
{
    static const QRegularExpression pattern(u"\\{([A-Za-z]+)\\}"_s);
    return pattern;
}

bool hasAllGaps(const QString &text, const checks::Facts &facts)
{
    for (auto it = gapPattern().globalMatch(text); it.hasNext();) {
        if (!facts.contains(it.next().captured(1)))
            return false;
    }
    return true;
}

/// Keeps or drops the [[optional parts]].
QString settleOptional(const QString &text, const checks::Facts &facts)
{
    static const QRegularExpression optional(u"\\[\\[(.*?)\\]\\]"_s, QRegularExpression::DotMatchesEverythingOption);
    QString settled;
    qsizetype from = 0;
    for (auto it = optional.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        settled += QStringView(text).sliced(from, match.capturedStart() - from);
        if (hasAllGaps(match.captured(1), facts))
            settled += match.captured(1);
        from = match.capturedEnd();
    }
    settled += QStringView(text).sliced(from);
    return settled;
}

template <typename ValueFor> QString replaceGaps(const QString &text, const ValueFor &valueFor)
{
    QString filled;
    qsizetype from = 0;
    for (auto it = gapPattern().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        filled += QStringView(text).sliced(from, match.capturedStart() - from);
        filled += valueFor(match.captured(1), match.capturedStart());
        from = match.capturedEnd();
    }
    filled += QStringView(text).sliced(from);
    return filled;
}

bool isPlainShellWord(const QString &value)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_./:=,@%+-]+\\z"_s);
    return plain.match(value).hasMatch();
}

/// `value` for a place inside single quotes, or as a word of its own. POSIX shell.
QString quoted(QString value, QStringView before)
{
    const bool insideQuotes = before.count(u'\'') % 2 == 1;
    if (!insideQuotes && isPlainShellWord(value))
        return value;
    value.replace(u'\'', u"'\\''"_s);
    return insideQuotes ? value : u'\'' + value + u'\'';
}

QString shellValue(const QString &gap, const checks::Facts &facts, QStringView before)
{
    const auto it = facts.find(gap);
    // What nobody knows stands as a word in capitals, as in kubectl's own help: the person puts it in.
    return it == facts.end() ? gap.toUpper() : quoted(it->second, before);
}

QString pick(base::Language language, const QString &en, const QString &zh)
{
    return language == base::Language::Chinese ? zh : en;
}

/// Label pairs as YAML writes them: "tier: backend" for "tier=backend".
checks::Facts yamlPairs(checks::Facts facts)
{
    for (const QLatin1StringView name : {checks::fact::selectorPair, checks::fact::labelPair}) {
        const auto pair = facts.find(name);
        if (pair != facts.end())
            pair->second.replace(u'=', u": "_s);
    }
    return facts;
}

FindingText describeLeaf(const Node &leaf, const checks::Facts &facts, base::Language language,
                         const CommandContext &context)
{
    FindingText text;
    text.title = fill((leaf.leaf.title.isEmpty() ? leaf.text : leaf.leaf.title).in(language), facts);
    text.why = fill(leaf.leaf.why.in(language), facts);
    for (const base::LocalizedText &step : leaf.leaf.fix) {
        const QString filled = fill(step.in(language), facts).trimmed();
        if (!filled.isEmpty())
            text.fix.append(filled);
    }
    for (const QString &command : leaf.leaf.commands) {
        const QString filled = fillCommand(command, facts, context);
        if (!filled.isEmpty())
            text.commands.append(filled);
    }
    const checks::Facts inYaml = yamlPairs(facts);
    const QString patch = settleOptional(leaf.leaf.patch, inYaml);
    if (hasAllGaps(patch, inYaml))
        text.patch = fill(patch, inYaml).trimmed();
    return text;
}

} // namespace

const QStringList &standardGaps()
{
    static const QStringList gaps{u"namespace"_s, u"workload"_s,  u"workloadKind"_s,   u"rolloutKind"_s, u"kind"_s,
                                  u"pod"_s,       u"container"_s, u"service"_s,        u"ingress"_s,     u"node"_s,
                                  u"route"_s,     u"routeKind"_s, u"routeNamespace"_s, u"podSelector"_s, u"port"_s,
                                  u"podCount"_s,  u"subject"_s};
    return gaps;
}

QString fill(const QString &text, const checks::Facts &facts)
{
    return replaceGaps(settleOptional(text, facts), [&](const QString &gap, qsizetype) {
        const auto it = facts.find(gap);
        return it == facts.end() ? u"?"_s : it->second;
    });
}

namespace {

/// Puts `--context` behind every kubectl of a command line. By position: a context may hold anything, a backslash too.
QString withContext(QString command, const CommandContext &context)
{
    static const QRegularExpression kubectl(u"(?:^|[;|] ?)kubectl "_s);
    if (context.context.isEmpty())
        return command;
    const QString option = u"--context "_s + quoted(context.context, u"") + u' ';
    std::vector<qsizetype> places;
    for (auto it = kubectl.globalMatch(command); it.hasNext();)
        places.push_back(it.next().capturedEnd());
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        command.insert(*place, option);
    return command;
}

} // namespace

QString fillCommand(const QString &command, const checks::Facts &facts, const CommandContext &context)
{
    const QString settled = settleOptional(command, facts);
    const QString filled = replaceGaps(settled, [&](const QString &gap, qsizetype at) {
        return shellValue(gap, facts, QStringView(settled).first(at));
    });
    return withContext(filled, context).trimmed();
}

checks::Facts gapsOf(const Walk &walk)
{
    checks::Facts gaps = walk.facts;
    gaps[u"podCount"_s] = QString::number(walk.alike.size() + 1);
    return gaps;
}

FindingText describe(const Guide &guide, const Diagnosis &diagnosis, const Finding &finding, base::Language language,
                     const CommandContext &context)
{
    const Walk &walk = diagnosis.walks[static_cast<size_t>(finding.walk)];
    const checks::Facts facts = gapsOf(walk);
    if (!finding.leaf.isEmpty())
        return describeLeaf(guide.node(finding.leaf), facts, language, context);
    const Node &question = guide.node(finding.stoppedAt);
    FindingText text;
    text.title =
        pick(language, u"%1: only you can tell"_s, u"%1（需要你来回答）"_s).arg(questionText(question, walk, language));
    text.why = fill(question.help.in(language), facts);
    if (const QString command = questionCommand(question, walk, context); !command.isEmpty())
        text.commands.append(command);
    return text;
}

QString questionText(const Node &node, const Walk &walk, base::Language language)
{
    return fill(node.text.in(language), gapsOf(walk));
}

QString questionCommand(const Node &node, const Walk &walk, const CommandContext &context)
{
    return fillCommand(node.command, gapsOf(walk), context);
}

QString headline(const Guide &guide, const Diagnosis &diagnosis, base::Language language)
{
    const Finding *primary = diagnosis.primary();
    const bool speaks = primary != nullptr && !(primary->isNote && !primary->stoppedAt.isEmpty());
    const bool isBeside =
        !guide.kindEntry(diagnosis.subject.kind).isEmpty(); // no application: its note is all there is
    const bool notable = speaks && (!primary->isNote || isBeside || primary->layer == Layer::Rollout);
    if (notable)
        return describe(guide, diagnosis, *primary, language, {}).title;
    const QString name = model::kindName(diagnosis.subject.kind) + u' ' + diagnosis.subject.name;
    if (diagnosis.health == Health::Unjudged) {
        return pick(language, u"%1 could not be judged: nothing of it could be read."_s,
                    u"无法判断 %1：没有读到任何相关内容。"_s)
            .arg(name);
    }
    return pick(language, u"%1 is fine as far as the API can tell."_s, u"就 API 所见，%1 一切正常。"_s).arg(name);
}

} // namespace faultline::guide
