#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodefit.h"
#include "core/checks/shared/nodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

bool isBinary(const QString &resource) { return resource != "cpu"_L1 && resource != "pods"_L1; }

/// Of these a container's limit must be its request (core/v1 validation: helper.IsExtendedResourceName, hugepages).
bool isExtended(const QString &resource) { return resource.contains(u'/') || resource.startsWith("hugepages-"_L1); }

base::Quantity amount(const model::Resources &resources, const QString &name)
{
    const auto found = resources.find(name);
    return found == resources.end() ? base::Quantity{} : found->second;
}

/// The node with the most of a resource; the first of equals.
const model::Node &largestNode(const model::Cluster &cluster, const QString &resource)
{
    const auto less = [&resource](const model::Node &left, const model::Node &right) {
        return amount(left.allocatable, resource) < amount(right.allocatable, resource);
    };
    const model::ObjectList<model::Node> &nodes = cluster.nodes();
    return *std::max_element(nodes.begin(), nodes.end(), less);
}

/// The container that asks for the largest share: the place where a person would change it.
QString requestField(const model::PodSpec &spec, const QString &resource)
{
    size_t largest = 0;
    for (size_t index = 1; index < spec.containers.size(); ++index) {
        if (amount(spec.containers[largest].requests, resource) < amount(spec.containers[index].requests, resource))
            largest = index;
    }
    return u"spec.containers[%1].resources.requests.%2"_s.arg(largest).arg(resource);
}

Verdict tooLarge(const Scope &scope, const QString &resource, base::Quantity request)
{
    const model::Node &node = largestNode(scope.cluster, resource);
    const QString requested = request.toString(isBinary(resource));
    const base::Quantity most = amount(node.allocatable, resource);
    const QString largest = most.toString(isBinary(resource));
    Facts facts = requestFacts(*scope.pod->spec, resource, request - most);
    facts.merge(factsOf({{fact::resource, resource},
                         {fact::requested, requested},
                         {fact::extendedResource, isExtended(resource) ? resource : QString()},
                         {fact::largest, largest},
                         {fact::bestNode, node.meta.name}}));
    std::vector<Evidence> evidence{fieldOf(refTo(*scope.pod), requestField(*scope.pod->spec, resource), requested),
                                   fieldOf(refTo(node), u"status.allocatable."_s + resource, largest)};
    for (Evidence &line : fitEvidence(nodeFits(scope.cluster, *scope.pod))) {
        if (line.object != refTo(node))
            evidence.push_back(std::move(line));
    }
    return yes(std::move(evidence), std::move(facts));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    if (!seesNodes(scope.cluster))
        return unknownForNodes(scope.cluster);
    for (const auto &[resource, request] : model::effectiveRequests(*scope.pod->spec)) {
        if (request > amount(largestNode(scope.cluster, resource).allocatable, resource))
            return tooLarge(scope, resource, request);
    }
    return no();
}

} // namespace

Check requestLargerThanAnyNode() { return {u"request_larger_than_any_node"_s, {Kind::Pod, Kind::Node}, ask}; }

} // namespace faultline::checks
