#pragma once

#include "core/base/language.h"

#include <QtCore/QJsonValue>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <vector>

namespace faultline::redact {

/// What a person wants masked beyond credentials, which always are.
struct Choice {
    bool addresses = false; ///< private ones: RFC 1918, 6598, 3927, 4193, IPv6 link-local
    bool mail = false;
    QStringList words = {}; ///< in any case, also within a longer word

    bool operator==(const Choice &) const = default;
};

/// Masks what a person chose in texts that are about to leave the program. Credentials are masked long before
/// (masked()); their marks stay as they are.
class Redactor
{
public:
    Redactor() = default; ///< nothing beyond credentials
    explicit Redactor(Choice choice);

    QString masked(const QString &text) const;
    QStringList masked(QStringList texts) const;

    /// Every text in it but for those of members named in `kept`, which are words of our own.
    QJsonValue masked(const QJsonValue &json, const QStringList &kept) const;

private:
    bool isIdle() const;
    QString withoutWords(const QString &text) const;

    Choice m_choice;
    QRegularExpression m_words; ///< a mark, which is stepped over, or one of the words
};

/// How often one value was masked in a document.
struct Masked {
    QString rule; ///< id; ruleTitle() has the words
    QString mark; ///< "<masked:token#1a2b>"
    int count = 0;

    bool operator==(const Masked &) const = default;
};

/// What is masked in a finished document of any format, by rule and mark.
std::vector<Masked> tallyOf(const QString &document);

} // namespace faultline::redact
