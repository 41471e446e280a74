#include "app/cli.h"

#include "app/clicompare.h"
#include "app/clidiagnose.h"
#include "app/cliguide.h"
#include "app/clioptions.h"
#include "app/clisnapshot.h"
#include "app/commandtable.h"
#include "app/completion.h"
#include "app/version.h"
#include "core/base/fuzzy.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

/// What the shells' scripts, and kubectl, ask; named as cobra names it.
const QString kComplete = QStringLiteral("__complete");

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

int refuseCommand(const QString &word)
{
    QStringList words;
    for (const CommandInfo &command : allCommands())
        words += command.word;
    const QString close = base::closest(word, words);
    print(stderr, u"faultline: unknown command \"%1\"%2\n\n%3 --help names them.\n"_s.arg(
                      word, close.isEmpty() ? QString() : u": did you mean %1?"_s.arg(close), programName()));
    return 2;
}

int help(const QString &word)
{
    const CommandInfo *command = findCommand(word);
    print(stdout, command == nullptr ? helpText() : helpOf(*command));
    return 0;
}

int told(const Outcome &outcome)
{
    print(stderr, outcome.complaint);
    print(stdout, outcome.output);
    return outcome.exitCode;
}

/// A command that takes options of its own.
template <typename Options>
int run(const QString &command, const base::Result<Options> &options, Outcome (*once)(const Options &))
{
    if (!options)
        return refuse(options.error(), command);
    return options->help ? help(command) : told(once(*options));
}

int runCompletion(const QStringList &arguments)
{
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s))
        return help(u"completion"_s);
    const auto script = arguments.size() == 1 ? completionScript(arguments.first()) : std::nullopt;
    if (!script)
        return refuse({base::Error::Kind::Usage, u"which shell? bash, zsh or fish"_s, {}}, u"completion"_s);
    print(stdout, *script);
    return 0;
}

} // namespace

bool isCommandLine(const QStringList &arguments)
{
    static const QStringList others{u"--help"_s, u"-h"_s, u"--version"_s};
    const QString word = arguments.value(0);
    // Its help needs no display.
    if (word == "window"_L1)
        return arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s);
    // A slip of the pen is told where there is no display, too.
    const bool isNoOption = !word.isEmpty() && !word.startsWith(u'-');
    return isNoOption || others.contains(word);
}

QStringList argumentsFor(const QString &program, const QStringList &arguments)
{
    if (!isKubectlPlugin(program))
        return arguments;
    if (arguments.isEmpty())
        return {u"help"_s};
    static const QStringList others{u"help"_s, u"version"_s, u"--help"_s, u"-h"_s, u"--version"_s, kComplete};
    const bool isCommand = others.contains(arguments.first()) || findCommand(arguments.first()) != nullptr;
    return isCommand ? arguments : QStringList{u"diagnose"_s} + arguments;
}

int runCommandLine(const QStringList &arguments)
{
    const QString word = arguments.value(0);
    if (word == "version"_L1 || word == "--version"_L1) {
        print(stdout, versionLine() + u'\n');
        return 0;
    }
    if (word == kComplete) {
        print(stdout, completionOutput(arguments.sliced(1)));
        return 0;
    }
    if (word == "diagnose"_L1)
        return run(word, parseOptions(arguments.sliced(1)), diagnoseOnce);
    if (word == "compare"_L1)
        return run(word, parseCompareOptions(arguments.sliced(1)), compareOnce);
    if (word == "snapshot"_L1)
        return run(word, parseSnapshotOptions(arguments.sliced(1)), snapshotOnce);
    if (word == "guide"_L1)
        return told(runGuide(arguments.sliced(1)));
    if (word == "completion"_L1)
        return runCompletion(arguments.sliced(1));
    if (word == "help"_L1 || word == "window"_L1 || word.startsWith(u'-'))
        return help(word == "help"_L1 ? arguments.value(1) : word);
    return refuseCommand(word);
}

} // namespace faultline::app
