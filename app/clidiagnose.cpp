#include "app/clidiagnose.h"

#include "app/chosen.h"
#include "app/clireport.h"
#include "app/loadguide.h"
#include "app/narrator.h"
#include "app/opensource.h"
#include "app/settle.h"
#include "app/waiting.h"
#include "core/base/remedy.h"
#include "core/guide/needs.h"
#include "core/guide/rolerule.h"
#include "core/investigation/reportinput.h"
#include "core/redact/redact.h"
#include "core/report/subjectview.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using investigation::Investigation;

constexpr int kInterrupted = 130; ///< as a shell says of a program that SIGINT ended

void tell(const QString &line)
{
    std::fputs((u"faultline: "_s + line + u'\n').toUtf8().constData(), stderr);
    std::fflush(stderr);
}

void printOut(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

/// Tries what the walks want, which grows with what was learned: what lies behind a question shows once it is answered.
void tryConnections(Investigation &investigation, const DiagnoseOptions &options)
{
    constexpr int kMostRounds = 6;
    constexpr size_t kMost = 100; ///< one may diagnose a whole cluster
    using Reach = Investigation::Reach;
    if (!options.tries && !options.triesPublic)
        return;
    if (options.loudness != Loudness::Quiet) {
        QObject::connect(&investigation, &Investigation::trying, [](const model::TrialKey &key) {
            tell(u"trying "_s + redact::clean(trial::contactText(key)));
        });
    }
    size_t count = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        std::vector<model::TrialKey> wanted;
        for (const guide::Diagnosis &diagnosis : investigation.diagnoses()) {
            const bool isChosen = isAsked(options, *investigation.cluster(), diagnosis.subject);
            for (const Reach reach : {Reach::Cluster, Reach::Public}) {
                const bool isWanted = isChosen && (reach == Reach::Cluster ? options.tries : options.triesPublic);
                const auto keys =
                    isWanted ? investigation.wantedTrials(diagnosis.subject, reach) : std::vector<model::TrialKey>();
                wanted.insert(wanted.end(), keys.begin(), keys.end());
            }
        }
        wanted.resize(std::min(wanted.size(), kMost - count));
        count += wanted.size();
        if (wanted.empty())
            return;
        investigation.tryConnections(wanted);
        waitUntilSettled(investigation);
    }
}

/// The error, and what to do about it where the words alone do not say.
Outcome failed(const base::Error &error, base::Language language)
{
    using Kind = base::Error::Kind;
    const bool saysItAll = error.kind == Kind::Usage || error.kind == Kind::File || error.kind == Kind::Malformed;
    const QString todo = saysItAll ? QString() : base::remedy(error.kind).in(language) + u'\n';
    return {2, {}, u"faultline: "_s + redact::clean(error.toString()) + u'\n' + todo};
}

/// What stood in the way of the whole; where it was a right, with the rule that would allow it.
Outcome refused(const Investigation &investigation, base::Language language)
{
    const base::Error &problem = *investigation.problem();
    Outcome outcome = failed(problem, language);
    if (problem.kind == base::Error::Kind::Forbidden) {
        const base::LocalizedText heading{u"What allows it, bound to your user:"_s,
                                          u"将下列规则绑定到您的用户即可允许："_s};
        outcome.complaint +=
            u'\n' + heading.in(language) + u"\n\n"_s +
            guide::roleRule(guide::neededKinds(investigation.guide()), investigation.origin().nameSpace);
    }
    return outcome;
}

