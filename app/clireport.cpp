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

void write(const report::Input &input, const DiagnoseOptions &options, const QStringList &files,
           const std::function<void(const QByteArray &)> &print)
{
    const bool isColoured = options.colour.value_or(colourByDefault());
    switch (options.format) {
    case OutputFormat::Json:
        return report::writeJson(input, print);
    case OutputFormat::Sarif:
        return print(QJsonDocument(report::toSarif(input, manifestPlaces(input, files))).toJson());
    case OutputFormat::Junit:
        return print(report::toJunit(input).toUtf8());
    case OutputFormat::Markdown:
        return print(report::toMarkdown(input).toUtf8());
    case OutputFormat::Html:
        return print(report::toHtml(input, report::estimateText).toUtf8());
    case OutputFormat::Text:
        return print((isColoured ? withLinks(report::toText(input, true)) : report::toText(input, false)).toUtf8());
    }
}

} // namespace faultline::app
