#include "ui/export/rendering.h"

#include "ui/export/pdf.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtGui/QFontMetricsF>

using namespace Qt::StringLiterals;

namespace faultline::ui::exporting {

namespace {

QString typeWord(source::Origin::Type type)
{
    switch (type) {
    case source::Origin::Type::Live:
        return u"live"_s;
    case source::Origin::Type::Files:
        return u"files"_s;
    case source::Origin::Type::Sample:
        break;
    }
    return u"sample"_s;
}

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
    report::Input input;
    input.guide = material.guide.get();
    input.cluster = material.cluster.get();
    input.language = choice.language;
    input.context = contextOf(material.origin, material.cluster.get(), choice);
    for (size_t i = 0; i < material.diagnoses.size(); ++i) {
        if (!choice.onlySelected || static_cast<int>(i) == material.selected)
            input.diagnoses.push_back(&material.diagnoses[i]);
    }
    return input;
}

} // namespace

report::Context contextOf(const source::Origin &origin, const model::Cluster *cluster, const Choice &choice)
{
    report::Context context;
    context.programVersion = QStringLiteral(FAULTLINE_VERSION);
    context.sourceType = typeWord(origin.type);
    const bool isLive = origin.type == source::Origin::Type::Live;
    context.sourceName = isLive ? origin.context : origin.files.join(u", "_s);
    if (choice.withServer) {
        context.server = origin.server;
        context.user = origin.user;
    }
    context.nameSpace = origin.nameSpace;
    context.serverVersion = cluster != nullptr ? cluster->data().version.gitVersion : QString();
    context.insecure = origin.insecure;
    context.takenAt = origin.takenAt;
    context.warnings = origin.warnings;
    context.ignoredFiles = origin.ignored;
    context.commands.context = isLive ? origin.context : QString();
    return context;
}

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
