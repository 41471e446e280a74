#include "core/model/jsonobjects.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

using Autoscaler = HorizontalPodAutoscaler;

constexpr std::array kTargetFields{
    field<&Autoscaler::targetVersion>("apiVersion"),
    field<&Autoscaler::targetKind>("kind"),
    field<&Autoscaler::targetName>("name"),
};

/// One metric of type Resource: v2 and v2beta2 nest how it is meant in `target`, v2beta1 tells it by the field's name.
struct ResourceMetric {
    QString name;
    QString targetType;
    std::optional<int> percent;
};

constexpr std::array kMetricTargetFields{field<&ResourceMetric::targetType>("type")};

constexpr std::array kResourceMetricFields{
    field<&ResourceMetric::name>("name"),
    nested<ResourceMetric, kMetricTargetFields>("target"),
    field<&ResourceMetric::percent>("targetAverageUtilization"),
};

constexpr std::array kMetricFields{nested<ResourceMetric, kResourceMetricFields>("resource")};

void readMetrics(Reader &reader, JsonValue &value, Autoscaler &into)
{
    reader.eachItem(value, [&](JsonValue &item) {
        ResourceMetric metric;
        readFields(reader, item, metric, kMetricFields);
        if (metric.targetType == "Utilization"_L1 || metric.percent) {
            into.utilized.append(metric.name);
        }
    });
}

void readCpuPercentage(Reader &reader, JsonValue &value, Autoscaler &into)
{
    std::optional<int> percent;
    read(reader, value, percent);
    if (percent) {
        into.utilized.append(u"cpu"_s);
    }
}

constexpr std::array kSpecFields{
    nested<Autoscaler, kTargetFields>("scaleTargetRef"),
    field<&Autoscaler::minReplicas>("minReplicas"),
    field<&Autoscaler::maxReplicas>("maxReplicas"),
    JsonField<Autoscaler>{"metrics", readMetrics},
    JsonField<Autoscaler>{"targetCPUUtilizationPercentage", readCpuPercentage}, // autoscaling/v1
};

constexpr std::array kStatusFields{
    field<&Autoscaler::currentReplicas>("currentReplicas"),
    field<&Autoscaler::desiredReplicas>("desiredReplicas"),
    field<&Autoscaler::conditions>("conditions"),
};

constexpr std::array kAutoscalerFields{
    field<&Autoscaler::meta>("metadata"),
    nested<Autoscaler, kSpecFields>("spec"),
    nested<Autoscaler, kStatusFields>("status"),
};

/// autoscaling/v1 has no conditions: the server writes those of v2 as JSON into an annotation
/// (pkg/apis/autoscaling/v1/conversion.go).
std::vector<Condition> conditionsIn(const QString &annotation)
{
    std::vector<Condition> conditions;
    const QJsonArray written = QJsonDocument::fromJson(annotation.toUtf8()).array();
    for (const QJsonValue &value : written) {
        Condition condition;
        condition.type = value["type"_L1].toString();
        condition.status = value["status"_L1].toString();
        condition.reason = value["reason"_L1].toString();
        condition.message = value["message"_L1].toString();
        condition.lastTransition = base::Timestamp::parse(value["lastTransitionTime"_L1].toString());
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

} // namespace

bool takeAutoscaler(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    Autoscaler *taken = takeByTable(reader, object, kAutoscalerFields, into.autoscalers);
    if (taken && taken->conditions.empty()) {
        taken->conditions = conditionsIn(taken->meta.annotations.value(u"autoscaling.alpha.kubernetes.io/conditions"));
    }
    return taken != nullptr;
}

} // namespace faultline::model
