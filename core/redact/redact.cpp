#include "core/redact/redact.h"

#include "core/redact/rules.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>

#include <optional>

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

/// Differs from run to run, so that nobody can try short passwords against the marks of a report.
const QByteArray &salt()
{
    static const QByteArray bytes = [] {
        QByteArray random(32, '\0');
        for (char &byte : random)
            byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
        return random;
    }();
    return bytes;
}

QString mark(const QString &id, QStringView value)
{
    const QByteArray hash = QCryptographicHash::hash(salt() + value.toUtf8(), QCryptographicHash::Sha256);
    return u"<masked:"_s + id + u'#' + QString::fromLatin1(hash.toHex().first(4)) + u'>';
}

/// The text with what the rule finds masked; empty when the pattern gave up on it.
std::optional<QString> applied(const Rule &rule, const QString &text)
{
    QString out;
    qsizetype done = 0;
    auto matches = rule.pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringView value = match.capturedView(rule.group);
        if (value.isEmpty() || value.startsWith("<masked:"_L1))
            continue;
        out += QStringView(text).sliced(done, match.capturedStart(rule.group) - done);
        out += mark(rule.id, value);
        done = match.capturedEnd(rule.group);
    }
    if (!matches.isValid())
        return std::nullopt;
    return out += QStringView(text).sliced(done);
}

} // namespace

QString masked(const QString &text)
{
    // Half a surrogate pair would make every pattern give up.
    QString result = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
    for (const Rule &rule : rules()) {
        auto next = applied(rule, result);
        // A text that a pattern cannot digest is better lost than leaked.
        if (!next)
            return mark(u"text"_s, text);
        result = std::move(*next);
    }
    return rules().empty() ? mark(u"text"_s, text) : result;
}

} // namespace faultline::redact
