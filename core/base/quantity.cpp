#include "core/base/quantity.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace faultline::base {
namespace {

#if defined(_MSC_VER) && !defined(__clang__)
#error "cl has no 128-bit integers: on Windows build with the MinGW that comes with Qt"
#endif
__extension__ typedef unsigned __int128 Wide; // NOLINT(modernize-use-using): the alias form has no place for the mark

constexpr qint64 kMost = std::numeric_limits<qint64>::max();

/// A decimal number without its sign: mantissa * 10^exponent, `inexact` when further digits were dropped.
struct Decimal {
    quint64 mantissa = 0;
    int exponent = 0;
    int digits = 0;
    bool inexact = false;
};

/// The multiplier that stands behind the digits: 10^decimal * 2^binary.
struct Scale {
    int decimal = 0;
    int binary = 0;
};

struct NamedScale {
    QLatin1StringView name;
    Scale scale;
};

constexpr std::array kScales{
    NamedScale{QLatin1StringView(""), {0, 0}},    NamedScale{QLatin1StringView("m"), {-3, 0}},
    NamedScale{QLatin1StringView("u"), {-6, 0}},  NamedScale{QLatin1StringView("n"), {-9, 0}},
    NamedScale{QLatin1StringView("k"), {3, 0}},   NamedScale{QLatin1StringView("M"), {6, 0}},
    NamedScale{QLatin1StringView("G"), {9, 0}},   NamedScale{QLatin1StringView("T"), {12, 0}},
    NamedScale{QLatin1StringView("P"), {15, 0}},  NamedScale{QLatin1StringView("E"), {18, 0}},
    NamedScale{QLatin1StringView("Ki"), {0, 10}}, NamedScale{QLatin1StringView("Mi"), {0, 20}},
    NamedScale{QLatin1StringView("Gi"), {0, 30}}, NamedScale{QLatin1StringView("Ti"), {0, 40}},
    NamedScale{QLatin1StringView("Pi"), {0, 50}}, NamedScale{QLatin1StringView("Ei"), {0, 60}},
};

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Past this many significant digits the rest only decides how to round.
constexpr quint64 kMantissaFull = 1'000'000'000'000'000'000;

void appendDigit(Decimal &number, int digit, bool fraction)
{
    ++number.digits;
    if (number.mantissa >= kMantissaFull) {
        number.inexact = number.inexact || digit != 0;
        number.exponent += fraction ? 0 : 1;
        return;
    }
    number.mantissa = number.mantissa * 10 + static_cast<quint64>(digit);
    number.exponent -= fraction ? 1 : 0;
}

/// Reads digits with at most one point and leaves the suffix in `text`.
std::optional<Decimal> takeDigits(QStringView &text)
{
    Decimal number;
    bool fraction = false;
    while (!text.isEmpty() && (isDigit(text.front()) || (text.front() == u'.' && !fraction))) {
        if (text.front() == u'.') {
            fraction = true;
        } else {
            appendDigit(number, text.front().unicode() - u'0', fraction);
        }
        text = text.sliced(1);
    }
    return number.digits > 0 ? std::optional(number) : std::nullopt;
}

/// "e3", "E-6": an exponent needs digits, so that "E" alone stays exa.
std::optional<Scale> parseExponent(QStringView suffix)
{
    QStringView digits = suffix.sliced(1);
    const bool negative = digits.startsWith(u'-');
    if (negative || digits.startsWith(u'+')) {
        digits = digits.sliced(1);
    }
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit)) {
        return std::nullopt;
    }
    int value = 0;
    for (const QChar digit : digits) {
        value = std::min(value * 10 + (digit.unicode() - u'0'), 10'000);
    }
    return Scale{negative ? -value : value, 0};
}

std::optional<Scale> parseSuffix(QStringView suffix)
{
    for (const NamedScale &candidate : kScales) {
        if (suffix == candidate.name) {
            return candidate.scale;
        }
    }
    const bool exponent = suffix.startsWith(u'e') || suffix.startsWith(u'E');
    return exponent ? parseExponent(suffix) : std::nullopt;
}

/// mantissa * 10^decimal * 2^binary, rounded up to a whole number and held below the largest one.
qint64 scaled(const Decimal &number, Scale scale)
{
    Wide value = Wide{number.mantissa} << scale.binary; // at most 64 + 60 bits
    bool remainder = number.inexact;
    int exponent = number.exponent + scale.decimal;
    for (; exponent > 0 && value != 0 && value <= Wide{kMost}; --exponent) {
        value *= 10;
    }
    for (; exponent < 0 && value != 0; ++exponent) {
        remainder = remainder || value % 10 != 0;
        value /= 10;
    }
    if (value >= Wide{kMost}) {
        return kMost;
    }
    return static_cast<qint64>(value) + (remainder ? 1 : 0);
}

qint64 saturated(qint64 left, qint64 right)
{
    qint64 sum = 0;
    if (!__builtin_add_overflow(left, right, &sum)) {
        return sum;
    }
    return left > 0 ? kMost : -kMost;
}

/// Whole units where they are whole, else one digit behind the point.
QString inUnits(double value, QLatin1StringView unit)
{
    const QString digits = QString::number(value, 'f', 1);
    return (digits.endsWith(QLatin1StringView(".0")) ? digits.chopped(2) : digits) + unit;
}

QString binaryText(qint64 milli)
{
    static constexpr std::array<const char *, 7> kUnits{"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    double value = static_cast<double>(milli) / 1000.0;
    size_t unit = 0;
    while (value >= 1024.0 && unit + 1 < kUnits.size()) {
        value /= 1024.0;
        ++unit;
    }
    return inUnits(value, QLatin1StringView(kUnits[unit]));
}

QString decimalText(qint64 milli)
{
    return milli % 1000 == 0 ? QString::number(milli / 1000) : QString::number(milli) + u'm';
}

} // namespace

Quantity Quantity::operator+(Quantity other) const { return {saturated(milli, other.milli)}; }

Quantity Quantity::operator-(Quantity other) const
{
    return {saturated(milli, other.milli == std::numeric_limits<qint64>::min() ? kMost : -other.milli)};
}

std::optional<Quantity> Quantity::parse(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+')) {
        text = text.sliced(1);
    }
    const std::optional<Decimal> number = takeDigits(text);
    const std::optional<Scale> scale = number ? parseSuffix(text) : std::nullopt;
    if (!scale) {
        return std::nullopt;
    }
    const qint64 value = scaled(*number, {scale->decimal + 3, scale->binary});
    return Quantity{negative ? -value : value};
}

QString Quantity::toString(bool binary) const
{
    const qint64 magnitude = milli < 0 ? -std::max(milli, -kMost) : milli;
    const QString text = binary ? binaryText(magnitude) : decimalText(magnitude);
    return milli < 0 ? u'-' + text : text;
}

} // namespace faultline::base
