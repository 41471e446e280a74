#pragma once

#include "core/base/jsonpath.h"
#include "core/checks/check.h"

#include <QtCore/QRegularExpression>

namespace faultline::guide {

/// What a condition looks at.
enum class LookAt {
    Workload,
    Pod,
    Service,
    Ingress,
    Route,
    Node,      ///< of the Pod, or the subject itself
    Namespace, ///< of the subject
    Subject,
    Named ///< any object by its kind and name
};

/// An object by its part in the walk, or by kind and name; the names may have gaps.
struct Target {
    LookAt part = LookAt::Subject;
    model::Kind kind = model::Kind::Unknown; ///< Named only
    QString name;
    QString nameSpace; ///< Named only; empty = the subject's
};

/// What a value has to be like.
struct Test {
    enum class Type { Exists, Equals, OneOf, Contains, Matches, GreaterThan, LessThan, AtLeast, AtMost };
    Type type = Type::Exists;
    bool wanted = true;             ///< Exists only
    std::vector<QJsonValue> values; ///< to compare with; OneOf has several
    QRegularExpression pattern;     ///< Matches only
    bool every = false;             ///< every value has to be so, not just one; and there must be one
};

/// Where values come from.
struct Look {
    enum class What { Object, Events, CurrentLog, PreviousLog };
    What what = What::Object;
    Target target;       ///< Object, Events: whose
    QStringList reasons; ///< Events: only of these reasons; empty = all
    QString container;   ///< logs; empty = the one in question
    base::JsonPath path; ///< Object, Events
    bool hasPath = false;
};

/// A team's question, from its guide file: tests over what is looked at, joined.
struct Condition {
    enum class Join { None, All, Any, Not };
    Join join = Join::None;
    std::vector<Condition> parts; ///< of a join; Not has one
    Look look;                    ///< Join::None only
    Test test;
};

/// A value that fills a gap of the team's texts.
struct Capture {
    QString name;
    Look look;
    QRegularExpression pattern; ///< the first group, or the whole match; empty = the value itself
};

/// What stands in a node instead of a compiled check.
struct TeamCheck {
    Condition when;
    std::vector<Capture> facts;
};

/// Asks: pure, as every check. `known` fills the gaps of names. Yes and no come with where it was seen, unknown with a
/// reason code (reasons.h) and, where it is only not read yet, with what is wanted. Values of environment variables, of
/// Secrets and of ConfigMaps can be asked for, but stand neither in evidence nor in facts.
checks::Verdict ask(const TeamCheck &check, const checks::Scope &scope, const checks::Facts &known);

/// The kinds without which it cannot be answered, sorted: what its rights are about.
std::vector<model::Kind> kindsOf(const TeamCheck &check);
bool readsLogs(const TeamCheck &check);

} // namespace faultline::guide
