#include "app/clicompare.h"

#include "app/clireport.h"
#include "app/commandtable.h"
#include "app/loadguide.h"
#include "app/settle.h"
#include "core/investigation/picturetaker.h"
#include "core/investigation/reportinput.h"
#include "core/redact/redact.h"
#include "core/report/comparison.h"
#include "core/source/filesource.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using base::Error;

using investigation::Picture;

/// One of the two inputs, read and walked.
base::Result<Picture> pictureOf(const guide::Guide &guide, const QString &path, const CompareOptions &options)
{
    const auto recorder = std::make_shared<source::Recorder>();
    auto opened = std::make_unique<source::FileSource>(
        source::FileRequest{{path}, options.nameSpace.value_or(QString()), source::Origin::Type::Files, recorder});
    investigation::PictureTaker taker(guide, std::move(opened), recorder);
    const auto problem = runToItsEnd(taker);
    if (problem)
        return tl::unexpected(*problem);
    return taker.picture();
}

report::Input inputOf(const guide::Guide &guide, const Picture &picture, const CompareOptions &options)
{
    report::Input input = investigation::reportInput(guide, *picture.cluster, picture.diagnoses, picture.origin);
    input.language = options.language;
    input.redactor = redact::Redactor(options.masks);
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

Outcome failed(const Error &error) { return {2, {}, u"faultline: "_s + redact::clean(error.toString()) + u'\n'}; }

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
    const auto masks = parseMasks(parser.value(u"mask"_s), parser.values(u"mask-word"_s));
    if (!masks)
        return tl::unexpected(masks.error());
    const auto format = parseFormat(parser.value(u"o"_s), u"compare"_s);
    if (!format)
        return tl::unexpected(format.error());
    options.before = words.value(0);
    options.after = words.value(1);
    if (parser.isSet(u"n"_s))
        options.nameSpace = parser.value(u"n"_s);
    options.format = *format;
    options.masks = *masks;
    options.colour = *colour;
    options.language = languageOf(parser.value(u"language"_s));
    options.guides = parser.values(u"guide"_s);
    options.isQuiet = parser.isSet(u"quiet"_s);
    return options;
}

Outcome compareOnce(const CompareOptions &options)
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
    Outcome outcome{comparison.hasNewFault() ? 1 : 0, {}, {}};
    if (!options.isQuiet) {
        outcome.output = write(
            {&comparison, inputOf(loaded->guide, *before, options), inputOf(loaded->guide, *after, options)}, options);
    }
    for (const QString &line : loaded->complaints)
        outcome.complaint += u"faultline: left out: "_s + line + u'\n';
    return outcome;
}

} // namespace faultline::app
