#include "core/checks/shared/refusal.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

QString namesOf(const QString &amounts)
{
    QStringList names;
    for (const QString &amount : amounts.split(u','))
        names.append(amount.section(u'=', 0, 0).trimmed());
    return names.join(u',');
}

std::optional<QuotaRefusal> exceeded(const QString &cause)
{
    static const QRegularExpression pattern(
        u"exceeded quota: ([^,]+), requested: (.+?), used: (.+?), limited: ([^\\s\\]\"]+)"_s);
    const QRegularExpressionMatch match = pattern.match(cause);
    if (!match.hasMatch())
        return {};
    return QuotaRefusal{match.captured(1), namesOf(match.captured(2)), match.captured(2), match.captured(3),
                        match.captured(4)};
}

/// Up to 1.22 "must specify limits.cpu,limits.memory", since then "must specify limits.cpu for: a; limits.memory for:
/// a".
QString unspecifiedResources(const QString &list)
{
    QStringList names;
    for (const QString &part : list.split(u';'))
        names.append(part.trimmed().section(u" for: "_s, 0, 0));
    return names.join(u',');
}

} // namespace

std::optional<QuotaRefusal> parseQuotaRefusal(const QString &cause)
{
    if (auto refusal = exceeded(cause))
        return refusal;
    static const QRegularExpression unspecified(u"failed quota: ([^:]+): must specify ([^\\n]+)"_s);
    if (const auto match = unspecified.match(cause); match.hasMatch())
        return QuotaRefusal{match.captured(1), unspecifiedResources(match.captured(2)), {}, {}, {}};
    static const QRegularExpression unsettled(u"status unknown for quota: ([^,]+), resources: (\\S+)"_s);
    if (const auto match = unsettled.match(cause); match.hasMatch())
        return QuotaRefusal{match.captured(1), match.captured(2), {}, {}, {}};
    static const QRegularExpression uncovered(u"insufficient quota to (?:consume: |match these scopes: )([^\\n]+)"_s);
    if (const auto match = uncovered.match(cause); match.hasMatch())
        return QuotaRefusal{{}, match.captured(1), {}, {}, {}};
    return {};
}

std::optional<LimitRefusal> parseLimitRefusal(const QString &cause)
{
    const std::vector<LimitRefusal> all = parseLimitRefusals(cause);
    return all.empty() ? std::nullopt : std::optional(all.front());
}

std::vector<LimitRefusal> parseLimitRefusals(const QString &cause)
{
    static const QRegularExpression bounds(
        u"(minimum|maximum) (\\S+) usage per (?:Container|Pod|PersistentVolumeClaim) is ([^\\s,]+?)[.,]?"
        "(?:\\s+but (request|limit) is ([^\\s,\\]]+)|\\s|$)"_s);
    static const QRegularExpression ratio(
        u"([^\\s\\[]+) max limit to request ratio per (?:Container|Pod) is ([^\\s,]+)(?:, but provided ratio is ([^\\s,\\]]+))?"_s);
    std::vector<LimitRefusal> all;
    for (auto it = bounds.globalMatch(cause); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString word = match.captured(4);
        all.push_back({match.captured(2), match.captured(3), match.captured(5), match.captured(1),
                       word.isEmpty() ? word : word + u's'});
    }
    for (auto it = ratio.globalMatch(cause); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        all.push_back({match.captured(1), match.captured(2), match.captured(3), u"ratio"_s, {}});
    }
    return all;
}

} // namespace faultline::checks
