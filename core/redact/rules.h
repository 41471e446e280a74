#pragma once

#include <QtCore/QRegularExpression>

#include <vector>

namespace faultline::redact {

/// One line of resources/redact/rules.yaml: what a credential looks like.
struct Rule {
    QString id; ///< stands in the mask
    QRegularExpression pattern;
    int group = 0; ///< the part that is masked; 0 = all of it
};

/// The rules that ship with the program, read once. Empty only when the program was built without them.
const std::vector<Rule> &rules();

} // namespace faultline::redact
