#include "core/guide/needs.h"

#include "core/guide/condition.h"

#include <set>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

/// The objects of these kinds are asked for whole: by list to know which there are, by get to read them.
void addGets(const Node &node, const std::vector<model::Kind> &kinds, std::set<Right> &into)
{
    if (!node.teamCheck)
        return;
    for (const model::Kind kind : kinds) {
        if (kind != model::Kind::Event)
            into.insert({u"get"_s, model::resourceName(kind), model::apiGroup(kind), !model::isNamespaced(kind)});
    }
}

} // namespace

std::vector<model::Kind> neededKinds(const Guide &guide)
{
    std::set<model::Kind> kinds{model::Kind::Pod, model::Kind::ReplicaSet, model::Kind::Service, model::Kind::Ingress};
    for (const Node &node : guide.nodes()) {
        if (node.teamCheck) {
            const std::vector<model::Kind> own = kindsOf(*node.teamCheck);
            kinds.insert(own.begin(), own.end());
        }
        if (const checks::Check *check = checks::findCheck(node.checkId)) {
            kinds.insert(check->needs.begin(), check->needs.end());
            kinds.insert(check->alsoReads.begin(), check->alsoReads.end());
        }
    }
    return {kinds.begin(), kinds.end()};
}

QString Right::toString() const
{
    const QString name = group.isEmpty() ? resource : resource + u'.' + group;
    return verb + u' ' + name + (isClusterWide ? u" (cluster-wide)"_s : QString());
}

bool Right::operator<(const Right &other) const
{
    return std::tie(group, resource, verb) < std::tie(other.group, other.resource, other.verb);
}

std::vector<Right> rightsOf(const Node &node)
{
    const checks::Check *check = checks::findCheck(node.checkId);
    const std::vector<model::Kind> kinds = node.teamCheck ? kindsOf(*node.teamCheck)
                                           : check        ? check->needs
                                                          : std::vector<model::Kind>();
    std::set<Right> rights;
    for (const model::Kind kind : kinds)
        rights.insert({u"list"_s, model::resourceName(kind), model::apiGroup(kind), !model::isNamespaced(kind)});
    addGets(node, kinds, rights);
    if (node.teamCheck ? readsLogs(*node.teamCheck) : check != nullptr && check->readsLogs)
        rights.insert({u"get"_s, u"pods/log"_s, QString(), false});
    return {rights.begin(), rights.end()};
}

} // namespace faultline::guide
