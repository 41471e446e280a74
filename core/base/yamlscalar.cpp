#include "core/base/yamlscalar.h"

#include <QtCore/QByteArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace faultline::base {

namespace {

using Type = YamlScalar::Type;

constexpr std::string_view kCoreTag = "tag:yaml.org,2002:";

template <size_t N> bool isOneOf(std::string_view value, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), value) != words.end();
}

bool isNullWord(std::string_view value)
{
    return isOneOf(value, std::array<std::string_view, 5>{"", "~", "null", "Null", "NULL"});
}

std::optional<bool> booleanWord(std::string_view value)
{
    if (value.empty() || value.size() > 5)
        return std::nullopt;
    if (isOneOf(value, std::array<std::string_view, 11>{"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on",
                                                        "On", "ON"}))
        return true;
    if (isOneOf(value, std::array<std::string_view, 11>{"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off",
                                                        "Off", "OFF"}))
        return false;
    return std::nullopt;
}

bool mayBeNumber(std::string_view value)
{
    const char first = value.empty() ? 'x' : value.front();
    return (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.';
}

/// The base that Go's strconv.ParseInt(s, 0, 64) takes from the prefix, which is cut off.
int takeBase(std::string_view &digits)
{
    if (digits.size() < 2 || digits.front() != '0')
        return 10;
    const char mark = static_cast<char>(digits[1] | 0x20);
    const int base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    digits.remove_prefix(base == 0 ? 1 : 2);
    return base == 0 ? 8 : base;
}

std::optional<std::string> integer(std::string_view value)
{
    const bool negative = value.front() == '-';
    if (negative || value.front() == '+')
        value.remove_prefix(1);
    const int base = takeBase(value);
    unsigned long long number = 0;
    const char *end = value.data() + value.size();
    const auto [stop, error] = std::from_chars(value.data(), end, number, base);
    if (value.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    if (negative && number > 9'223'372'036'854'775'808ULL)
        return std::nullopt;
    return (negative && number != 0 ? "-" : "") + std::to_string(number);
}

bool hasFloatDigits(std::string_view value)
{
    const auto exponent = value.find_first_of("eE");
    const std::string_view mantissa = value.substr(0, exponent);
    const auto isDigitOrDot = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    return !mantissa.empty() && mantissa != "." && std::all_of(mantissa.begin(), mantissa.end(), isDigitOrDot);
}

/// Digits with at most one dot and an optional exponent: Go's pattern leaves out "inf", "nan" and hexadecimal floats.
std::optional<std::string> floatingPoint(std::string_view value)
{
    const bool negative = value.front() == '-';
    if (negative || value.front() == '+')
        value.remove_prefix(1);
    if (!hasFloatDigits(value))
        return std::nullopt;
    double number = 0;
    const char *end = value.data() + value.size();
    const auto [stop, error] = std::from_chars(value.data(), end, number);
    if (error != std::errc() || stop != end || !std::isfinite(number))
        return std::nullopt;
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), negative ? -number : number);
    return std::string(buffer.data(), written.ptr);
}

std::optional<std::string> number(std::string_view value)
{
    if (!mayBeNumber(value))
        return std::nullopt;
    std::string plain(value);
    std::erase(plain, '_');
    const auto whole = integer(plain);
    return whole ? whole : floatingPoint(plain);
}

YamlScalar plain(std::string_view value)
{
    if (isNullWord(value))
        return {Type::Null, "null"};
    if (const auto boolean = booleanWord(value))
        return {Type::Boolean, *boolean ? "true" : "false"};
    if (auto digits = number(value))
        return {Type::Number, std::move(*digits)};
    return {Type::Text, std::string(value)};
}

YamlScalar binary(std::string_view value)
{
    QByteArray base64(value.data(), static_cast<qsizetype>(value.size()));
    base64.removeIf([](char c) { return c == '\n' || c == ' ' || c == '\r'; });
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {Type::Bad, {}};
    return {Type::Text, (*decoded).toStdString()};
}

YamlScalar ofType(Type wanted, std::string_view value)
{
    YamlScalar scalar = plain(value);
    if (scalar.type != wanted)
        scalar.type = Type::Bad;
    return scalar;
}

YamlScalar tagged(std::string_view name, std::string_view value)
{
    if (name == "null")
        return ofType(Type::Null, value);
    if (name == "bool")
        return ofType(Type::Boolean, value);
    if (name == "int" || name == "float")
        return ofType(Type::Number, value);
    if (name == "binary")
        return binary(value);
    return {Type::Text, std::string(value)};
}

} // namespace

YamlScalar resolveScalar(std::string_view tag, std::string_view value)
{
    if (tag == "?")
        return plain(value);
    if (tag.substr(0, kCoreTag.size()) == kCoreTag)
        return tagged(tag.substr(kCoreTag.size()), value);
    return {Type::Text, std::string(value)};
}

void appendJsonString(std::string &out, std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    size_t done = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, done, i - done);
        done = i + 1;
        if (c >= 0x20) {
            (out += '\\') += text[i];
        } else if (c == '\n') {
            out += "\\n";
        } else {
            ((out += "\\u00") += kHex[c >> 4U]) += kHex[c & 0xFU];
        }
    }
    out.append(text, done);
    out += '"';
}

} // namespace faultline::base
