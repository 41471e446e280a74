#include "app/clioptions.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

/// The requirements of a selector: commas in brackets belong to a list of values.
QStringList requirementsIn(const QString &text)
{
    QStringList parts{QString()};
    int depth = 0;
    for (const QChar letter : text) {
        depth += (letter == u'(' ? 1 : 0) - (letter == u')' ? 1 : 0);
        if (letter == u',' && depth == 0) {
            parts.append(QString());
        } else {
            parts.last() += letter;
        }
    }
    return parts;
}

/// A label's value: empty, or up to 63 letters, digits, '-', '_' and '.' (apimachinery validation.IsValidLabelValue).
bool isValue(const QString &text)
{
    static const QRegularExpression pattern(u"^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$"_s);
    return pattern.match(text).hasMatch();
}

QStringList valuesIn(const QString &list)
{
    QStringList values;
    for (const QString &value : list.split(u','))
        values.append(value.trimmed());
    return values;
}

/// One of the five forms; an empty key where the text is none of them.
model::LabelRequirement requirementOf(const QString &text)
{
    // A key: an optional DNS name and '/', then a name like a value's (apimachinery validation.IsQualifiedName).
    static const QString key = u"((?:[a-z0-9.-]{1,253}/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)"_s;
    static const QRegularExpression exists(u"^(!?)\\s*"_s + key + u"$"_s);
    static const QRegularExpression equals(u"^"_s + key + u"\\s*(==|=|!=)\\s*(\\S*)$"_s);
    static const QRegularExpression set(u"^"_s + key + u"\\s+(in|notin)\\s*\\(([^()]*)\\)$"_s);
    if (const auto match = exists.match(text); match.hasMatch())
        return {match.captured(2), match.captured(1).isEmpty() ? u"Exists"_s : u"DoesNotExist"_s, {}};
    if (const auto match = equals.match(text); match.hasMatch())
        return {match.captured(1), match.captured(2) == "!="_L1 ? u"NotIn"_s : u"In"_s, {match.captured(3)}};
    if (const auto match = set.match(text); match.hasMatch())
        return {match.captured(1), match.captured(2) == "in"_L1 ? u"In"_s : u"NotIn"_s, valuesIn(match.captured(3))};
    return {};
}

} // namespace

base::Result<model::LabelSelector> parseSelector(const QString &text)
{
    model::LabelSelector selector;
    if (text.trimmed().isEmpty())
        return selector; // everything, as with kubectl
    selector.hasExpressions = true;
    for (const QString &part : requirementsIn(text)) {
        const model::LabelRequirement requirement = requirementOf(part.trimmed());
        const bool isGood =
            !requirement.key.isEmpty() && std::all_of(requirement.values.begin(), requirement.values.end(), isValue);
        if (!isGood) {
            return base::failure(base::Error::Kind::Usage,
                                 u"-l takes a label selector, as in 'app=web,tier in (a,b),!old': \"%1\" is none (the "
                                 "language is --language)"_s.arg(part));
        }
        selector.expressions.push_back(requirement);
    }
    return selector;
}

} // namespace faultline::app
