#include "core/source/otherinput.h"

#include "core/redact/redact.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

constexpr qsizetype kLookedAt = 4096;
constexpr qsizetype kWords = 120;

/// "Sign in" of an HTML page.
QString titleOf(const QString &page)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)<"_s, QRegularExpression::CaseInsensitiveOption);
    return title.match(page).captured(1).simplified().left(kWords);
}

QString htmlWords(const QString &page)
{
    const QString title = titleOf(page);
    return u"this is an HTML page%1, not YAML or JSON: was a login or error page saved in its place?"_s.arg(
        title.isEmpty() ? QString() : u" (\"%1\")"_s.arg(redact::harmless(title)));
}

} // namespace

QString otherInput(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), kLookedAt))).trimmed();
    static const QRegularExpression html(u"^<(!doctype|html|head|body|\\?xml)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression table(u"^(NAMESPACE +)?NAME +[A-Z]"_s);
    static const QRegularExpression problem(u"^(error:|Error from server|Unable to connect|No resources found)"_s);
    if (text.isEmpty())
        return u"there is nothing in it"_s;
    if (bytes.first(std::min(bytes.size(), kLookedAt)).contains('\0'))
        return u"this is neither text nor an archive"_s;
    if (html.match(text).hasMatch())
        return htmlWords(text);
    if (table.match(text).hasMatch())
        return u"this is the table that kubectl prints for people: save what it prints with -o yaml"_s;
    if (problem.match(text).hasMatch()) {
        const QString line = redact::masked(redact::harmless(text.section(u'\n', 0, 0))).left(kWords);
        return u"these are words of kubectl's and no objects: \"%1\""_s.arg(line);
    }
    if (text.contains("{{"_L1))
        return u"this is a template: render it first (helm template, kustomize build) and open what comes out"_s;
    return {};
}

QString otherKind(const QString &kind)
{
    if (kind == "Config"_L1)
        return u"this is a kubeconfig and no object of a cluster: give it with --kubeconfig, or choose it on the start page"_s;
    return u"it holds no object of a kind that Faultline reads, but a %1"_s.arg(kind);
}

} // namespace faultline::source
