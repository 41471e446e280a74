#include "core/checks/shared/evidence.h"

#include "core/checks/reasons.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

Evidence fieldOf(const model::ObjectRef &object, const QString &field, const QString &value, base::Timestamp time)
{
    return {object, field, value, time};
}

Evidence conditionOf(const model::ObjectRef &object, const model::Condition &condition)
{
    const QString path = u"status.conditions["_s + condition.type + u"]."_s;
    if (condition.message.isEmpty())
        return fieldOf(object, path + u"status"_s, condition.status, condition.lastTransition);
    return fieldOf(object, path + u"message"_s, condition.message, condition.lastTransition);
}

Evidence eventOf(const model::Event &event)
{
    return fieldOf(event.object, u"events["_s + event.reason + u"].message"_s, event.message, event.last);
}

Facts factsOf(std::initializer_list<std::pair<QLatin1StringView, QString>> pairs)
{
    Facts facts;
    for (const auto &[name, value] : pairs) {
        if (!value.isEmpty())
            facts.insert_or_assign(QString(name), value);
    }
    return facts;
}

Verdict unknownFor(const model::Cluster &cluster, model::Kind kind)
{
    const model::Unseen *unseen = cluster.unseen(kind);
    Q_ASSERT(unseen);
    return unknown(reason::unseen(*unseen, kind));
}

} // namespace faultline::checks
