#include "core/model/reads.h"

#include <algorithm>

namespace faultline::model {

namespace {

thread_local Reads *t_current = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

size_t keyOf(Look look, const ObjectRef &ref)
{
    const bool isList = look == Look::ListIn || look == Look::ListAll;
    const ObjectRef named{isList ? listKind(ref.kind) : ref.kind, look == Look::ListAll ? QString() : ref.nameSpace,
                          isList ? QString() : ref.name};
    return qHash(named, static_cast<size_t>(look) + 1);
}

} // namespace

void Touched::note(Look look, const ObjectRef &ref) { m_keys.push_back(keyOf(look, ref)); }

void Touched::noteObject(const ObjectRef &ref)
{
    for (const Look look : {Look::Object, Look::Events, Look::ListIn, Look::ListAll}) {
        note(look, ref);
    }
}

void Touched::noteLabels(const QString &nameSpace, const Labels &labels) { m_pods.emplace_back(nameSpace, labels); }

void Reads::note(Look look, const ObjectRef &ref) { m_keys.push_back(keyOf(look, ref)); }

void Reads::noteSelector(const QString &nameSpace, const Labels &selector)
{
    const std::pair entry{nameSpace, selector};
    if (std::find(m_selectors.begin(), m_selectors.end(), entry) == m_selectors.end()) {
        m_selectors.push_back(entry);
    }
}

void Reads::seal()
{
    std::sort(m_keys.begin(), m_keys.end());
    m_keys.erase(std::unique(m_keys.begin(), m_keys.end()), m_keys.end());
    m_keys.shrink_to_fit();
}

bool Reads::isTouchedBy(const Touched &touched) const
{
    if (touched.isNothing()) {
        return false;
    }
    if (m_everything || touched.m_everything) {
        return true;
    }
    const auto isRead = [this](size_t key) { return std::binary_search(m_keys.begin(), m_keys.end(), key); };
    if (std::any_of(touched.m_keys.begin(), touched.m_keys.end(), isRead)) {
        return true;
    }
    return std::any_of(m_selectors.begin(), m_selectors.end(), [&](const auto &selector) {
        return std::any_of(touched.m_pods.begin(), touched.m_pods.end(), [&](const auto &pod) {
            return (selector.first.isEmpty() || pod.first == selector.first) && pod.second.containsAll(selector.second);
        });
    });
}

Recording::Recording(Reads &reads) : m_before(t_current) { t_current = &reads; }

Recording::~Recording() { t_current = m_before; }

Reads *Recording::current() { return t_current; }

} // namespace faultline::model
