#include "core/base/yamlquote.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/refusal.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The refusal does not name the LimitRange: with one in the namespace it can only be that one.
QString onlyLimitRange(const Scope &scope)
{
    QString name;
    int count = 0;
    for (const model::LimitRange &range : scope.cluster.limitRanges()) {
        if (range.meta.nameSpace != scope.workload->meta.nameSpace)
            continue;
        name = refTo(range).toString();
        ++count;
    }
    return count == 1 ? name : QString();
}

/// requests and limits as the LimitRange would have them: "{limits: {cpu: 2}, requests: {cpu: 50m, memory: 64Mi}}".
QString mendedResources(const QString &cause)
{
    std::map<QString, QStringList> lists;
    for (const LimitRefusal &refusal : parseLimitRefusals(cause)) {
        if (!refusal.field.isEmpty())
            lists[refusal.field] += base::yamlString(refusal.resource) + u": "_s + base::yamlString(refusal.hard);
    }
    QStringList parts;
    for (const auto &[field, pairs] : lists)
        parts += field + u": {"_s + pairs.join(u", "_s) + u'}';
    return parts.isEmpty() ? QString() : u'{' + parts.join(u", "_s) + u'}';
}

/// "20" for the server's "20.000000".
QString plainNumber(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber ? QString::number(value) : text;
}

Verdict judge(const Scope &scope, const Refusal &refusal)
{
    const auto limit = parseLimitRefusal(refusal.cause);
    if (!limit)
        return no({refusal.evidence}, factsOf({{fact::message, refusal.cause}}));
    return yes({refusal.evidence}, factsOf({{fact::message, refusal.cause},
                                            {fact::resource, limit->resource},
                                            {fact::hard, limit->hard},
                                            {fact::requested, limit->bound == "ratio"_L1 ? plainNumber(limit->requested)
                                                                                         : limit->requested},
                                            {fact::bound, limit->bound},
                                            {fact::limitField, limit->field},
                                            {fact::resourcesYaml, mendedResources(refusal.cause)},
                                            {fact::other, onlyLimitRange(scope)}}));
}

Verdict ask(const Scope &scope) { return judgeRefusal(scope, judge); }

} // namespace

Check createRefusedLimitrange()
{
    return {
        u"create_refused_limitrange"_s, {}, ask, Answerer::Cluster, {Kind::ReplicaSet, Kind::Event, Kind::LimitRange}};
}

} // namespace faultline::checks
