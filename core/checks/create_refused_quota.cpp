#include "core/checks/shared/evidence.h"
#include "core/checks/shared/refusal.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// What the quota itself says now: the refusal may be older than the last change of it.
void addQuota(const Scope &scope, const QString &name, std::vector<Evidence> &evidence)
{
    for (const model::ResourceQuota &quota : scope.cluster.quotasIn(scope.workload->meta.nameSpace)) {
        if (quota.meta.name != name)
            continue;
        for (const auto &[resource, hard] : quota.hard)
            evidence.push_back(fieldOf(refTo(quota), u"status.hard."_s + resource, hard));
    }
}

Verdict judge(const Scope &scope, const Refusal &refusal)
{
    const auto quota = parseQuotaRefusal(refusal.cause);
    if (!quota)
        return no({refusal.evidence}, factsOf({{fact::message, refusal.cause}}));
    std::vector<Evidence> evidence{refusal.evidence};
    addQuota(scope, quota->quota, evidence);
    return yes(std::move(evidence), factsOf({{fact::message, refusal.cause},
                                             {fact::quota, quota->quota},
                                             {fact::resource, quota->resource},
                                             {fact::requested, quota->requested},
                                             {fact::used, quota->used},
                                             {fact::hard, quota->hard}}));
}

Verdict ask(const Scope &scope) { return judgeRefusal(scope, judge); }

} // namespace

Check createRefusedQuota()
{
    return {
        u"create_refused_quota"_s, {}, ask, Answerer::Cluster, {Kind::ReplicaSet, Kind::Event, Kind::ResourceQuota}};
}

} // namespace faultline::checks
