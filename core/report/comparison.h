#pragma once

#include "core/compare/comparison.h"
#include "core/report/report.h"

namespace faultline::report {

/// What the writers of a comparison are made from; `before` and `after` as they were compared.
struct ComparisonInput {
    const compare::Comparison *comparison = nullptr;
    Input before, after; ///< their texts are in the language of `after`
};

/// Plain text for a terminal. `colour` adds our own SGR codes.
QString comparisonText(const ComparisonInput &input, bool colour);

/// GitHub-flavoured Markdown, for a review.
QString comparisonMarkdown(const ComparisonInput &input);

/// `faultline.comparison/1`; the schema is resources/schemas/comparison-1.schema.json.
QJsonObject comparisonJson(const ComparisonInput &input);

} // namespace faultline::report
