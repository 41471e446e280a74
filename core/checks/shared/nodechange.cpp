#include "core/base/yamlquote.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodefit.h"
#include "core/checks/shared/nodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isBinary(const QString &resource) { return resource != "cpu"_L1 && resource != "pods"_L1; }

base::Quantity amount(const model::Resources &resources, const QString &name)
{
    const auto found = resources.find(name);
    return found == resources.end() ? base::Quantity{} : found->second;
}

/// A number that a person would write: 10m of CPU, whole Mi of bytes, whole pieces of everything else.
base::Quantity roundedDown(const QString &resource, base::Quantity value)
{
    constexpr qint64 kMebi = 1024LL * 1024 * 1000;
    const bool bytes =
        resource == "memory"_L1 || resource.contains("storage"_L1) || resource.startsWith("hugepages"_L1);
    const qint64 step = resource == "cpu"_L1 ? 10 : bytes ? kMebi : 1000;
    return base::Quantity{value.milli / step * step};
}

const model::Container *hungriest(const model::PodSpec &spec, const QString &resource)
{
    const auto less = [&resource](const model::Container &left, const model::Container &right) {
        return amount(left.requests, resource) < amount(right.requests, resource);
    };
    const auto most = std::max_element(spec.containers.begin(), spec.containers.end(), less);
    return most == spec.containers.end() ? nullptr : &*most;
}

/// The node that lacks least of one resource, in share of what it has, and nothing else.
const NodeFit *nearest(const std::vector<NodeFit> &fits)
{
    const NodeFit *best = nullptr;
    const auto lack = [](const NodeFit &fit) {
        const Misfit &room = fit.misfits.front();
        const auto all = static_cast<double>(amount(fit.node->allocatable, room.resource).milli);
        return static_cast<double>(room.missing.milli) / std::max(all, 1.0);
    };
    for (const NodeFit &fit : fits) {
        if (fit.misfits.size() != 1 || fit.misfits.front().clause != "resource"_L1)
            continue;
        if (!best || lack(fit) < lack(*best))
            best = &fit;
    }
    return best;
}

QString tolerationYaml(const model::Taint &taint)
{
    const QString key = u"{key: "_s + base::yamlString(taint.key);
    const QString how = taint.value.isEmpty() ? u", operator: Exists"_s
                                              : u", operator: Equal, value: "_s + base::yamlString(taint.value);
    return key + how + u", effect: "_s + base::yamlString(taint.effect) + u'}';
}

QString taintText(const model::Taint &taint)
{
    return taint.key + (taint.value.isEmpty() ? QString() : u'=' + taint.value) + u':' + taint.effect;
}

QString tolerationYaml(const model::Toleration &toleration)
{
    QStringList fields;
    const auto put = [&fields](const QString &name, const QString &value) {
        if (!value.isEmpty())
            fields += name + u": "_s + base::yamlString(value);
    };
    put(u"key"_s, toleration.key);
    put(u"operator"_s, toleration.op);
    put(u"value"_s, toleration.value);
    put(u"effect"_s, toleration.effect);
    return u'{' + fields.join(u", "_s) + u'}';
}

/// A patch replaces the whole list (core/v1 PodSpec.tolerations has no merge key): those that are there come first.
QString withToleration(const model::PodSpec &spec, const QString &toleration)
{
    QStringList all;
    for (const model::Toleration &each : spec.tolerations) {
        if (!each.key.startsWith("node.kubernetes.io/"_L1))
            all += tolerationYaml(each);
    }
    all += toleration;
    return u'[' + all.join(u", "_s) + u']';
}

bool isCarried(const model::Cluster &cluster, const QString &pair)
{
    const std::pair<QString, QString> label{pair.section(u'=', 0, 0), pair.section(u'=', 1)};
    const model::ObjectList<model::Node> &nodes = cluster.nodes();
    return std::any_of(nodes.begin(), nodes.end(),
                       [&label](const model::Node &node) { return node.meta.labels.containsAll({label}); });
}

/// The node that lacks one thing alone, and no mere label that others carry, if there is such a one.
const NodeFit *singleMisfit(const model::Cluster &cluster, const std::vector<NodeFit> &fits)
{
    const NodeFit *fallback = nullptr;
    for (const NodeFit &fit : fits) {
        if (fit.misfits.size() != 1 || fit.misfits.front().clause == "resource"_L1)
            continue;
        if (fit.misfits.front().clause != "labels"_L1 || !isCarried(cluster, fit.misfits.front().pair))
            return &fit;
        fallback = fallback ? fallback : &fit;
    }
    return fallback;
}

} // namespace

Facts requestFacts(const model::PodSpec &spec, const QString &resource, base::Quantity missing)
{
    const model::Container *container = hungriest(spec, resource);
    if (!container)
        return {};
    const base::Quantity left = roundedDown(resource, amount(container->requests, resource) - missing);
    return factsOf({{fact::requestContainer, container->name},
                    {fact::suggestedRequest, left.milli > 0 ? left.toString(isBinary(resource)) : QString()}});
}

Facts roomFacts(const model::Pod &pod, const std::vector<NodeFit> &fits)
{
    const NodeFit *best = nearest(fits);
    if (!best)
        return {};
    const Misfit &room = best->misfits.front();
    const bool binary = isBinary(room.resource);
    Facts facts = factsOf({{fact::bestNode, best->node->meta.name},
                           {fact::resource, room.resource},
                           {fact::requested, room.asked.toString(binary)},
                           {fact::free, room.free.toString(binary)},
                           {fact::shortBy, room.missing.toString(binary)}});
    facts.merge(requestFacts(*pod.spec, room.resource, room.missing));
    return facts;
}

Facts ruleFacts(const model::Cluster &cluster, const model::PodSpec &spec, const std::vector<NodeFit> &fits)
{
    const NodeFit *single = singleMisfit(cluster, fits);
    if (!single)
        return {};
    const Misfit &only = single->misfits.front();
    Facts facts = factsOf({{fact::bestNode, single->node->meta.name}, {fact::clause, only.clause}});
    if (only.clause == "taint"_L1 && only.taint) {
        const QString toleration = tolerationYaml(*only.taint);
        facts.merge(factsOf({{fact::taint, taintText(*only.taint)},
                             {fact::tolerationYaml, toleration},
                             {fact::tolerationsYaml, withToleration(spec, toleration)}}));
    }
    if (only.clause == "labels"_L1 && !isCarried(cluster, only.pair)) {
        const QString label = similarNodeLabel(cluster, only.pair.section(u'=', 0, 0), only.pair.section(u'=', 1));
        facts.merge(factsOf({{fact::selectorPair, only.pair}, {fact::labelPair, label}}));
    }
    return facts;
}

} // namespace faultline::checks
