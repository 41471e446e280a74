#pragma once

#include "core/report/report.h"

namespace faultline::report {

/// Where something stands in a file that was read.
struct Place {
    QString file; ///< a path as it may be shown
    int line = 0; ///< counted from 1
};
using PlacedField = std::pair<model::ObjectRef, QString>; ///< an object and a field of it, "spec.selector.tier"
using Places = std::map<PlacedField, Place>;

/// The fields that toSarif() would point to if their lines were known: of each finding what proves it, then the
/// object's own name.
std::vector<PlacedField> fieldsToPlace(const Input &input);

/// SARIF 2.1.0 (OASIS). Rules are the guide's leaves and open questions that occur; results are findings: level error
/// for a proven fault, warning for a suspected one and an open question, note for what is noted or waits. The
/// fingerprint "faultline/v1" is that of the subject, leaf, object and container, so that it outlives a Pod. Texts in
/// Input::language.
QJsonObject toSarif(const Input &input, const Places &places);

} // namespace faultline::report
