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

Verdict judge(const Scope &scope, const Refusal &refusal)
{
    const auto limit = parseLimitRefusal(refusal.cause);
    if (!limit)
        return no({refusal.evidence}, factsOf({{fact::message, refusal.cause}}));
    return yes({refusal.evidence}, factsOf({{fact::message, refusal.cause},
                                            {fact::resource, limit->resource},
                                            {fact::hard, limit->hard},
                                            {fact::requested, limit->requested},
                                            {fact::bound, limit->bound},
                                            {fact::limitField, limit->field},
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
