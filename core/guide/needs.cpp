#include "core/guide/needs.h"

#include <set>

namespace faultline::guide {

std::vector<model::Kind> neededKinds(const Guide &guide)
{
    std::set<model::Kind> kinds{model::Kind::Pod, model::Kind::ReplicaSet, model::Kind::Service, model::Kind::Ingress};
    for (const Node &node : guide.nodes()) {
        if (const checks::Check *check = checks::findCheck(node.checkId)) {
            kinds.insert(check->needs.begin(), check->needs.end());
            kinds.insert(check->alsoReads.begin(), check->alsoReads.end());
        }
    }
    return {kinds.begin(), kinds.end()};
}

} // namespace faultline::guide
