#pragma once

#include "core/model/metadata.h"

namespace faultline::model {

/// One of matchExpressions[].
struct LabelRequirement {
    QString key;
    QString op; ///< "In", "NotIn", "Exists", "DoesNotExist"
    QStringList values;

    bool operator==(const LabelRequirement &) const = default;
};

/// A LabelSelector of meta/v1. A workload's own Pods are known by ownerReferences instead.
struct LabelSelector {
    Labels matchLabels;
    bool hasExpressions = false;
    std::vector<LabelRequirement> expressions;

    bool operator==(const LabelSelector &) const = default;
};

/// True when every pair and every expression holds; an empty selector fits everything. NotIn and DoesNotExist hold for
/// a key that is absent (apimachinery labels.Requirement.Matches).
bool matches(const LabelSelector &selector, const Labels &labels);

/// "app=web,tier in (a, b),!old"; empty for a selector that fits everything.
QString selectorText(const LabelSelector &selector);

} // namespace faultline::model
