#pragma once

#include "core/base/jsonpath.h"

namespace faultline::base {

/// One side of a filter's comparison: a value as written, or what a path finds in the element.
struct JsonPathOperand {
    QJsonValue literal;
    std::vector<JsonPath::Step> path;
    bool isPath = false;
    bool fromRoot = false; ///< begins with $ instead of @
};

/// [?(left operator right)]; without an operator the element needs something at `left`.
struct JsonPathFilter {
    enum class Operator { Exists, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
    JsonPathOperand left;
    Operator comparison = Operator::Exists;
    JsonPathOperand right;
};

/// One step of a path. Private to the parser and the search.
struct JsonPath::Step {
    enum class Type {
        Member,  ///< `name`; where there is none, the one branch, if there is one (a quoted path)
        Slice,   ///< elements
        Any,     ///< every member or element
        Descend, ///< the value itself and everything in it
        Filter,
        Union ///< each of the branches
    };
    Type type = Type::Member;
    QString name;
    std::optional<int> begin, end; ///< of a slice; counted from the end when negative
    int stride = 1;
    std::vector<std::vector<Step>> branches;
    std::shared_ptr<const JsonPathFilter> filter;
};

} // namespace faultline::base
