#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace faultline::base {

using JsonMember = std::pair<std::string_view, std::string_view>; ///< key with its quotes, value

/// Members of a JSON object as the YAML writer writes it (no white space); empty when it is not an object.
std::optional<std::vector<JsonMember>> jsonMembers(std::string_view json);

/// Elements of such a JSON array; empty when it is not an array.
std::optional<std::vector<std::string_view>> jsonElements(std::string_view json);

} // namespace faultline::base
