#include "ui/export/rendering.h"

#include "core/investigation/reportinput.h"
#include "ui/export/pdf.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtGui/QFontMetricsF>

using namespace Qt::StringLiterals;

namespace faultline::ui::exporting {

namespace {

QSizeF measure(const QString &text, qreal pixelSize, bool bold)
{
    QFont font;
    font.setPixelSize(std::max(1, qRound(pixelSize)));
    font.setBold(bold);
    const QFontMetricsF metrics(font);
    return {metrics.horizontalAdvance(text), metrics.height()};
}

report::Input inputOf(const Material &material, const Choice &choice)
{
    report::Input input =
        investigation::reportInput(*material.guide, *material.cluster, material.diagnoses, material.origin);
    if (choice.onlySelected && material.selected >= 0)
        input.diagnoses = {&material.diagnoses[static_cast<size_t>(material.selected)]};
    if (choice.withServer)
        investigation::addServer(input.context, material.origin);
    input.language = choice.language;
    input.redactor = redact::Redactor(choice.masks);
    return input;
}

} // namespace

QByteArray render(const Material &material, const Choice &choice)
{
    const report::Input input = inputOf(material, choice);
    switch (choice.format) {
    case Format::Markdown:
        return report::toMarkdown(input).toUtf8();
    case Format::Html:
        return report::toHtml(input, measure).toUtf8();
    case Format::Pdf:
        return toPdf(input, measure);
    case Format::Json:
        return QJsonDocument(report::toJson(input)).toJson();
    case Format::Text:
        break;
    }
    return report::toText(input, false).toUtf8();
}

QString previewOf(const Material &material, const Choice &choice, const QByteArray &document)
{
    return choice.format == Format::Pdf ? report::toMarkdown(inputOf(material, choice)) : QString::fromUtf8(document);
}

QString suffix(Format format)
{
    constexpr std::array suffixes{"md"_L1, "html"_L1, "pdf"_L1, "json"_L1, "txt"_L1};
    return QString(suffixes.at(static_cast<size_t>(format)));
}

QString suggestedName(const Material &material, const Choice &choice)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9._-]+"_s);
    QStringList parts{u"faultline"_s};
    if (choice.onlySelected && material.selected >= 0) {
        const model::ObjectRef &subject = material.diagnoses[static_cast<size_t>(material.selected)].subject;
        parts += QStringList{subject.nameSpace, subject.name};
    } else {
        parts += material.origin.nameSpace.isEmpty() ? u"all"_s : material.origin.nameSpace;
    }
    parts.removeAll(QString());
    return parts.join(u'-').replace(unsafe, u"-"_s) + u'.' + suffix(choice.format);
}

} // namespace faultline::ui::exporting
