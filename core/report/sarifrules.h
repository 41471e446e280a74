#pragma once

#include "core/report/subjectview.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

namespace faultline::report {

/// "error", "warning" or "note": how SARIF weighs a finding.
QString levelOf(const guide::Finding &finding);

/// The guide's leaves and questions that a log speaks of, as SARIF rules, in the order in which they come up.
class SarifRules
{
public:
    explicit SarifRules(const Input &input) : m_input(input) {}

    /// Where the rule stands in rules(); makes it on its first use. `view` tells its level.
    int indexOf(const guide::NodeId &id, const FindingView &view);

    const QJsonArray &rules() const { return m_rules; }

private:
    QJsonObject rule(const guide::Node &node, const FindingView &view) const;

    const Input &m_input;
    QJsonArray m_rules;
    QHash<guide::NodeId, int> m_index;
};

} // namespace faultline::report
