#include "core/redact/redact.h"

#include "core/redact/mask.h"

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

/// Shorter than any credential that the rules tell by its own letters, and without a sign between a name and a value.
bool isTooShort(const QString &text)
{
    constexpr qsizetype kShortest = 15;
    static const QRegularExpression telling(u"[=:\\s\"'\u001b\u009b]"_s);
    return text.size() < kShortest && !text.contains(telling);
}

QString maskedByRules(const QString &text)
{
    // A pattern that is broken or gives up is no proof that there is nothing.
    const auto any = anyRule().match(text);
    if (any.isValid() && !any.hasMatch() && !rules().empty())
        return text;
    QString result = text;
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

/// The text without the sequences that set colour and weight: those that a terminal would obey, and as JSON, YAML and
/// shells write them.
QString withoutAnyColours(const QString &text)
{
    static const QRegularExpression written(u"\\\\(?:u001[bB]|x1[bB]|e|033)\\[[0-9;:]{0,40}m"_s);
    const QString plain = withoutColours(text);
    return plain.contains(u'\\') ? QString(plain).remove(written) : plain;
}

} // namespace

QString masked(const QString &text)
{
    // Half a surrogate pair would make every pattern give up.
    if (!text.isValidUtf16())
        return masked(QString::fromUtf8(text.toUtf8()));
    if (isTooShort(text))
        return text;
    const QString result = maskedByRules(text);
    const QString plain = withoutAnyColours(text);
    if (plain == text)
        return result;
    // Colours stand between a name and its value. Only where they hid something are they taken out.
    const QString seen = maskedByRules(plain);
    return withoutAnyColours(result) == seen ? result : seen;
}

QString clean(const QString &text) { return harmless(masked(text)); }

} // namespace faultline::redact
