#include "core/model/clusterparts.h"

#include "core/model/clusterlists.h"

#include <iterator>

namespace faultline::model {

void append(ClusterData &&page, ClusterData &into)
{
    forEachList([&](auto list) {
        auto &from = (page.*list).shared();
        auto &to = (into.*list).shared();
        if (to.empty()) {
            to = std::move(from);
        } else {
            to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
        }
    });
}

} // namespace faultline::model
