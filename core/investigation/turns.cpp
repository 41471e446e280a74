#include "core/investigation/turns.h"

namespace faultline::investigation {

using guide::Health;

std::optional<Turn> Turns::note(const model::ObjectRef &subject, Health health, base::Timestamp now)
{
    if (health == Health::Waiting || health == Health::Unjudged) {
        return std::nullopt;
    }
    const Turn::Into state = health == Health::Fine ? Turn::Into::Fine : Turn::Into::Broken;
    const auto seen = m_seen.find(subject);
    if (seen == m_seen.end()) {
        m_seen.insert(subject, {state, now});
        return std::nullopt;
    }
    if (seen->state == state) {
        return std::nullopt;
    }
    const qint64 lasted = seen->since.isValid() && now.isValid() ? std::max<qint64>(0, now.ms - seen->since.ms) : 0;
    *seen = {state, now};
    return Turn{subject, state, lasted};
}

} // namespace faultline::investigation
