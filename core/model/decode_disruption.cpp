#include "core/model/jsonobjects.h"

namespace faultline::model {
namespace {

using Budget = PodDisruptionBudget;

/// An IntOrString as text.
template <auto Member> constexpr JsonField<Budget> amount(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Budget &into) {
                const std::optional<JsonType> type = r.typeOf(v);
                if (type && *type != JsonType::null) {
                    into.*Member = readQuantityText(r, v);
                }
            }};
}

constexpr std::array kSpecFields{
    field<&Budget::selector>("selector"),
    amount<&Budget::minAvailable>("minAvailable"),
    amount<&Budget::maxUnavailable>("maxUnavailable"),
};

constexpr std::array kStatusFields{
    field<&Budget::observedGeneration>("observedGeneration"),
    field<&Budget::disruptionsAllowed>("disruptionsAllowed"),
    field<&Budget::currentHealthy>("currentHealthy"),
    field<&Budget::desiredHealthy>("desiredHealthy"),
    field<&Budget::expectedPods>("expectedPods"),
    field<&Budget::conditions>("conditions"),
};

/// An empty status is what a manifest that somebody saved has: the controller writes all numbers.
void readStatus(Reader &reader, JsonValue &value, Budget &into)
{
    reader.eachField(value, [&](std::string_view key, JsonValue &item) {
        into.hasStatus = true;
        for (const JsonField<Budget> &status : kStatusFields) {
            if (status.key == key) {
                status.read(reader, item, into);
            }
        }
    });
}

constexpr std::array kBudgetFields{
    field<&Budget::meta>("metadata"),
    nested<Budget, kSpecFields>("spec"),
    JsonField<Budget>{"status", readStatus},
};

} // namespace

bool takeDisruptionBudget(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kBudgetFields, into.disruptionBudgets) != nullptr;
}

} // namespace faultline::model
