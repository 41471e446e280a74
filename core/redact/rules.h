#pragma once

#include "core/base/language.h"

#include <QtCore/QRegularExpression>

#include <map>
#include <vector>

namespace faultline::redact {

/// One line of resources/redact/rules.yaml: what a credential looks like, or something else that a person may want
/// masked.
struct Rule {
    QString id; ///< stands in the mask
    QRegularExpression pattern;
    int group = 0;  ///< the part that is masked; 0 = all of it
    QString choice; ///< "address", "mail": only on a person's wish; empty = always
};

/// The rules that ship with the program, read once. Empty only when the program was built without them.
const std::vector<Rule> &rules();

/// Matches every text in which one of the rules that always count finds something: one look instead of one a rule.
const QRegularExpression &anyRule();

/// What a rule's id means in words, "a password, token or key behind its name".
base::LocalizedText ruleTitle(const QString &id);

} // namespace faultline::redact
