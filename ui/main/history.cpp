#include "ui/main/history.h"

namespace faultline::ui {

namespace {
constexpr size_t kMost = 100;
} // namespace

void History::visit(const Visit &visit)
{
    if (m_at >= 0 && m_visits[static_cast<size_t>(m_at)] == visit)
        return;
    m_visits.resize(static_cast<size_t>(m_at) + 1); // -1 + 1 where there is none
    m_visits.push_back(visit);
    if (m_visits.size() > kMost)
        m_visits.erase(m_visits.begin());
    m_at = count() - 1;
}

void History::amend(const Visit &visit)
{
    if (m_at >= 0 && m_visits[static_cast<size_t>(m_at)].subject == visit.subject) {
        m_visits[static_cast<size_t>(m_at)] = visit;
    } else {
        this->visit(visit);
    }
}

void History::keep(const std::function<bool(const model::ObjectRef &)> &exists)
{
    std::vector<Visit> kept;
    int at = -1;
    for (int i = 0; i < count(); ++i) {
        const Visit &visit = m_visits[static_cast<size_t>(i)];
        const bool isSame = !kept.empty() && kept.back() == visit;
        if (exists(visit.subject) && !isSame)
            kept.push_back(visit);
        if (i <= m_at)
            at = static_cast<int>(kept.size()) - 1;
    }
    m_visits = std::move(kept);
    m_at = m_visits.empty() ? -1 : std::max(at, 0);
}

void History::clear()
{
    m_visits.clear();
    m_at = -1;
}

std::optional<Visit> History::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_visits[static_cast<size_t>(--m_at)];
}

std::optional<Visit> History::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_visits[static_cast<size_t>(++m_at)];
}

} // namespace faultline::ui
