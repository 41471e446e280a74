#include "app/clireport.h"

#include "app/manifestplaces.h"
#include "core/report/junit.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::app {

QString withLinks(const QString &text)
{
    // What is shown is where it leads. No letter that could end the sequence is part of an address.
    static const QRegularExpression address(u"^( +)(https://[!-~]+)$"_s, QRegularExpression::MultilineOption);
    QString linked = text;
    return linked.replace(address, u"\\1\033]8;;\\2\033\\\\2\033]8;;\033\\"_s);
}

QString write(const report::Input &input, const DiagnoseOptions &options, const QStringList &files)
{
    switch (options.format) {
    case OutputFormat::Json:
        return QString::fromUtf8(QJsonDocument(report::toJson(input)).toJson());
    case OutputFormat::Sarif:
        return QString::fromUtf8(QJsonDocument(report::toSarif(input, manifestPlaces(input, files))).toJson());
    case OutputFormat::Junit:
        return report::toJunit(input);
    case OutputFormat::Markdown:
        return report::toMarkdown(input);
    case OutputFormat::Html:
        return report::toHtml(input, report::estimateText);
    case OutputFormat::Text:
        break;
    }
    const bool isColoured = options.colour.value_or(colourByDefault());
    const QString text = report::toText(input, isColoured);
    return isColoured ? withLinks(text) : text;
}

} // namespace faultline::app
