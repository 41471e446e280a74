#pragma once

#include "core/report/comparison.h"
#include "core/report/subjectview.h"

namespace faultline::report {

/// What all writers of a comparison show: texts filled, masked and harmless.
struct FindingLine {
    compare::Fared fared = compare::Fared::Stayed;
    const guide::Finding *finding = nullptr;
    bool isFault = false;
    QString subject; ///< "Deployment/shop/orders"
    QString title;
    QString weight;
    QString object;
};

struct HealthLine {
    QString subject;
    QString before, after;     ///< in words; "not there" for none
    QString beforeId, afterId; ///< of the JSON; empty for none
};

struct ObjectLine {
    compare::Fared fared = compare::Fared::Stayed;
    QString object;
    std::vector<compare::FieldChange> fields; ///< a value of more than 200 letters is cut
};

struct ComparisonView {
    QString before, after; ///< "shop.tar.gz · 2026-11-27T10:00:00Z"
    std::vector<FindingLine> findings;
    std::vector<HealthLine> health;
    std::vector<ObjectLine> objects;
    QStringList notCompared; ///< resource names
};

ComparisonView viewOf(const ComparisonInput &input);

/// Its findings that fared so.
std::vector<const FindingLine *> findingsThat(const ComparisonView &view, compare::Fared fared);

} // namespace faultline::report
