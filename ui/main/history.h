#pragma once

#include "core/investigation/investigation.h"

#include <functional>
#include <optional>
#include <vector>

namespace faultline::ui {

/// What was looked at: an application and the question in it.
struct Visit {
    model::ObjectRef subject;
    investigation::Investigation::Focus focus;

    bool operator==(const Visit &) const = default;
};

/// Where somebody has been, as a browser keeps it: back, forward, and a new way cuts off what was ahead. At most 100.
class History
{
public:
    /// Somebody went there.
    void visit(const Visit &visit);
    /// The same place looks different now: nobody went anywhere.
    void amend(const Visit &visit);
    /// Forgets all whose subject is not there any more.
    void keep(const std::function<bool(const model::ObjectRef &)> &exists);
    void clear();

    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < static_cast<int>(m_visits.size()); }
    std::optional<Visit> back();
    std::optional<Visit> forward();
    int count() const { return static_cast<int>(m_visits.size()); }

private:
    std::vector<Visit> m_visits;
    int m_at = -1; ///< where somebody is now; -1 while empty
};

} // namespace faultline::ui
