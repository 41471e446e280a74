#include "core/base/yamlquote.h"
#include "core/guide/fill.h"
#include "core/guide/wording.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

constexpr int kTemplateIndent = 4;

/// Gaps whose digits are a number in the API; elsewhere digits are a name or a label value, and stay a string.
bool isNumber(const QString &gap)
{
    static const QStringList numbers{u"port"_s,          u"servicePort"_s,       u"targetPort"_s,
                                     u"suggestedPort"_s, u"backendPort"_s,       u"probePeriod"_s,
                                     u"probeFailures"_s, u"probeTimeout"_s,      u"probeDelay"_s,
                                     u"wantedPods"_s,    u"suggestedFailures"_s, u"suggestedValue"_s,
                                     u"partition"_s,     u"suggestedTimeout"_s};
    return numbers.contains(gap);
}

QString yamlValue(const QString &gap, const QString &value)
{
    static const QRegularExpression digits(u"\\A[0-9]{1,9}\\z"_s);
    if (gap.endsWith("Yaml"_L1) || gap.endsWith("Json"_L1) || (isNumber(gap) && digits.match(value).hasMatch()))
        return value;
    if (gap.endsWith("Pair"_L1) && value.contains(u'='))
        return base::yamlString(value.section(u'=', 0, 0)) + u": "_s + base::yamlString(value.section(u'=', 1));
    return base::yamlString(value);
}

checks::Facts inYaml(checks::Facts facts)
{
    for (auto &[gap, value] : facts)
        value = yamlValue(gap, value);
    return facts;
}

/// Moves a line four columns to the right or the left, behind its sign where it has one.
QString moved(const QString &line, int columns)
{
    const qsizetype sign = line.startsWith(u'-') || line.startsWith(u'+') ? 1 : 0;
    const QString rest = line.mid(sign);
    if (columns >= 0)
        return line.isEmpty() ? line : line.left(sign) + QString(columns, u' ') + rest;
    return line.left(sign) + rest.mid(-columns);
}

/// A change of a Deployment's Pod template as the change of a CronJob's, or of a Pod itself.
QString nested(const QString &patch, const QString &ownerKind)
{
    constexpr QLatin1StringView top("spec:\n  template:\n");
    const bool inJobTemplate = ownerKind == "cronjob"_L1, isPod = ownerKind == "pod"_L1;
    if (!patch.startsWith(top) || !(inJobTemplate || isPod))
        return patch;
    QStringList lines = inJobTemplate ? QStringList{u"spec:"_s, u"  jobTemplate:"_s} : QStringList();
    const QString inner = isPod ? patch.mid(top.size()) : patch;
    for (const QString &line : inner.split(u'\n'))
        lines += moved(line, isPod ? -kTemplateIndent : kTemplateIndent);
    return lines.join(u'\n');
}

} // namespace

QString fillPatch(const QString &patch, const checks::Facts &facts)
{
    const QString settled = keepParts(patch, facts);
    if (settled.trimmed().isEmpty() || !hasAllValues(settled, facts))
        return {};
    const auto owner = facts.find(u"workloadKind"_s);
    return fill(nested(settled, owner == facts.end() ? QString() : owner->second), inYaml(facts)).trimmed();
}

} // namespace faultline::guide
