#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::ui::wizard {

/// "Yes", "No", "I don't know".
QString answerWords(checks::Answer answer);

/// Who gave the answer: "answered by the cluster", "your answer", "not tried yet", "a step to look at".
QString byWords(const guide::Node &node, const guide::Step &step);

/// Why a step has nothing to show as its proof.
QString noProofWords(const guide::Node &node, const guide::Step &step, base::Language language);

/// A moment as people read it, in UTC as the cluster writes it; with the date when it is not the day of `now`.
QString timeWords(base::Timestamp time, base::Timestamp now);

/// How long before `now`, in the largest unit that fits: "18 min ago". Empty when either is not known.
QString ageWords(base::Timestamp time, base::Timestamp now);

/// The `state` of the style sheet for the answer of a step on the way: the blue of the path, or grey for not known.
QString lookOfStep(const guide::Node &node, const guide::Step &step);

/// The same for a step that led to a finding.
QString lookOfFinding(const guide::Finding &finding);

} // namespace faultline::ui::wizard
