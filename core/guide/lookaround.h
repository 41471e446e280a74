#pragma once

#include "core/guide/condition.h"

namespace faultline::guide {

/// One value that a Look came upon.
struct Seen {
    QJsonValue value;
    QJsonValue shown; ///< the same, with what must not be shown replaced; undefined where nothing may be shown
    checks::Evidence evidence;
};

/// Everything that a Look came upon, or why nothing can be said.
struct View {
    std::vector<Seen> seen;
    checks::Evidence place; ///< where was looked, for the answer that nothing is there
    QString unknownReason;  ///< empty when it was looked at
    std::vector<model::ObjectRef> wantedObjects;
    std::vector<model::LogKey> wantedLogs;
};

View lookAround(const Look &look, const checks::Scope &scope, const checks::Facts &known);

/// The kind that a target is of; Unknown for parts that can be of several kinds.
model::Kind kindOf(const Target &target);

/// A short text of a value, on one line: for evidence and gaps.
QString shortText(const QJsonValue &value);

} // namespace faultline::guide