Outcome outcomeOf(const Investigation &investigation, const DiagnoseOptions &options,
                  const std::vector<guide::Diagnosis> &diagnoses)
{
    const source::Origin &origin = investigation.origin();
    report::Input input =
        investigation::reportInput(investigation.guide(), *investigation.cluster(), diagnoses, origin);
    input.language = options.language;
    input.redactor = redact::Redactor(options.masks);
    input.hasWalksOfFine = options.walks || !options.allNamespaces || !options.targets.empty();
    if (options.withServer)
        investigation::addServer(input.context, origin);
    Outcome outcome{options.wait ? exitCodeAfterWait(diagnoses) : guide::exitCode(diagnoses), {}, {}};
    const QStringList files = origin.type == source::Origin::Type::Files ? origin.files : QStringList();
    if (options.loudness != Loudness::Quiet)
        write(input, options, files, printOut);
    const QString roles = options.loudness == Loudness::Verbose ? report::missingRights(input) : QString();
    if (!roles.isEmpty())
        outcome.complaint = report::rightsHeading(options.language) + u"\n\n"_s + roles;
    if (diagnoses.empty())
        outcome.complaint += emptyWords(investigation, options);
    return outcome;
}

/// What was seen last, where the wait did not end by itself.
Outcome lastPicture(const Investigation &investigation, const DiagnoseOptions &options, int exitCode)
{
    Outcome outcome;
    if (investigation.cluster())
        outcome = outcomeOf(investigation, options, chosen(investigation, options));
    outcome.exitCode = exitCode;
    return outcome;
}

/// Waits as --wait says. Where the program ends at once, its outcome.
std::optional<Outcome> waitFor(Investigation &investigation, const DiagnoseOptions &options)
{
    const bool isQuiet = options.loudness == Loudness::Quiet;
    const auto tellUnlessQuiet = [isQuiet](const QString &line) {
        if (!isQuiet)
            tell(line);
    };
    Waiting waiting(investigation, {*options.wait, options.finalAfter, [&] { return chosen(investigation, options); },
                                    tellUnlessQuiet, options.language});
    Outcome lost;
    switch (waiting.run()) {
    case Waiting::End::Settled:
        return std::nullopt;
    case Waiting::End::Interrupted:
        return lastPicture(investigation, options, kInterrupted);
    case Waiting::End::Lost:
        if (investigation.problem())
            return refused(investigation, options.language);
        lost = lastPicture(investigation, options, 2);
        lost.complaint.prepend(u"faultline: the server accepts the credentials no more\n"_s);
        return lost;
    case Waiting::End::TimeUp:
        break;
    }
    tellUnlessQuiet(u"time is up"_s);
    if (investigation.cluster())
        return std::nullopt;
    return Outcome{2, {}, u"faultline: nothing was read in time\n"_s};
}

/// Reads, and waits where that was asked for. Where the program ends at once, its outcome.
std::optional<Outcome> look(Investigation &investigation, std::unique_ptr<source::Source> opened,
                            const DiagnoseOptions &options)
{
    const bool isLive = opened->origin().type == source::Origin::Type::Live;
    if (options.wait && !isLive && options.loudness != Loudness::Quiet)
        tell(u"files do not change: they are judged once"_s);
    if (options.wait && isLive)
        investigation.follow();
    investigation.open(std::move(opened));
    if (options.wait && isLive)
        return waitFor(investigation, options);
    waitUntilSettled(investigation);
    return investigation.problem() ? std::optional(refused(investigation, options.language)) : std::nullopt;
}

} // namespace

Outcome diagnoseOnce(const DiagnoseOptions &options)
{
    auto loaded = loadGuide(options.guides);
    if (!loaded)
        return failed(loaded.error(), options.language);
    auto opened = openSource({options.kubeconfig,
                              options.context,
                              options.nameSpace,
                              options.allNamespaces,
                              options.files,
                              options.sample,
                              {},
                              options.allowPlugin});
    if (!opened)
        return failed(opened.error(), options.language);
    Investigation investigation(std::move(loaded->guide));
    std::optional<Narrator> narrator;
    if (options.loudness == Loudness::Verbose)
        narrator.emplace(investigation);
    if (auto ended = look(investigation, *std::move(opened), options))
        return *std::move(ended);
    tryConnections(investigation, options);
    const auto diagnoses = chosen(investigation, options);
    if (narrator)
        narrator->conclude(diagnoses.size());
    Outcome outcome = outcomeOf(investigation, options, diagnoses);
    for (const QString &line : loaded->complaints)
        outcome.complaint += u"faultline: left out: "_s + line + u'\n';
    return outcome;
}

} // namespace faultline::app
