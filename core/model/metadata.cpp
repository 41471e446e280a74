#include "core/model/metadata.h"

#include <algorithm>

namespace faultline::model {
namespace {

constexpr auto kKeyBefore = [](const std::pair<QString, QString> &pair, QStringView key) { return pair.first < key; };

} // namespace

Labels::Labels(std::initializer_list<std::pair<QString, QString>> pairs)
{
    m_pairs.reserve(pairs.size());
    for (const auto &[key, value] : pairs) {
        insert(key, value);
    }
}

void Labels::insert(const QString &key, const QString &value)
{
    // Never null: a null answer of value() means that there is no such key.
    const QString &kept = value.isNull() ? QStringLiteral("") : value;
    const auto place = std::lower_bound(m_pairs.begin(), m_pairs.end(), key, kKeyBefore);
    if (place != m_pairs.end() && place->first == key) {
        place->second = kept;
    } else {
        m_pairs.emplace(place, key, kept);
    }
}

QString Labels::value(QStringView key) const
{
    const auto place = std::lower_bound(m_pairs.begin(), m_pairs.end(), key, kKeyBefore);
    return place != m_pairs.end() && place->first == key ? place->second : QString();
}

bool Labels::containsAll(const Labels &selector) const
{
    return std::includes(m_pairs.begin(), m_pairs.end(), selector.m_pairs.begin(), selector.m_pairs.end());
}

const Condition *findCondition(const std::vector<Condition> &conditions, QStringView type)
{
    const auto found = std::find_if(conditions.begin(), conditions.end(),
                                    [type](const Condition &condition) { return condition.type == type; });
    return found == conditions.end() ? nullptr : &*found;
}

} // namespace faultline::model
