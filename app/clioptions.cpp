#include "app/clioptions.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using base::Error;

base::Result<model::ObjectRef> parseTarget(const QStringList &words)
{
    if (words.isEmpty())
        return model::ObjectRef{};
    QStringList parts = words.size() == 1 ? words.first().split(u'/') : words;
    if (parts.size() == 1)
        parts.prepend(u"deployment"_s);
    const model::Kind kind = model::kindFromWord(parts.value(0));
    if (parts.size() != 2 || kind == model::Kind::Unknown || parts[1].isEmpty()) {
        return base::failure(Error::Kind::Usage,
                             u"\"%1\" names no object: say KIND/NAME, as in deployment/shop"_s.arg(words.join(u' ')));
    }
    return model::ObjectRef{kind, {}, parts[1]};
}

base::Result<OutputFormat> parseFormat(const QString &word)
{
    if (word == "text"_L1)
        return OutputFormat::Text;
    if (word == "json"_L1)
        return OutputFormat::Json;
    if (word == "md"_L1 || word == "markdown"_L1)
        return OutputFormat::Markdown;
    if (word == "html"_L1)
        return OutputFormat::Html;
    return base::failure(Error::Kind::Usage, u"-o takes text, json, md or html, not \"%1\""_s.arg(word));
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({{{u"n"_s, u"namespace"_s}, {}, u"NS"_s},
                       {{u"A"_s, u"all-namespaces"_s}, {}},
                       {u"context"_s, {}, u"C"_s},
                       {u"kubeconfig"_s, {}, u"F"_s},
                       {u"allow-plugin"_s, {}},
                       {{u"f"_s, u"filename"_s}, {}, u"PATH"_s},
                       {u"sample"_s, {}, u"ID"_s},
                       {{u"o"_s, u"output"_s}, {}, u"FORMAT"_s, u"text"_s},
                       {{u"l"_s, u"language"_s}, {}, u"LANG"_s},
                       {u"color"_s, {}, u"WHEN"_s},
                       {u"with-server"_s, {}},
                       {u"guide"_s, {}, u"FILE"_s},
                       {u"try"_s, {}},
                       {u"try-public"_s, {}},
                       {{u"h"_s, u"help"_s}, {}}});
}

base::Language languageOf(const QString &word)
{
    const QString chosen = word.isEmpty() ? QLocale::system().name() : word;
    return chosen.startsWith("zh"_L1) ? base::Language::Chinese : base::Language::English;
}

} // namespace

base::Result<DiagnoseOptions> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList{u"faultline"_s} + arguments))
        return base::failure(Error::Kind::Usage, parser.errorText());
    const auto target = parseTarget(parser.positionalArguments());
    const auto format = parseFormat(parser.value(u"o"_s));
    if (!target)
        return tl::unexpected(target.error());
    if (!format)
        return tl::unexpected(format.error());
    DiagnoseOptions options;
    options.kubeconfig = parser.value(u"kubeconfig"_s);
    options.context = parser.value(u"context"_s);
    if (parser.isSet(u"n"_s))
        options.nameSpace = parser.value(u"n"_s);
    options.allNamespaces = parser.isSet(u"A"_s);
    options.files = parser.values(u"f"_s);
    options.sample = parser.value(u"sample"_s);
    options.allowPlugin = parser.isSet(u"allow-plugin"_s);
    options.target = *target;
    options.format = *format;
    options.language = languageOf(parser.value(u"l"_s));
    if (parser.isSet(u"color"_s) && parser.value(u"color"_s) != "auto"_L1)
        options.colour = parser.value(u"color"_s) == "always"_L1;
    options.guides = parser.values(u"guide"_s);
    options.withServer = parser.isSet(u"with-server"_s);
    options.tries = parser.isSet(u"try"_s);
    options.triesPublic = parser.isSet(u"try-public"_s);
    options.help = parser.isSet(u"h"_s);
    return options;
}

QString usageText()
{
    return uR"(Faultline finds out why a Kubernetes Deployment does not answer.

  faultline [OPTIONS]                       open the window
  faultline diagnose [KIND/NAME] [OPTIONS]  walk the guide and print what is broken
  faultline guide lint [FILE...]            look for mistakes in a team's guide files
  faultline guide list                      every node of the guide, its check, the rights it needs
  faultline snapshot [OPTIONS] -o FILE      write what can be read into one file without secrets, for -f

Where to look
  -f, --filename PATH     a file, folder or archive (dump, manifests, bundle, snapshot), - for standard input; may be
                          repeated
      --sample ID         a bundled sample cluster
      --kubeconfig F      instead of $KUBECONFIG or ~/.kube/config
      --context C         instead of the current context
      --allow-plugin      let the kubeconfig's login program run without asking (diagnose, snapshot)
  -n, --namespace NS      instead of the context's namespace (files: all)
  -A, --all-namespaces

What to ask
      --try               try connections inside of the cluster, with GET and what is listed before: tunnels to Pods, the
                          API server's proxies, the ingress controller (diagnose; without it nothing is contacted but
                          the API server)
      --try-public        try the public address, straight from this machine
      --guide FILE        a team's guide file besides those in ~/.config/faultline/guides; may be repeated

The window
      --theme T           light, dark or system
      --language L        en or zh

What to print (diagnose)
  -o, --output FORMAT     text (default), json (faultline.diagnosis/1), md, html
  -l, --language LANG     en or zh
      --color WHEN        auto (default), always, never
      --with-server       keep the server's address and the user's name in the output

Exit code: 0 nothing broken, 1 a fault or an open question, 2 nothing could be judged.
)"_s;
}

} // namespace faultline::app
