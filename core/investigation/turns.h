#pragma once

#include "core/guide/diagnosis.h"

#include <QtCore/QHash>

namespace faultline::investigation {

/// A subject that was fine is broken, or the other way round.
struct Turn {
    enum class Into { Fine, Broken };
    model::ObjectRef subject;
    Into into = Into::Fine;
    qint64 lastedMs = 0; ///< how long it had been what it was before, by the cluster's clock and as far as was seen

    bool operator==(const Turn &) const = default;
};

/// Remembers how subjects fared. What waits is neither: a rollout on its way from fine to fine is no news, and one that
/// began broken and waits meanwhile has been broken all the time.
class Turns
{
public:
    void clear() { m_seen.clear(); }

    /// The turn that this is, if it is one. What is seen for the first time is none.
    std::optional<Turn> note(const model::ObjectRef &subject, guide::Health health, base::Timestamp now);

    /// Forgets subjects that are not there any more.
    template <typename IsThere> void keepOnly(IsThere isThere)
    {
        m_seen.removeIf([&](const auto &entry) { return !isThere(entry.key()); });
    }

private:
    struct Seen {
        Turn::Into state;
        base::Timestamp since;
    };
    QHash<model::ObjectRef, Seen> m_seen;
};

} // namespace faultline::investigation
