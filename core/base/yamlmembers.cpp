#include "core/base/yamlmembers.h"

namespace faultline::base {

namespace {

size_t endOfString(std::string_view json, size_t at)
{
    for (++at; json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return at + 1;
}

/// The offset behind the value that starts at `at`. The text is our own, so it is well-formed.
size_t endOfValue(std::string_view json, size_t at)
{
    int depth = 0;
    while (at < json.size()) {
        const char c = json[at];
        if (c == '"') {
            at = endOfString(json, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == ']' || c == '}'))
            return at;
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        ++at;
    }
    return at;
}

} // namespace

std::optional<std::vector<JsonMember>> jsonMembers(std::string_view json)
{
    if (json.empty() || json.front() != '{')
        return std::nullopt;
    std::vector<JsonMember> members;
    for (size_t at = 1; json[at] != '}'; at += json[at] == ',' ? 1 : 0) {
        const size_t keyEnd = endOfString(json, at);
        const size_t end = endOfValue(json, keyEnd + 1);
        members.emplace_back(json.substr(at, keyEnd - at), json.substr(keyEnd + 1, end - keyEnd - 1));
        at = end;
    }
    return members;
}

std::optional<std::vector<std::string_view>> jsonElements(std::string_view json)
{
    if (json.empty() || json.front() != '[')
        return std::nullopt;
    std::vector<std::string_view> elements;
    for (size_t at = 1; json[at] != ']'; at += json[at] == ',' ? 1 : 0) {
        const size_t end = endOfValue(json, at);
        elements.push_back(json.substr(at, end - at));
        at = end;
    }
    return elements;
}

} // namespace faultline::base
