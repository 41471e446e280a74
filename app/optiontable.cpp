#include "app/commandtable.h"

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

constexpr QLatin1StringView kWhere("Where to look");
constexpr QLatin1StringView kAsked("What to ask about");
constexpr QLatin1StringView kWaiting("Waiting, in CI after kubectl apply");
constexpr QLatin1StringView kPrinted("What to print");
constexpr QLatin1StringView kWindow("The window");
constexpr QLatin1StringView kOther("Other");

QStringList in(const char *commands) { return QString::fromLatin1(commands).split(u' '); }

std::vector<OptionInfo> whereOptions()
{
    return {
        {{u"f"_s, u"filename"_s},
         u"PATH"_s,
         kWhere,
         u"A file, folder or archive (dump, manifests, bundle, snapshot) instead of a cluster; - is standard "
         "input. May be repeated."_s,
         in("diagnose snapshot window"),
         {u"@file"_s}},
        {{u"sample"_s},
         u"ID"_s,
         kWhere,
         u"A bundled sample cluster."_s,
         in("diagnose snapshot window"),
         {u"@sample"_s}},
        {{u"kubeconfig"_s},
         u"FILE"_s,
         kWhere,
         u"Instead of $KUBECONFIG or ~/.kube/config."_s,
         in("diagnose snapshot window"),
         {u"@file"_s}},
        {{u"context"_s},
         u"NAME"_s,
         kWhere,
         u"Instead of the kubeconfig's current context."_s,
         in("diagnose snapshot window"),
         {u"@context"_s}},
        {{u"allow-plugin"_s},
         {},
         kWhere,
         u"Let the kubeconfig's login program run without asking."_s,
         in("diagnose snapshot")},
        {{u"n"_s, u"namespace"_s},
         u"NAME"_s,
         kWhere,
         u"Instead of the context's namespace (of files: all)."_s,
         in("diagnose snapshot compare window"),
         {u"@namespace"_s}},
        {{u"A"_s, u"all-namespaces"_s}, {}, kWhere, u"Every namespace."_s, in("diagnose snapshot window")},
    };
}

std::vector<OptionInfo> askedOptions()
{
    return {
        {{u"l"_s, u"selector"_s},
         u"SELECTOR"_s,
         kAsked,
         u"Only what carries these labels, as kubectl has it: 'app=web,tier in (a,b),!old'."_s,
         in("diagnose")},
        {{u"guide"_s},
         u"FILE"_s,
         kAsked,
         u"A team's guide file besides those in ~/.config/faultline/guides. May be repeated."_s,
         in("diagnose compare guide window"),
         {u"@file"_s}},
        {{u"try"_s},
         {},
         kAsked,
         u"Try connections inside of the cluster, with GET and what is listed before: tunnels to Pods, the API "
         "server's proxies, the ingress controller. Without it nothing is contacted but the API server."_s,
         in("diagnose")},
        {{u"try-public"_s}, {}, kAsked, u"Try the public address, straight from this machine."_s, in("diagnose")},
        {{u"wait"_s},
         u"DURATION"_s,
         kWaiting,
         u"Watch until everything asked about is healthy, a fault is final, or so much time (90s, 5m, 1h30m) is "
         "up."_s,
         in("diagnose")},
        {{u"final-after"_s},
         u"DURATION"_s,
         kWaiting,
         u"How long an object must have been broken without a break before its fault is final (30s): a rollout "
         "passes through moments."_s,
         in("diagnose")},
    };
}

std::vector<OptionInfo> outputOptions()
{
    return {
        {{u"o"_s, u"output"_s},
         u"FORMAT"_s,
         kPrinted,
         u"text (default), json (faultline.diagnosis/1), sarif (2.1.0), junit, md or html."_s,
         in("diagnose"),
         in("text json sarif junit md html")},
        {{u"o"_s, u"output"_s},
         u"FILE"_s,
         kPrinted,
         u"Where to write the snapshot. Never over a file that is read."_s,
         in("snapshot"),
         {u"@file"_s}},
        {{u"o"_s, u"output"_s},
         u"FORMAT"_s,
         kPrinted,
         u"text (default), json (faultline.comparison/1) or md."_s,
         in("compare"),
         in("text json md")},
        {{u"o"_s, u"output"_s},
         u"FORMAT"_s,
         kPrinted,
         u"text (default) or json (list)."_s,
         in("guide"),
         in("text json")},
    };
}

std::vector<OptionInfo> printedOptions()
{
    return {
        {{u"language"_s, u"lang"_s},
         u"LANG"_s,
         kPrinted,
         u"en or zh instead of the system's language."_s,
         in("diagnose compare guide window"),
         in("en zh")},
        {{u"color"_s},
         u"WHEN"_s,
         kPrinted,
         u"Colours and links: auto (default: on a terminal only), always or never."_s,
         in("diagnose compare"),
         in("auto always never")},
        {{u"with-server"_s},
         {},
         kPrinted,
         u"Keep the server's address and the user's name in the output."_s,
         in("diagnose")},
        {{u"walks"_s},
         {},
         kPrinted,
         u"With -A: JSON holds the way through the guide of what is fine as well, three times the text."_s,
         in("diagnose")},
        {{u"mask"_s},
         u"WHAT"_s,
         kPrinted,
         u"Mask more than credentials, which always are: address (private ones), mail, or both with a comma."_s,
         in("diagnose compare"),
         in("address mail")},
        {{u"mask-word"_s},
         u"WORD"_s,
         kPrinted,
         u"Mask this word wherever it stands, in any case. May be repeated."_s,
         in("diagnose compare")},
        {{u"q"_s, u"quiet"_s}, {}, kPrinted, u"Nothing but the exit code, and errors."_s, in("diagnose compare")},
        {{u"v"_s, u"verbose"_s},
         {},
         kPrinted,
         u"Tell on standard error what is read, how long it took, and which rights are missing."_s,
         in("diagnose")},
        {{u"theme"_s}, u"THEME"_s, kWindow, u"light or dark."_s, in("window"), in("light dark")},
        {{u"h"_s, u"help"_s}, {}, kOther, u"This text."_s, in("diagnose snapshot compare guide completion window")},
        {{u"version"_s}, {}, kOther, u"The version."_s, in("window")},
    };
}

} // namespace

const std::vector<OptionInfo> &allOptions()
{
    static const std::vector<OptionInfo> table = [] {
        std::vector<OptionInfo> all;
        for (const auto &part : {whereOptions(), askedOptions(), outputOptions(), printedOptions()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return table;
}

std::vector<const OptionInfo *> optionsOf(const QString &command)
{
    std::vector<const OptionInfo *> found;
    for (const OptionInfo &option : allOptions()) {
        if (option.commands.contains(command))
            found.push_back(&option);
    }
    return found;
}

void addOptionsOf(const QString &command, QCommandLineParser &parser)
{
    for (const OptionInfo *option : optionsOf(command))
        parser.addOption(QCommandLineOption(option->names, {}, option->value));
}

} // namespace faultline::app
