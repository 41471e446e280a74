#include "app/clicompare.h"

#include "app/clireport.h"
#include "app/commandtable.h"
#include "app/loadguide.h"
#include "app/reportcontext.h"
#include "app/settle.h"
#include "core/redact/redact.h"
#include "core/report/comparison.h"
#include "core/source/filesource.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using base::Error;

/// One of the two inputs, read and walked.
struct Picture {
    model::ClusterPtr cluster;
    std::vector<guide::Diagnosis> diagnoses;
    source::Origin origin;
    std::map<model::ObjectRef, QJsonObject> objects;
};

/// The objects as they may be handed on: no value of a Secret, ConfigMap or environment variable is in them.
std::map<model::ObjectRef, QJsonObject> objectsOf(const source::Recorder &recorder)
{
    std::map<model::ObjectRef, QJsonObject> objects;
    for (const auto &[kind, list] : recorder.objects()) {
        for (const QByteArray &bytes : list) {
            const QJsonObject object = QJsonDocument::fromJson(bytes).object();
            const QJsonObject meta = object["metadata"_L1].toObject();
            const QString nameSpace =
                model::isNamespaced(kind) ? meta["namespace"_L1].toString(u"default"_s) : QString();
            objects.insert_or_assign({kind, nameSpace, meta["name"_L1].toString()}, object);
        }
    }
    return objects;
}

base::Result<Picture> pictureOf(const guide::Guide &guide, const QString &path, const CompareOptions &options)
{
    const auto recorder = std::make_shared<source::Recorder>();
    investigation::Investigation investigation(guide);
    investigation.open(std::make_unique<source::FileSource>(
        source::FileRequest{{path}, options.nameSpace.value_or(QString()), source::Origin::Type::Files, recorder}));
    waitUntilSettled(investigation);
    if (investigation.problem())
        return tl::unexpected(*investigation.problem());
    return Picture{investigation.cluster(), investigation.diagnoses(), investigation.origin(), objectsOf(*recorder)};
}

report::Input inputOf(const guide::Guide &guide, const Picture &picture, base::Language language)
{
    report::Input input;
    input.guide = &guide;
    input.cluster = picture.cluster.get();
    input.language = language;
    for (const guide::Diagnosis &diagnosis : picture.diagnoses)
        input.diagnoses.push_back(&diagnosis);
    input.context = reportContext(picture.origin, *picture.cluster, ServerDetails::LeaveOut);
    return input;
}

QString write(const report::ComparisonInput &input, const CompareOptions &options)
{
    if (options.format == OutputFormat::Json)
        return QString::fromUtf8(QJsonDocument(report::comparisonJson(input)).toJson());
    if (options.format == OutputFormat::Markdown)
        return report::comparisonMarkdown(input);
    return report::comparisonText(input, options.colour.value_or(colourByDefault()));
}

CompareOutcome failed(const Error &error)
{
    return {2, {}, u"faultline: "_s + redact::harmless(error.toString()) + u'\n'};
}

tl::unexpected<Error> usage(const QString &text) { return base::failure(Error::Kind::Usage, text); }

} // namespace

base::Result<CompareOptions> parseCompareOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptionsOf(u"compare"_s, parser);
    if (!parser.parse(QStringList{u"faultline"_s} + arguments))
        return usage(parser.errorText());
    CompareOptions options;
    options.help = parser.isSet(u"h"_s);
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2 && !options.help)
        return usage(u"compare takes two: OLD and NEW"_s);
    if (words.size() == 2 && words[0] == "-"_L1 && words[1] == "-"_L1)
        return usage(u"only one of the two can be standard input"_s);
    const auto colour = parseColour(parser.value(u"color"_s));
    if (!colour)
        return tl::unexpected(colour.error());
    const auto format = parseFormat(parser.value(u"o"_s), u"compare"_s);
    if (!format)
        return tl::unexpected(format.error());
    options.before = words.value(0);
    options.after = words.value(1);
    if (parser.isSet(u"n"_s))
        options.nameSpace = parser.value(u"n"_s);
    options.format = *format;
    options.colour = *colour;
    options.language = languageOf(parser.value(u"language"_s));
    options.guides = parser.values(u"guide"_s);
    options.isQuiet = parser.isSet(u"quiet"_s);
    return options;
}

CompareOutcome compareOnce(const CompareOptions &options)
{
    const auto loaded = loadGuide(options.guides);
    if (!loaded)
        return failed(loaded.error());
    const auto before = pictureOf(loaded->guide, options.before, options);
    if (!before)
        return failed(before.error());
    const auto after = pictureOf(loaded->guide, options.after, options);
    if (!after)
        return failed(after.error());
    const compare::Comparison comparison =
        compare::compared({before->cluster.get(), &before->diagnoses, before->objects},
                          {after->cluster.get(), &after->diagnoses, after->objects});
    CompareOutcome outcome{comparison.hasNewFault() ? 1 : 0, {}, {}};
    if (!options.isQuiet) {
        outcome.output = write({&comparison, inputOf(loaded->guide, *before, options.language),
                                inputOf(loaded->guide, *after, options.language)},
                               options);
    }
    for (const QString &line : loaded->complaints)
        outcome.complaint += u"faultline: left out: "_s + line + u'\n';
    return outcome;
}

} // namespace faultline::app
