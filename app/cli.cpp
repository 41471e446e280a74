#include "app/cli.h"

#include "app/clidiagnose.h"
#include "app/cliguide.h"
#include "app/clioptions.h"
#include "app/clisnapshot.h"

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

int refuse(const base::Error &error)
{
    print(stderr, u"faultline: "_s + error.detail + u"\n\n"_s + usageText());
    return 2;
}

int runSnapshot(const QStringList &arguments)
{
    const auto options = parseSnapshotOptions(arguments);
    if (!options)
        return refuse(options.error());
    if (options->help) {
        print(stdout, usageText());
        return 0;
    }
    const SnapshotOutcome outcome = snapshotOnce(*options);
    print(stderr, outcome.complaint);
    print(stdout, outcome.told);
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
    if (word == "guide"_L1) {
        const GuideOutcome outcome = runGuide(arguments.sliced(1));
        print(stderr, outcome.complaint);
        print(stdout, outcome.output);
        return outcome.exitCode;
    }
    if (word == "snapshot"_L1)
        return runSnapshot(arguments.sliced(1));
    if (word != "diagnose"_L1) {
        print(stdout, usageText());
        return 0;
    }
    const auto options = parseOptions(arguments.sliced(1));
    if (!options)
        return refuse(options.error());
    if (options->help) {
        print(stdout, usageText());
        return 0;
    }
    const DiagnoseOutcome outcome = diagnoseOnce(*options);
    print(stderr, outcome.complaint);
    print(stdout, outcome.output);
    return outcome.exitCode;
}

} // namespace faultline::app
