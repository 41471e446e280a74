#include "app/cli.h"

#include "app/clidiagnose.h"
#include "app/cliguide.h"
#include "app/clioptions.h"
#include "app/clisnapshot.h"
#include "app/commandtable.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

void print(std::FILE *to, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), to);
    std::fflush(to);
}

int refuse(const base::Error &error, const QString &command)
{
    print(stderr, u"faultline: "_s + error.detail + u'\n' + usageOf(*findCommand(command)));
    return 2;
}

int help(const QString &word)
{
    const CommandInfo *command = findCommand(word);
    print(stdout, command == nullptr ? helpText() : helpOf(*command));
    return 0;
}

int runDiagnose(const QStringList &arguments)
{
    const auto options = parseOptions(arguments);
    if (!options)
        return refuse(options.error(), u"diagnose"_s);
    if (options->help)
        return help(u"diagnose"_s);
    const DiagnoseOutcome outcome = diagnoseOnce(*options);
    print(stderr, outcome.complaint);
    print(stdout, outcome.output);
    return outcome.exitCode;
}

int runSnapshot(const QStringList &arguments)
{
    const auto options = parseSnapshotOptions(arguments);
    if (!options)
        return refuse(options.error(), u"snapshot"_s);
    if (options->help)
        return help(u"snapshot"_s);
    const SnapshotOutcome outcome = snapshotOnce(*options);
    print(stderr, outcome.complaint);
    print(stdout, outcome.told);
    return outcome.exitCode;
}

int runGuideCommand(const QStringList &arguments)
{
    const GuideOutcome outcome = runGuide(arguments);
    print(stderr, outcome.complaint);
    print(stdout, outcome.output);
    return outcome.exitCode;
}

} // namespace

bool isCommandLine(const QStringList &arguments)
{
    static const QStringList words{u"diagnose"_s, u"snapshot"_s, u"guide"_s, u"help"_s,
                                   u"version"_s,  u"--help"_s,   u"-h"_s,    u"--version"_s};
    return !arguments.isEmpty() && words.contains(arguments.first());
}

int runCommandLine(const QStringList &arguments)
{
    const QString word = arguments.value(0);
    if (word == "version"_L1 || word == "--version"_L1) {
        print(stdout, u"faultline "_s + QLatin1StringView(FAULTLINE_VERSION) + u'\n');
        return 0;
    }
    if (word == "diagnose"_L1)
        return runDiagnose(arguments.sliced(1));
    if (word == "snapshot"_L1)
        return runSnapshot(arguments.sliced(1));
    if (word == "guide"_L1)
        return runGuideCommand(arguments.sliced(1));
    return help(word == "help"_L1 ? arguments.value(1) : QString());
}

} // namespace faultline::app
