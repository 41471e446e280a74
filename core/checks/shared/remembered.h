#pragma once

#include "core/model/cluster.h"

#include <optional>

namespace faultline::checks {

/// What `make` works out of a picture for one key, made again only for another picture or key: several checks about
/// several Pods of one application ask for the same. One for each thread. What `make` looks at is noted by whoever
/// asked first alone: look at it beside this, when a Recording must know.
template <typename Key, typename Value> class Remembered
{
public:
    template <typename Make> const Value &get(const model::Cluster &cluster, const Key &key, Make make)
    {
        if (!m_value || m_serial != cluster.serial() || m_key != key) {
            m_value = make();
            m_serial = cluster.serial();
            m_key = key;
        }
        return *m_value;
    }

private:
    quint64 m_serial = 0;
    Key m_key;
    std::optional<Value> m_value;
};

} // namespace faultline::checks
