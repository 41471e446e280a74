#include "app/clioptions.h"

#include "app/commandtable.h"
#include "core/base/terminal.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using base::Error;

tl::unexpected<Error> usage(const QString &text) { return base::failure(Error::Kind::Usage, text); }

/// "deploy,svc" as kinds; empty when one of the words is none.
std::vector<model::Kind> kindsIn(const QString &word)
{
    std::vector<model::Kind> kinds;
    for (const QString &part : word.split(u',')) {
        kinds.push_back(model::kindFromWord(part));
        if (kinds.back() == model::Kind::Unknown)
            return {};
    }
    return kinds;
}

/// What takes more than one word to be wrong.
base::Result<DiagnoseOptions> checked(const DiagnoseOptions &options)
{
    if (options.help)
        return options;
    if (options.allNamespaces && options.nameSpace)
        return usage(u"-A and -n exclude each other"_s);
    if (!options.files.isEmpty() && !options.sample.isEmpty())
        return usage(u"-f and --sample exclude each other"_s);
    const bool isNamed = std::any_of(options.targets.begin(), options.targets.end(),
                                     [](const model::ObjectRef &target) { return !target.name.isEmpty(); });
    if (options.selector && isNamed)
        return usage(u"a name and -l exclude each other, as with kubectl"_s);
    return options;
}

/// The options that are more than a word to keep.
base::Result<void> parseValues(const QCommandLineParser &parser, DiagnoseOptions &options)
{
    const auto take = [](auto parsed, auto &to) -> base::Result<void> {
        if (!parsed)
            return tl::unexpected(parsed.error());
        to = *std::move(parsed);
        return {};
    };
    base::Result<void> done = take(parseTargets(parser.positionalArguments()), options.targets);
    if (done)
        done = take(parseFormat(parser.value(u"o"_s), u"diagnose"_s), options.format);
    if (done && parser.isSet(u"selector"_s))
        done = take(parseSelector(parser.value(u"selector"_s)), options.selector);
    if (done && parser.isSet(u"wait"_s))
        done = take(parseDuration(parser.value(u"wait"_s)), options.wait);
    if (done && parser.isSet(u"final-after"_s))
        done = take(parseDuration(parser.value(u"final-after"_s)), options.finalAfter);
    if (done)
        done = take(parseMasks(parser.value(u"mask"_s), parser.values(u"mask-word"_s)), options.masks);
    return done ? take(parseColour(parser.value(u"color"_s)), options.colour) : done;
}

Loudness loudnessOf(const QCommandLineParser &parser)
{
    if (parser.isSet(u"quiet"_s))
        return Loudness::Quiet;
    return parser.isSet(u"verbose"_s) ? Loudness::Verbose : Loudness::Normal;
}

} // namespace

base::Result<OutputFormat> parseFormat(const QString &word, const QString &command)
{
    static const QHash<QString, OutputFormat> formats{
        {u"text"_s, OutputFormat::Text},   {u"json"_s, OutputFormat::Json},   {u"sarif"_s, OutputFormat::Sarif},
        {u"junit"_s, OutputFormat::Junit}, {u"md"_s, OutputFormat::Markdown}, {u"html"_s, OutputFormat::Html},
    };
    const QString asked = word == "markdown"_L1 ? u"md"_s : (word.isEmpty() ? u"text"_s : word);
    for (const OptionInfo *option : optionsOf(command)) {
        if (!option->names.contains(u"output"_s))
            continue;
        if (option->values.contains(asked))
            return formats.value(asked);
        return usage(u"-o takes %1, not \"%2\""_s.arg(option->values.join(u", "_s), word));
    }
    return OutputFormat::Text;
}

base::Language languageOf(const QString &word)
{
    const QString chosen = word.isEmpty() ? QLocale::system().name() : word;
    return chosen.startsWith("zh"_L1) ? base::Language::Chinese : base::Language::English;
}

base::Result<std::optional<bool>> parseColour(const QString &word)
{
    if (word.isEmpty() || word == "auto"_L1)
        return std::optional<bool>();
    if (word != "always"_L1 && word != "never"_L1)
        return usage(u"--color takes auto, always or never, not \"%1\""_s.arg(word));
    return std::optional(word == "always"_L1);
}

base::Result<redact::Choice> parseMasks(const QString &mask, const QStringList &words)
{
    redact::Choice choice;
    choice.words = words;
    for (const QString &word : mask.split(u',', Qt::SkipEmptyParts)) {
        choice.addresses = choice.addresses || word == "address"_L1;
        choice.mail = choice.mail || word == "mail"_L1;
        if (word != "address"_L1 && word != "mail"_L1)
            return usage(u"--mask takes address, mail or both with a comma, not \"%1\""_s.arg(word));
    }
    return choice;
}

bool colourByDefault()
{
    return base::isTerminal(base::Stream::Output) && qEnvironmentVariableIsEmpty("NO_COLOR") &&
           qgetenv("TERM") != "dumb";
}

base::Result<std::vector<model::ObjectRef>> parseTargets(const QStringList &words)
{
    std::vector<model::ObjectRef> targets;
    const bool hasSlash =
        std::any_of(words.begin(), words.end(), [](const QString &word) { return word.contains(u'/'); });
    const auto kinds = words.isEmpty() ? std::vector<model::Kind>() : kindsIn(words.front());
    if (!hasSlash && !kinds.empty()) {
        for (const model::Kind kind : kinds) {
            for (const QString &name : words.size() > 1 ? words.sliced(1) : QStringList{QString()})
                targets.push_back({kind, {}, name});
        }
        return targets;
    }
    for (const QString &word : words) {
        // A name alone is a Deployment's; beside others it would be a slip.
        const QStringList parts =
            words.size() == 1 && !hasSlash ? QStringList{u"deployment"_s, word} : word.split(u'/');
        const model::Kind kind = model::kindFromWord(parts.front());
        if (parts.size() != 2 || kind == model::Kind::Unknown || parts[1].isEmpty())
            return usage(u"\"%1\" names no object: say KIND/NAME, as in deployment/shop"_s.arg(word));
        targets.push_back({kind, {}, parts[1]});
    }
    return targets;
}

base::Result<DiagnoseOptions> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptionsOf(u"diagnose"_s, parser);
    if (!parser.parse(QStringList{u"faultline"_s} + arguments))
        return usage(parser.errorText());
    DiagnoseOptions options;
    options.help = parser.isSet(u"h"_s);
    if (const auto done = parseValues(parser, options); !done)
        return tl::unexpected(done.error());
    options.kubeconfig = parser.value(u"kubeconfig"_s);
    options.context = parser.value(u"context"_s);
    if (parser.isSet(u"n"_s))
        options.nameSpace = parser.value(u"n"_s);
    options.allNamespaces = parser.isSet(u"A"_s);
    options.files = parser.values(u"f"_s);
    options.sample = parser.value(u"sample"_s);
    options.allowPlugin = parser.isSet(u"allow-plugin"_s);
    options.language = languageOf(parser.value(u"language"_s));
    options.loudness = loudnessOf(parser);
    options.guides = parser.values(u"guide"_s);
    options.withServer = parser.isSet(u"with-server"_s);
    options.walks = parser.isSet(u"walks"_s);
    options.tries = parser.isSet(u"try"_s);
    options.triesPublic = parser.isSet(u"try-public"_s);
    return checked(options);
}

} // namespace faultline::app
