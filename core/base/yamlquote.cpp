#include "core/base/yamlquote.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::base {

namespace {

/// Neither punctuation of YAML nor a word that YAML 1.1 reads as a number, a truth value, a time or nothing.
bool isPlain(const QString &value)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_./][A-Za-z0-9_./:@+-]*(?<!:)\\z"_s);
    static const QRegularExpression other(u"\\A(?:[0-9.+_-]+(?:e[0-9+-]+)?|0[xob][0-9a-f_]+|[0-9]+(?::[0-9.]+)+|"
                                          "y|n|yes|no|on|off|true|false|null|\\.inf|\\.nan)\\z"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return plain.match(value).hasMatch() && !other.match(value).hasMatch();
}

} // namespace

QString yamlString(const QString &value)
{
    if (isPlain(value))
        return value;
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

} // namespace faultline::base
