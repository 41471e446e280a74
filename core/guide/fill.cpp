#include "core/guide/fill.h"

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

/// What stands before an optional part: "?gap ", "?!gap ", "?gap=value|other " or "?!gap=value|other ".
bool holds(const QRegularExpressionMatch &condition, const checks::Facts &facts)
{
    const auto it = facts.find(condition.captured(2));
    const QString values = condition.captured(3);
    const bool has = it != facts.end() && (values.isEmpty() || values.split(u'|').contains(it->second));
    return has == condition.captured(1).isEmpty();
}

/// What is left of one optional part.
QString settlePart(const QString &part, const checks::Facts &facts)
{
    static const QRegularExpression conditional(u"\\A\\?(!?)([A-Za-z]+)(?:=(\\S+))?\\s"_s);
    const auto condition = conditional.match(part);
    if (condition.hasMatch() && !holds(condition, facts))
        return {};
    const QString text = part.mid(condition.hasMatch() ? condition.capturedEnd() : 0);
    return hasAllValues(text, facts) ? text : QString();
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

/// A gap behind every kubectl of a command line, for the context. Before values come in: they may hold anything.
QString withContextGap(QString command)
{
    static const QRegularExpression kubectl(u"(?:^|[;|&(] ?)kubectl "_s);
    std::vector<qsizetype> places;
    for (auto it = kubectl.globalMatch(command); it.hasNext();)
        places.push_back(it.next().capturedEnd());
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        command.insert(*place, u"--context {context} "_s);
    return command;
}

} // namespace

bool hasAllValues(const QString &text, const checks::Facts &facts)
{
    for (auto it = gapPattern().globalMatch(text); it.hasNext();) {
        if (!facts.contains(it.next().captured(1)))
            return false;
    }
    return true;
}

QString keepParts(const QString &text, const checks::Facts &facts)
{
    // The innermost parts first; what stands around them is settled by what is left.
    static const QRegularExpression innermost(u"\\[\\[((?:(?!\\[\\[|\\]\\]).)*)\\]\\]"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
    QString settled = text;
    for (auto match = innermost.match(settled); match.hasMatch(); match = innermost.match(settled)) {
        const QString part = settlePart(match.captured(1), facts);
        settled.replace(match.capturedStart(), match.capturedLength(), part);
    }
    return settled;
}

QString fill(const QString &text, const checks::Facts &facts)
{
    return replaceGaps(keepParts(text, facts), [&](const QString &gap, qsizetype) {
        const auto it = facts.find(gap);
        return it == facts.end() ? u"?"_s : it->second;
    });
}

QString fillCommand(const QString &command, const checks::Facts &facts, const CommandContext &context)
{
    const bool named = !context.context.isEmpty();
    const QString kept = named ? withContextGap(keepParts(command, facts)) : keepParts(command, facts);
    checks::Facts values = facts;
    values.insert_or_assign(u"context"_s, context.context);
    return replaceGaps(kept, [&](const QString &gap,
                                 qsizetype at) { return shellValue(gap, values, QStringView(kept).first(at)); })
        .trimmed();
}

} // namespace faultline::guide
