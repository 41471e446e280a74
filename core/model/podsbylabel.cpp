#include "core/model/podsbylabel.h"

#include <algorithm>

namespace faultline::model {

namespace {
constexpr int kLooksAtAll = 16; ///< what making the index costs, about
const std::vector<const Pod *> kNone;
} // namespace

std::vector<const Pod *> PodsByLabel::with(const Labels &selector) const
{
    std::vector<const Pod *> found;
    for (const Pod *pod : candidates(selector)) {
        if (pod->meta.labels.containsAll(selector)) {
            found.push_back(pod);
        }
    }
    return found;
}

const std::vector<const Pod *> &PodsByLabel::candidates(const Labels &selector) const
{
    if (m_asked.fetch_add(1, std::memory_order_relaxed) < kLooksAtAll) {
        return m_pods;
    }
    std::call_once(m_isMade, [this] { makeIndex(); });
    const std::vector<const Pod *> *fewest = &m_pods;
    for (const Pair &pair : selector) {
        const auto carriers = m_byPair.constFind(pair);
        if (carriers == m_byPair.cend()) {
            return kNone;
        }
        if (carriers->size() < fewest->size()) {
            fewest = &*carriers;
        }
    }
    return *fewest;
}

void PodsByLabel::makeIndex() const
{
    for (const Pod *pod : m_pods) {
        for (const Pair &pair : pod->meta.labels) {
            m_byPair[pair].push_back(pod);
        }
    }
}

} // namespace faultline::model
