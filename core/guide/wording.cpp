#include "core/guide/wording.h"

#include "core/guide/applying.h"

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

QString pick(base::Language language, const QString &en, const QString &zh)
{
    return language == base::Language::Chinese ? zh : en;
}

/// Each text filled; those of which nothing is left are not there.
QStringList fillAll(const std::vector<base::LocalizedText> &texts, const checks::Facts &facts, base::Language language)
{
    QStringList all;
    for (const base::LocalizedText &text : texts) {
        const QString filled = fill(text.in(language), facts).trimmed();
        if (!filled.isEmpty())
            all.append(filled);
    }
    return all;
}

FindingText describeLeaf(const Node &leaf, const checks::Facts &facts, base::Language language,
                         const CommandContext &context)
{
    FindingText text;
    text.title = fill((leaf.leaf.title.isEmpty() ? leaf.text : leaf.leaf.title).in(language), facts);
    text.why = fill(leaf.leaf.why.in(language), facts);
    text.causes = fillAll(leaf.leaf.causes, facts, language);
    text.fix = fillAll(leaf.leaf.fix, facts, language);
    for (const QString &command : leaf.leaf.commands) {
        const QString filled = fillCommand(command, facts, context);
        if (!filled.isEmpty())
            text.commands.append(filled);
    }
    text.patch = fillPatch(leaf.leaf.patch, facts);
    addApplying(text, leaf.leaf.patch, facts, language, context);
    for (const QString &address : leaf.leaf.read)
        text.read.append(readAddress(address, language));
    return text;
}

/// "3 of 5 Pods, all on node node-b (none of the 2 that work). " to stand before the explanation.
QString sharedBy(const Finding &finding, base::Language language)
{
    const QString shared = fateText(finding.fate, language);
    return shared.isEmpty() ? QString() : shared + pick(language, u". "_s, u"。"_s);
}

} // namespace

const QStringList &standardGaps()
{
    static const QStringList gaps{u"namespace"_s,      u"workload"_s,    u"workloadKind"_s, u"rolloutKind"_s,
                                  u"kind"_s,           u"pod"_s,         u"container"_s,    u"service"_s,
                                  u"ingress"_s,        u"node"_s,        u"route"_s,        u"routeKind"_s,
                                  u"routeNamespace"_s, u"podSelector"_s, u"port"_s,         u"podCount"_s,
                                  u"containerList"_s,  u"statusList"_s,  u"subject"_s,      u"formerRevision"_s};
    return gaps;
}

checks::Facts gapsOf(const Walk &walk)
{
    checks::Facts gaps = walk.facts;
    gaps[u"podCount"_s] = QString::number(walk.alike.size() + 1);
    return gaps;
}

QString readAddress(const QString &address, base::Language language)
{
    constexpr QLatin1StringView english("https://kubernetes.io/docs/"), chinese("https://kubernetes.io/zh-cn/docs/");
    const bool translated = language == base::Language::Chinese && address.startsWith(english);
    return translated ? chinese + address.mid(english.size()) : address;
}

FindingText describe(const Guide &guide, const Diagnosis &diagnosis, const Finding &finding, base::Language language,
                     const CommandContext &context)
{
    const Walk &walk = diagnosis.walks[finding.walk];
    const checks::Facts facts = gapsOf(walk);
    if (!finding.leaf.isEmpty()) {
        FindingText text = describeLeaf(guide.node(finding.leaf), facts, language, context);
        text.why.prepend(sharedBy(finding, language));
        return text;
    }
    const Node &question = guide.node(finding.stoppedAt);
    FindingText text;
    text.title =
        pick(language, u"%1: only you can tell"_s, u"%1（需要你来回答）"_s).arg(questionText(question, walk, language));
    text.why = sharedBy(finding, language) + fill(question.help.in(language), facts);
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

namespace {

/// Whether requests were made on the way, and whatever answered inside of the cluster was not left untried.
bool answersWhereTried(const Guide &guide, const Diagnosis &diagnosis)
{
    bool isAnswered = false;
    for (const Walk *walk : diagnosis.litWalks()) {
        for (const Step &step : walk->steps) {
            const Node &node = guide.node(step.node);
            if (!node.trial || node.layer == Layer::Exposure)
                continue;
            if (step.notTried)
                return false;
            isAnswered = isAnswered || (step.by == AnsweredBy::Cluster && step.answer == checks::Answer::Yes);
        }
    }
    return isAnswered;
}

} // namespace

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
    if (diagnosis.health == Health::Fine && answersWhereTried(guide, diagnosis)) {
        return pick(language, u"%1 is fine: it answers wherever it could be tried."_s,
                    u"%1 一切正常：凡是能够测试的途径都有响应。"_s)
            .arg(name);
    }
    return pick(language, u"%1 is fine as far as the API can tell."_s, u"就 API 所见，%1 一切正常。"_s).arg(name);
}

} // namespace faultline::guide
