#pragma once

#include <string>
#include <string_view>

namespace faultline::base {

/// What a scalar is, resolved as kubectl resolves it (gopkg.in/yaml.v2 resolve.go, which sigs.k8s.io/yaml carries on).
struct YamlScalar {
    enum class Type {
        Null,
        Boolean,
        Number,
        Text,
        Bad ///< the explicit tag does not fit the text ("!!int x")
    };
    Type type = Type::Text;
    std::string text; ///< JSON's own word for Null, Boolean and Number; the decoded text for Text
};

/// `tag` as yaml-cpp gives it: "?" for a plain scalar, "!" for a quoted or block one, or a whole tag URI.
YamlScalar resolveScalar(std::string_view tag, std::string_view value);

/// Appends `text` as a JSON string with its quotes.
void appendJsonString(std::string &out, std::string_view text);

} // namespace faultline::base
