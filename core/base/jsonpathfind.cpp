#include "core/base/jsonpathsteps.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace faultline::base {

namespace {

using Step = JsonPath::Step;
using Match = JsonPath::Match;
using Matches = std::vector<Match>;
using Operator = JsonPathFilter::Operator;

/// -1, 0 or 1 for two numbers or two texts; nothing for what has no order.
std::optional<int> ordered(const QJsonValue &left, const QJsonValue &right)
{
    if (left.isDouble() && right.isDouble()) {
        const double a = left.toDouble();
        const double b = right.toDouble();
        return a < b ? -1 : a > b ? 1 : 0;
    }
    if (left.isString() && right.isString())
        return std::clamp(left.toString().compare(right.toString()), -1, 1);
    return std::nullopt;
}

bool compares(const QJsonValue &left, Operator comparison, const QJsonValue &right)
{
    if (comparison == Operator::Equal)
        return left == right;
    if (comparison == Operator::NotEqual)
        return left != right;
    const auto order = ordered(left, right);
    if (!order)
        return false;
    switch (comparison) {
    case Operator::Less:
        return *order < 0;
    case Operator::LessOrEqual:
        return *order <= 0;
    case Operator::Greater:
        return *order > 0;
    default:
        return *order >= 0;
    }
}

/// One search. Every value that is looked at counts, so that a hostile object or path cannot keep it busy.
class Search
{
public:
    Search(const QJsonValue &root, int mostWork) : m_root(root), m_left(mostWork) {}

    bool isExhausted() const { return m_left < 0; }

    Matches along(const std::vector<Step> &steps, const Match &from)
    {
        Matches found{from};
        for (const Step &step : steps) {
            Matches next;
            for (const Match &match : found) {
                if (isExhausted())
                    return {};
                take(step, match, next);
            }
            found = std::move(next);
        }
        return found;
    }

private:
    void take(const Step &step, const Match &from, Matches &into)
    {
        --m_left;
        switch (step.type) {
        case Step::Type::Member:
            return takeMember(step, from, into);
        case Step::Type::Slice:
            return takeSlice(step, from, into);
        case Step::Type::Any:
            return forEachChild(from, [&](const Match &child) { into.push_back(child); });
        case Step::Type::Descend:
            return descend(from, into);
        case Step::Type::Filter:
            return forEachChild(from, [&](const Match &child) {
                if (passes(*step.filter, child))
                    into.push_back(child);
            });
        case Step::Type::Union:
            for (const auto &branch : step.branches) {
                for (Match &match : along(branch, from))
                    into.push_back(std::move(match));
            }
        }
    }

    void takeMember(const Step &step, const Match &from, Matches &into)
    {
        const QJsonObject object = from.value.toObject();
        if (const auto it = object.constFind(step.name); it != object.constEnd()) {
            into.push_back({it.value(), std::make_shared<const JsonPlace>(JsonPlace{from.place, step.name, -1})});
            return;
        }
        for (const auto &branch : step.branches) {
            for (Match &match : along(branch, from))
                into.push_back(std::move(match));
        }
    }

    void takeSlice(const Step &step, const Match &from, Matches &into)
    {
        const QJsonArray array = from.value.toArray();
        const auto size = static_cast<int>(array.size());
        const auto fromFront = [size](int index) { return index < 0 ? index + size : index; };
        const int begin = fromFront(step.begin.value_or(0));
        const int end = std::min(size, fromFront(step.end.value_or(size)));
        // An index before the first element finds nothing; only a slice may begin there.
        for (qint64 i = begin; i < end && !isExhausted(); i += step.stride) {
            --m_left;
            if (i >= 0)
                into.push_back(element(array, static_cast<int>(i), from));
        }
    }

    static Match element(const QJsonArray &array, int index, const Match &from)
    {
        return {array.at(index), std::make_shared<const JsonPlace>(JsonPlace{from.place, {}, index})};
    }

    template <typename Visit> void forEachChild(const Match &from, const Visit &visit)
    {
        if (from.value.isArray()) {
            const QJsonArray array = from.value.toArray();
            for (int i = 0; i < static_cast<int>(array.size()) && !isExhausted(); ++i) {
                --m_left;
                visit(element(array, i, from));
            }
            return;
        }
        const QJsonObject object = from.value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd() && !isExhausted(); ++it) {
            --m_left;
            visit(Match{it.value(), std::make_shared<const JsonPlace>(JsonPlace{from.place, it.key(), -1})});
        }
    }

    /// Objects and lists alone, the outer before the inner one (evalRecursive in client-go util/jsonpath).
    void descend(const Match &from, Matches &into)
    {
        if (!from.value.isObject() && !from.value.isArray())
            return;
        into.push_back(from);
        forEachChild(from, [&](const Match &child) { descend(child, into); });
    }

    std::optional<QJsonValue> valueOf(const JsonPathOperand &operand, const Match &element)
    {
        if (!operand.isPath)
            return operand.literal;
        const Matches found = along(operand.path, operand.fromRoot ? Match{m_root, {}} : element);
        // As in kubectl one value is compared; several have no single answer.
        return found.size() == 1 ? std::optional(found.front().value) : std::nullopt;
    }

    bool passes(const JsonPathFilter &filter, const Match &element)
    {
        if (filter.comparison == Operator::Exists)
            return !along(filter.left.path, element).empty();
        const auto left = valueOf(filter.left, element);
        const auto right = valueOf(filter.right, element);
        return left && right && compares(*left, filter.comparison, *right);
    }

    const QJsonValue &m_root;
    int m_left;
};

} // namespace

std::optional<std::vector<Match>> JsonPath::find(const QJsonValue &root, int mostWork) const
{
    Search search(root, mostWork);
    Matches found{{root, {}}};
    if (m_steps)
        found = search.along(*m_steps, {root, {}});
    return search.isExhausted() ? std::nullopt : std::optional(std::move(found));
}

} // namespace faultline::base
