#include "core/redact/redact.h"

#include <QtCore/QList>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

constexpr char32_t kMark = 0xFFFD;
constexpr char32_t kEscape = 0x1B;

constexpr bool isIn(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Marks that change the direction of what follows: dropped, so that text stands in the order it was written.
constexpr bool isBidi(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || isIn(c, 0x202A, 0x202E) || isIn(c, 0x2066, 0x2069);
}

/// Characters that take no room: a name that holds one is not the name it seems to be.
constexpr bool isInvisible(char32_t c)
{
    return c == 0x00AD || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x180E || isIn(c, 0x200B, 0x200D) ||
           isIn(c, 0x2060, 0x2065) || isIn(c, 0x206A, 0x206F) || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 ||
           isIn(c, 0xFFF9, 0xFFFB) || isIn(c, 0xE0000, 0xE0FFF);
}

constexpr bool isControl(char32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || isIn(c, 0x7F, 0x9F) || c == 0x2028 || c == 0x2029 ||
           isIn(c, 0xD800, 0xDFFF);
}

constexpr bool isSuspect(char32_t c) { return isControl(c) || isBidi(c) || isInvisible(c); }

/// Behind the parameters and the final byte of a control sequence (ECMA-48 5.4).
qsizetype endOfControlSequence(const QList<uint> &text, qsizetype at)
{
    while (at < text.size() && isIn(text[at], 0x20, 0x3F))
        ++at;
    return at < text.size() && isIn(text[at], 0x40, 0x7E) ? at + 1 : at;
}

/// Behind a string such as a window title, which ends with BEL or ESC \. One that never ends is taken for none.
qsizetype endOfCommandString(const QList<uint> &text, qsizetype at)
{
    for (qsizetype end = at; end < text.size() && end < at + 4096; ++end) {
        if (text[end] == 0x07 || text[end] == 0x9C)
            return end + 1;
        if (text[end] == kEscape && end + 1 < text.size() && text[end + 1] == '\\')
            return end + 2;
    }
    return at;
}

/// Behind the escape sequence that starts at `at`.
qsizetype endOfEscape(const QList<uint> &text, qsizetype at)
{
    if (text[at] == 0x9B)
        return endOfControlSequence(text, at + 1);
    if (text[at] != kEscape || at + 1 >= text.size())
        return at + 1;
    const char32_t next = text[at + 1];
    if (next == '[')
        return endOfControlSequence(text, at + 2);
    if (next == ']' || next == 'P' || next == '^' || next == '_' || next == 'X')
        return endOfCommandString(text, at + 2);
    return isIn(next, 0x20, 0x7E) ? at + 2 : at + 1;
}

QString cleaned(const QList<uint> &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = text[at];
        if (!isSuspect(c)) {
            out += QChar::fromUcs4(c);
        } else if (!isBidi(c) && !(c == '\r' && at + 1 < text.size() && text[at + 1] == '\n')) {
            out += QChar(kMark);
        }
        at = isSuspect(c) ? endOfEscape(text, at) : at + 1;
    }
    return out;
}

} // namespace

QString withoutColours(QString text)
{
    static const QRegularExpression sgr(u"(?:\u001b\\[|\u009b)[0-9;:]{0,40}m"_s);
    return text.contains(QChar(kEscape)) || text.contains(QChar(0x9B)) ? text.remove(sgr) : text;
}

QString harmless(QString text)
{
    text = withoutColours(std::move(text));
    const QList<uint> letters = text.toUcs4();
    for (const char32_t c : letters) {
        // Half a surrogate pair has become a mark by now.
        if (isSuspect(c) || c == kMark)
            return cleaned(letters);
    }
    return text;
}

} // namespace faultline::redact
