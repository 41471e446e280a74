#include "core/report/markdowntext.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::report {

QString escapedMarkdown(const QString &text)
{
    static const QRegularExpression special(u"([\\\\`*_{}\\[\\]#|<>~@&])"_s);
    QString safe = text;
    safe.replace(special, u"\\\\1"_s);
    // At the start of a line a dash or a number with a dot would become a list, dashes alone a heading.
    static const QRegularExpression dash(u"^(\\s*)([-+=])"_s, QRegularExpression::MultilineOption);
    safe.replace(dash, u"\\1\\\\\\2"_s);
    static const QRegularExpression numbered(u"^(\\s*\\d+)([.)])"_s, QRegularExpression::MultilineOption);
    safe.replace(numbered, u"\\1\\\\2"_s);
    // GitHub makes links of bare addresses, too.
    safe.replace(u"://"_s, u":\u200b//"_s);
    safe.replace(u"www."_s, u"www\u200b."_s, Qt::CaseInsensitive);
    return safe.replace(u'\n', u"  \n"_s);
}

QString codeMarkdown(const QString &text)
{
    QString safe = text.simplified();
    safe.replace(u'`', u'\'');
    safe.replace(u'|', u"\\|"_s);
    return u'`' + safe + u'`';
}

} // namespace faultline::report
