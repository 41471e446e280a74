#include "app/windowoptions.h"

#include "app/commandtable.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

void addOptions(QCommandLineParser &parser)
{
    addOptionsOf(u"window"_s, parser);
    // For pictures of the window in documents and for a first check of a package.
    QCommandLineOption screenshot(u"screenshot"_s, QString(), u"FILE"_s);
    QCommandLineOption size(u"size"_s, QString(), u"WxH"_s);
    for (QCommandLineOption *option : {&screenshot, &size}) {
        option->setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(*option);
    }
}

bool isOneOf(const QString &word, const QStringList &words) { return word.isEmpty() || words.contains(word); }

base::Result<WindowOptions> check(const WindowOptions &options)
{
    const auto usage = [](const QString &text) { return base::failure(base::Error::Kind::Usage, text); };
    if (!isOneOf(options.language, {u"en"_s, u"zh"_s}))
        return usage(u"--language takes en or zh, not \"%1\""_s.arg(options.language));
    if (!isOneOf(options.theme, {u"light"_s, u"dark"_s}))
        return usage(u"--theme takes light or dark, not \"%1\""_s.arg(options.theme));
    if (options.allNamespaces && !options.nameSpace.isEmpty())
        return usage(u"-A and -n exclude each other"_s);
    if (!options.files.isEmpty() && !options.sample.isEmpty())
        return usage(u"-f and --sample exclude each other"_s);
    return options;
}

} // namespace

base::Result<WindowOptions> parseWindowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return base::failure(base::Error::Kind::Usage, parser.errorText());
    if (!parser.positionalArguments().isEmpty()) {
        return base::failure(base::Error::Kind::Usage,
                             u"unknown command \"%1\""_s.arg(parser.positionalArguments().front()));
    }
    WindowOptions options;
    if (parser.isSet(u"kubeconfig"_s))
        options.kubeconfig = parser.value(u"kubeconfig"_s).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    options.context = parser.value(u"context"_s);
    options.nameSpace = parser.value(u"namespace"_s);
    options.allNamespaces = parser.isSet(u"all-namespaces"_s);
    options.files = parser.values(u"filename"_s);
    options.sample = parser.value(u"sample"_s);
    options.guides = parser.values(u"guide"_s);
    options.language = parser.value(u"language"_s);
    options.theme = parser.value(u"theme"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    const QStringList size = parser.value(u"size"_s).split(u'x');
    if (size.size() == 2)
        options.size = {size.at(0).toInt(), size.at(1).toInt()};
    options.help = parser.isSet(u"help"_s);
    options.version = parser.isSet(u"version"_s);
    return check(options);
}

} // namespace faultline::app
