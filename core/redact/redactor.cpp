#include "core/redact/redactor.h"

#include "core/redact/mask.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

/// A mark, which is stepped over, or one of the words.
QRegularExpression patternOf(QStringList words)
{
    std::sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList escaped;
    for (const QString &word : std::as_const(words)) {
        if (!word.trimmed().isEmpty())
            escaped += QRegularExpression::escape(word.trimmed());
    }
    const QString any = escaped.isEmpty() ? u"(?!)"_s : escaped.join(u'|');
    return QRegularExpression(u"<masked:[a-z]+#[0-9a-f]{4}>|("_s + any + u')',
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace

Redactor::Redactor(Choice choice) : m_choice(std::move(choice))
{
    m_choice.words.removeAll(QString());
    m_words = patternOf(m_choice.words);
}

QString Redactor::withoutWords(const QString &text) const
{
    QString out;
    qsizetype done = 0;
    for (auto matches = m_words.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedStart(1) < 0)
            continue;
        out += QStringView(text).sliced(done, match.capturedStart() - done);
        out += mark(u"word"_s, match.captured().toCaseFolded());
        done = match.capturedEnd();
    }
    return out += QStringView(text).sliced(done);
}

bool Redactor::isIdle() const { return !m_choice.addresses && !m_choice.mail && m_choice.words.isEmpty(); }

QString Redactor::masked(const QString &text) const
{
    if (isIdle() || text.isEmpty())
        return text;
    QString result = text;
    for (const Rule &rule : rules()) {
        const bool isChosen =
            (rule.choice == "address"_L1 && m_choice.addresses) || (rule.choice == "mail"_L1 && m_choice.mail);
        if (isChosen)
            result = maskedBy(rule, result).value_or(mark(u"text"_s, text));
    }
    return m_choice.words.isEmpty() ? result : withoutWords(result);
}

QStringList Redactor::masked(QStringList texts) const
{
    for (QString &text : texts)
        text = masked(text);
    return texts;
}

QJsonValue Redactor::masked(const QJsonValue &json, const QStringList &kept) const
{
    if (isIdle())
        return json;
    if (json.isString())
        return masked(json.toString());
    if (json.isArray()) {
        QJsonArray list = json.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            list[i] = masked(list[i], kept);
        return list;
    }
    if (!json.isObject())
        return json;
    QJsonObject object = json.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!kept.contains(member.key()))
            member.value() = masked(QJsonValue(member.value()), kept);
    }
    return object;
}

std::vector<Masked> tallyOf(const QString &document)
{
    // As it stands in plain text and JSON, and with the escapes of Markdown and HTML around it.
    static const QRegularExpression written(u"masked:([a-z]+)\\\\?#([0-9a-f]{4})"_s);
    std::vector<Masked> tally;
    for (auto matches = written.globalMatch(document); matches.hasNext();) {
        const auto match = matches.next();
        const QString mark = u"<masked:"_s + match.captured(1) + u'#' + match.captured(2) + u'>';
        const auto known =
            std::find_if(tally.begin(), tally.end(), [&](const Masked &one) { return one.mark == mark; });
        if (known == tally.end()) {
            tally.push_back({match.captured(1), mark, 1});
        } else {
            ++known->count;
        }
    }
    std::stable_sort(tally.begin(), tally.end(), [](const Masked &a, const Masked &b) { return a.rule < b.rule; });
    return tally;
}

} // namespace faultline::redact
