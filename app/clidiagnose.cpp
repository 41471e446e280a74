#include "app/clidiagnose.h"

#include "app/loadguide.h"
#include "app/opensource.h"
#include "app/reportcontext.h"
#include "core/base/remedy.h"
#include "core/guide/background.h"
#include "core/guide/needs.h"
#include "core/guide/rolerule.h"
#include "core/investigation/investigation.h"
#include "core/redact/redact.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonDocument>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using investigation::Investigation;

/// Waits until the investigation has settled: walked, and every wanted log either there or known not to be had.
void waitUntilSettled(const Investigation &investigation)
{
    QEventLoop loop;
    QObject::connect(&investigation, &Investigation::settled, &loop, &QEventLoop::quit);
    if (!investigation.isSettled())
        loop.exec();
}

/// Tries what the walks want, which grows with what was learned: what lies behind a question shows once it is answered.
void tryConnections(Investigation &investigation, const DiagnoseOptions &options)
{
    constexpr int kMostRounds = 6;
    constexpr size_t kMost = 100; ///< one may diagnose a whole cluster
    using Reach = Investigation::Reach;
    size_t count = 0;
    QObject::connect(&investigation, &Investigation::trying, [](const model::TrialKey &key) {
        std::fputs(qPrintable(u"faultline: trying "_s + redact::harmless(trial::contactText(key)) + u'\n'), stderr);
    });
    for (int round = 0; round < kMostRounds; ++round) {
        std::vector<model::TrialKey> wanted;
        for (const guide::Diagnosis &diagnosis : investigation.diagnoses()) {
            const bool isAsked = options.target.isNull() || (diagnosis.subject.kind == options.target.kind &&
                                                             diagnosis.subject.name == options.target.name);
            for (const Reach reach : {Reach::Cluster, Reach::Public}) {
                const bool isWanted = isAsked && (reach == Reach::Cluster ? options.tries : options.triesPublic);
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
DiagnoseOutcome failed(const base::Error &error, base::Language language)
{
    using Kind = base::Error::Kind;
    const bool saysItAll = error.kind == Kind::Usage || error.kind == Kind::File || error.kind == Kind::Malformed;
    const QString todo = saysItAll ? QString() : base::remedy(error.kind).in(language) + u'\n';
    return {2, {}, u"faultline: "_s + redact::harmless(error.toString()) + u'\n' + todo};
}

/// What stood in the way of the whole; where it was a right, with the rule that would allow it.
DiagnoseOutcome refused(const Investigation &investigation, base::Language language)
{
    const base::Error &problem = *investigation.problem();
    DiagnoseOutcome outcome = failed(problem, language);
    if (problem.kind == base::Error::Kind::Forbidden) {
        const base::LocalizedText heading{u"What allows it, bound to your user:"_s,
                                          u"将下列规则绑定到您的用户即可允许："_s};
        outcome.complaint +=
            u'\n' + heading.in(language) + u"\n\n"_s +
            guide::roleRule(guide::neededKinds(investigation.guide()), investigation.origin().nameSpace);
    }
    return outcome;
}

/// Why there is nothing to judge. A namespace "does not exist" only by the 404 of that very namespace.
QString emptyWords(const Investigation &investigation)
{
    const source::Origin &origin = investigation.origin();
    const model::Cluster &cluster = *investigation.cluster();
    const bool isMissing = origin.type == source::Origin::Type::Live && !origin.nameSpace.isEmpty() &&
                           cluster.sees(model::Kind::Namespace) && cluster.nameSpaceObject(origin.nameSpace) == nullptr;
    if (isMissing)
        return u"faultline: the namespace \"%1\" does not exist on this server\n"_s.arg(origin.nameSpace);
    return u"faultline: no workload, Service or Ingress in what was read\n"_s;
}

/// The namespaces that hold an object of that kind and name: what stands beside applications is in no list while it is
/// healthy, but can be asked about.
QStringList namespacesOf(const model::Cluster &cluster, const model::ObjectRef &target)
{
    QStringList found;
    for (const model::ObjectRef &beside : guide::backgroundSubjectsOf(cluster)) {
        if (beside.kind == target.kind && beside.name == target.name)
            found.append(beside.nameSpace);
    }
    return found;
}

/// The namespace in which to miss an object that is not there.
QString presumedNamespace(const Investigation &investigation, const DiagnoseOptions &options)
{
    if (!model::isNamespaced(options.target.kind))
        return {};
    const QString asked = options.nameSpace.value_or(investigation.origin().nameSpace);
    const auto &all = investigation.cluster()->data().namespaces;
    if (asked.isEmpty())
        return all.size() == 1 ? all.front().meta.name : u"default"_s;
    return asked;
}

/// The diagnoses that were asked for. A name that is not there gets a diagnosis of its own: it says so.
std::vector<guide::Diagnosis> chosen(const Investigation &investigation, const DiagnoseOptions &options)
{
    if (options.target.isNull())
        return investigation.diagnoses();
    std::vector<guide::Diagnosis> found;
    for (const guide::Diagnosis &diagnosis : investigation.diagnoses()) {
        if (diagnosis.subject.kind == options.target.kind && diagnosis.subject.name == options.target.name)
            found.push_back(diagnosis);
    }
    if (!found.empty())
        return found;
    QStringList namespaces = namespacesOf(*investigation.cluster(), options.target);
    if (namespaces.isEmpty())
        namespaces.append(presumedNamespace(investigation, options));
    for (const QString &nameSpace : std::as_const(namespaces)) {
        const model::ObjectRef target{options.target.kind, nameSpace, options.target.name};
        found.push_back(guide::diagnose(investigation.guide(), *investigation.cluster(), target));
    }
    return found;
}

QString write(const report::Input &input, const DiagnoseOptions &options)
{
    switch (options.format) {
    case OutputFormat::Json:
        return QString::fromUtf8(QJsonDocument(report::toJson(input)).toJson());
    case OutputFormat::Markdown:
        return report::toMarkdown(input);
    case OutputFormat::Html:
        return report::toHtml(input, report::estimateText);
    case OutputFormat::Text:
        break;
    }
    return report::toText(input, options.colour.value_or(isatty(STDOUT_FILENO) == 1));
}

DiagnoseOutcome outcomeOf(const Investigation &investigation, const DiagnoseOptions &options)
{
    const auto diagnoses = chosen(investigation, options);
    report::Input input;
    input.guide = &investigation.guide();
    input.cluster = investigation.cluster().get();
    input.language = options.language;
    for (const guide::Diagnosis &diagnosis : diagnoses)
        input.diagnoses.push_back(&diagnosis);
    input.context = reportContext(investigation.origin(), *input.cluster,
                                  options.withServer ? ServerDetails::Include : ServerDetails::LeaveOut);
    DiagnoseOutcome outcome{guide::exitCode(diagnoses), write(input, options), {}};
    if (diagnoses.empty())
        outcome.complaint = emptyWords(investigation);
    return outcome;
}

} // namespace

DiagnoseOutcome diagnoseOnce(const DiagnoseOptions &options)
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
    investigation.open(*std::move(opened));
    waitUntilSettled(investigation);
    if (investigation.problem())
        return refused(investigation, options.language);
    tryConnections(investigation, options);
    DiagnoseOutcome outcome = outcomeOf(investigation, options);
    for (const QString &line : loaded->complaints)
        outcome.complaint += u"faultline: left out: "_s + line + u'\n';
    return outcome;
}

} // namespace faultline::app
