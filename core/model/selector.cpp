#include "core/model/selector.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::model {

namespace {

bool holds(const LabelRequirement &requirement, const Labels &labels)
{
    const QString value = labels.value(requirement.key);
    if (requirement.op == "Exists"_L1)
        return !value.isNull();
    if (requirement.op == "DoesNotExist"_L1)
        return value.isNull();
    const bool isListed = !value.isNull() && requirement.values.contains(value);
    return requirement.op == "NotIn"_L1 ? !isListed : isListed;
}

QString textOf(const LabelRequirement &requirement)
{
    if (requirement.op == "Exists"_L1)
        return requirement.key;
    if (requirement.op == "DoesNotExist"_L1)
        return u'!' + requirement.key;
    const QString word = requirement.op == "NotIn"_L1 ? u"notin"_s : u"in"_s;
    return u"%1 %2 (%3)"_s.arg(requirement.key, word, requirement.values.join(", "_L1));
}

} // namespace

bool matches(const LabelSelector &selector, const Labels &labels)
{
    return labels.containsAll(selector.matchLabels) &&
           std::all_of(selector.expressions.begin(), selector.expressions.end(),
                       [&](const LabelRequirement &requirement) { return holds(requirement, labels); });
}

QString selectorText(const LabelSelector &selector)
{
    QStringList parts;
    for (const auto &[key, value] : selector.matchLabels)
        parts.append(key + u'=' + value);
    for (const LabelRequirement &requirement : selector.expressions)
        parts.append(textOf(requirement));
    return parts.join(u',');
}

} // namespace faultline::model
