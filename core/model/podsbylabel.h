#pragma once

#include "core/model/objectlist.h"
#include "core/model/pod.h"

#include <QtCore/QHash>

#include <atomic>
#include <mutex>

namespace faultline::model {

/// The Pods of one namespace by their labels. The first who ask are answered by looking at every Pod; only where many
/// ask, as in a namespace with many Services, is an index made, once. Safe to ask from any thread.
class PodsByLabel
{
public:
    void add(const Pod &pod) { m_pods.push_back(&pod); } ///< in order, and before anybody asks; it must stay

    /// Those that carry every pair of `selector`, in the order they were added; all of them where it is empty.
    std::vector<const Pod *> with(const Labels &selector) const;

private:
    using Pair = std::pair<QString, QString>;

    const std::vector<const Pod *> &candidates(const Labels &selector) const;
    void makeIndex() const;

    std::vector<const Pod *> m_pods;
    mutable std::atomic<int> m_asked = 0;
    mutable std::once_flag m_isMade;
    mutable QHash<Pair, std::vector<const Pod *>> m_byPair;
};

} // namespace faultline::model
