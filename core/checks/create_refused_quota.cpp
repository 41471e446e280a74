#include "core/checks/shared/evidence.h"
#include "core/checks/shared/refusal.h"

#include <algorithm>

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
        for (const auto &[resource, hard] : quota.hard) {
            const auto used = quota.used.find(resource);
            evidence.push_back(fieldOf(refTo(quota), u"status.hard."_s + resource, hard));
            if (used != quota.used.end())
                evidence.push_back(fieldOf(refTo(quota), u"status.used."_s + resource, used->second));
        }
    }
}

/// What is left of each amount that was asked for: "cpu=500m,memory=0".
QString headroom(const QuotaRefusal &quota)
{
    const auto amounts = [](const QString &text) {
        std::map<QString, QString> all;
        for (const QString &pair : text.split(u',', Qt::SkipEmptyParts))
            all[pair.section(u'=', 0, 0).trimmed()] = pair.section(u'=', 1);
        return all;
    };
    const std::map<QString, QString> used = amounts(quota.used);
    QStringList left;
    for (const auto &[name, hard] : amounts(quota.hard)) {
        const auto all = base::Quantity::parse(hard);
        const auto taken = used.contains(name) ? base::Quantity::parse(used.at(name)) : std::nullopt;
        if (all && taken) {
            const bool bytes = name.contains("memory"_L1) || name.contains("storage"_L1);
            left += name + u'=' + std::max(*all - *taken, base::Quantity{}).toString(bytes);
        }
    }
    return left.join(u',');
}

/// What the quota counts of this Pod: a number of objects, what the Pod asks for, or something it does not state.
QString countedBy(const QuotaRefusal &quota)
{
    if (quota.requested.isEmpty())
        return u"unstated"_s;
    const QStringList names = quota.resource.split(u',');
    const bool objects = std::all_of(names.begin(), names.end(), [](const QString &name) {
        return name == "pods"_L1 || name.startsWith("count/"_L1);
    });
    return objects ? u"objects"_s : u"compute"_s;
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
                                             {fact::hard, quota->hard},
                                             {fact::quotaOf, countedBy(*quota)},
                                             {fact::headroom, headroom(*quota)}}));
}

Verdict ask(const Scope &scope) { return judgeRefusal(scope, judge); }

} // namespace

Check createRefusedQuota()
{
    return {
        u"create_refused_quota"_s, {}, ask, Answerer::Cluster, {Kind::ReplicaSet, Kind::Event, Kind::ResourceQuota}};
}

} // namespace faultline::checks
