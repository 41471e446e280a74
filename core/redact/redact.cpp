#include "core/redact/redact.h"

#include "core/redact/mask.h"

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

/// Shorter than any credential that is told by its own letters, and without a sign between a name and a value.
bool isTooShort(const QString &text)
{
    constexpr qsizetype kShortest = 16;
    static const QRegularExpression telling(u"[=:\\s\"'\u001b\u009b]"_s);
    return text.size() < kShortest && !text.contains(telling);
}

} // namespace

QString masked(const QString &text)
{
    if (isTooShort(text) && text.isValidUtf16())
        return text;
    // Half a surrogate pair would make every pattern give up; colours stand between a name and its value.
    QString result = withoutColours(text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8()));
    for (const Rule &rule : rules()) {
        if (!rule.choice.isEmpty())
            continue;
        auto next = maskedBy(rule, result);
        // A text that a pattern cannot digest is better lost than leaked.
        if (!next)
            return mark(u"text"_s, text);
        result = std::move(*next);
    }
    return rules().empty() ? mark(u"text"_s, text) : result;
}

QString clean(const QString &text) { return harmless(masked(text)); }

} // namespace faultline::redact
