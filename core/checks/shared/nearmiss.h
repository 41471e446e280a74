#pragma once

#include "core/model/metadata.h"

#include <utility>

namespace faultline::checks {

using LabelPair = std::pair<QString, QString>;

/// How well a selector fits a set of labels: 1.0 fits, below 0.5 has nothing to do with it.
struct SelectorScore {
    double score = 0.0;
    LabelPair selectorPair; ///< the pair that fits worst
    LabelPair labelPair;    ///< the label it most likely means; a null key when there is none
};

inline constexpr double kNearMiss = 0.5; ///< from this score on a selector is shown as almost matching

/// Scores each pair of the selector against the labels and takes the worst: 1.0 equal; 0.9 equal but for spelling;
/// 0.8 same key, value a slip; 0.7 same value under a key that means the same; 0.5 key and value contained word by
/// word, or the key is missing while another pair names the same application. An empty selector scores 0.
SelectorScore scoreSelector(const model::Labels &selector, const model::Labels &labels);

/// A pair of a selector that does not stand in the labels, and the label that it most likely means.
struct WrongPair {
    LabelPair selectorPair;
    LabelPair labelPair; ///< a null key when there is none
};

/// Every pair of the selector that the labels lack, in key order. A label that a controller writes (pod-template-hash)
/// is never proposed.
std::vector<WrongPair> wrongPairs(const model::Labels &selector, const model::Labels &labels);

/// True for labels that a controller writes and that change with every rollout: nobody means them in a Service.
bool isMachineKey(const QString &key);

/// True when a pair that names an application (app, app.kubernetes.io/name ...) stands in both.
bool namesTheSameApplication(const model::Labels &selector, const model::Labels &labels);

/// "tier=backend"; empty for a pair without a key.
QString pairText(const LabelPair &pair);

/// "a=b,c=d", in key order.
QString labelsText(const model::Labels &labels);

} // namespace faultline::checks
