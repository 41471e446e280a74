#include "ui/main/sourcewords.h"

#include "core/base/remedy.h"
#include "core/guide/needs.h"
#include "core/guide/rolerule.h"
#include "core/model/serverage.h"
#include "core/redact/redact.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SourceWords)
};

QString fileWords(const source::Origin &origin)
{
    if (origin.files.isEmpty())
        return Words::tr("nothing open");
    const QString first = QFileInfo(origin.files.front()).fileName();
    const QString name = first.isEmpty() ? origin.files.front() : first;
    return origin.files.size() == 1 ? name : Words::tr("%1 and %2 more").arg(name).arg(origin.files.size() - 1);
}

State stateOf(source::Progress::State state)
{
    switch (state) {
    case source::Progress::State::Waiting:
        return State::Quiet;
    case source::Progress::State::Running:
        return State::Waiting;
    case source::Progress::State::Done:
        return State::Fine;
    case source::Progress::State::Denied:
        return State::NotChecked;
    case source::Progress::State::Failed:
        break;
    }
    return State::Fault;
}

WaitLine lineOf(const source::Progress &progress)
{
    QString count;
    if (progress.state == source::Progress::State::Denied) {
        count = Words::tr("no right to read");
    } else if (progress.total >= 0) {
        count = Words::tr("%1 of %2").arg(progress.items).arg(progress.total);
    } else if (progress.state != source::Progress::State::Waiting) {
        count = QString::number(progress.items);
    }
    return {redact::clean(progress.what), stateOf(progress.state), count};
}

/// "pods (3500 of 5000)": the list that is on its way, else the first one that is not; what is done has a mark.
QString firstWaiting(const Face &face)
{
    const auto it = std::find_if(face.lines.begin(), face.lines.end(), [](const WaitLine &line) {
        return line.state == State::Waiting || line.state == State::Quiet;
    });
    if (it == face.lines.end())
        return {};
    return it->count.isEmpty() ? it->what : u"%1 (%2)"_s.arg(it->what, it->count);
}

Face loadingFace(const investigation::Investigation &investigation)
{
    Face face{Face::Kind::Loading, Words::tr("Reading %1").arg(originWords(investigation.origin())), {}, {}, {}, {}};
    for (const source::Progress &progress : investigation.waiting())
        face.lines.push_back(lineOf(progress));
    const auto over = std::count_if(face.lines.begin(), face.lines.end(), [](const WaitLine &line) {
        return line.state != State::Quiet && line.state != State::Waiting;
    });
    if (!face.lines.empty())
        face.body = Words::tr("%1 of %2 lists are here.").arg(over).arg(face.lines.size());
    if (const QString next = firstWaiting(face); !next.isEmpty())
        face.body += u' ' + Words::tr("Still waiting for: %1").arg(next);
    return face;
}

Face problemFace(const investigation::Investigation &investigation, base::Language language)
{
    const base::Error error = investigation.problem().value_or(base::Error());
    if (investigation.phase() == investigation::Phase::Denied) {
        return {Face::Kind::Denied,
                Words::tr("You may not look at this cluster's objects"),
                redact::clean(error.detail) + u"\n\n"_s +
                    Words::tr("Whoever administers the cluster can allow it with this rule, bound to your user:"),
                redact::clean(error.where),
                guide::roleRule(guide::neededKinds(investigation.guide()), investigation.origin().nameSpace),
                {}};
    }
    const bool stopped = error.kind == base::Error::Kind::Cancelled;
    const QString todo = base::remedy(error.kind).in(language);
    return {Face::Kind::Failed,
            stopped ? Words::tr("Reading was stopped")
                    : Words::tr("%1 could not be read").arg(originWords(investigation.origin())),
            stopped ? todo : redact::clean(error.detail) + u"\n\n"_s + todo,
            redact::clean(error.where),
            {},
            {}};
}

/// By the 404 of the namespace itself, and by nothing less.
bool lacksNamespace(const investigation::Investigation &investigation)
{
    const source::Origin &origin = investigation.origin();
    return origin.type == source::Origin::Type::Live && !origin.nameSpace.isEmpty() && investigation.cluster() &&
           investigation.cluster()->sees(model::Kind::Namespace) &&
           investigation.cluster()->nameSpaceObject(origin.nameSpace) == nullptr;
}

} // namespace

QString originWords(const source::Origin &origin)
{
    QStringList parts;
    if (origin.type == source::Origin::Type::Live) {
        parts << origin.context << (origin.nameSpace.isEmpty() ? Words::tr("all namespaces") : origin.nameSpace)
              << (origin.user.isEmpty() ? QString() : origin.user + u'@' + origin.clusterName)
              << QUrl(origin.server).authority();
    } else if (origin.type == source::Origin::Type::Sample) {
        parts << Words::tr("sample") << fileWords(origin);
    } else {
        parts << fileWords(origin) << origin.nameSpace;
    }
    parts.removeAll(QString());
    return redact::clean(parts.join(u" · "_s)).simplified();
}

QStringList remarkWords(const QStringList &warnings, const model::ServerVersion &version, base::Language language)
{
    QStringList words = model::withRemark(warnings, version, language);
    for (QString &line : words)
        line = redact::clean(line).simplified();
    return words;
}

QString freshnessWords(const source::Origin &origin)
{
    if (!origin.takenAt.isValid())
        return {};
    const QDateTime taken = QDateTime::fromMSecsSinceEpoch(origin.takenAt.ms);
    const bool isToday = taken.date() == QDate::currentDate();
    const QString time = taken.toString(isToday ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
    return origin.type == source::Origin::Type::Live ? Words::tr("read %1").arg(time) : Words::tr("as of %1").arg(time);
}

Face faceOf(const investigation::Investigation &investigation, base::Language language)
{
    switch (investigation.phase()) {
    case investigation::Phase::Loading:
        return loadingFace(investigation);
    case investigation::Phase::Denied:
    case investigation::Phase::Failed:
        return problemFace(investigation, language);
    default:
        break;
    }
    if (lacksNamespace(investigation)) {
        return {Face::Kind::Empty,
                Words::tr("The namespace %1 does not exist").arg(redact::clean(investigation.origin().nameSpace)),
                Words::tr("The server says that there is none of this name. Look at the spelling, or choose another "
                          "namespace."),
                {},
                {},
                {}};
    }
    return {Face::Kind::Empty,
            Words::tr("There is no application here"),
            Words::tr("No Deployment, StatefulSet, DaemonSet, Job, Pod, Service or Ingress was found in %1. Choose "
                      "another namespace or another file.")
                .arg(originWords(investigation.origin())),
            {},
            {},
            {}};
}

Face stripOf(const investigation::Investigation &investigation)
{
    if (investigation.phase() == investigation::Phase::Loading) {
        Face face = loadingFace(investigation);
        face.title = Words::tr("Reading again");
        return face;
    }
    const base::Error error = investigation.problem().value_or(base::Error());
    return {Face::Kind::Stale,
            Words::tr("Old picture, %1").arg(freshnessWords(investigation.origin())),
            Words::tr("Reading again failed: %1").arg(redact::clean(error.toString())),
            {},
            {},
            {}};
}

Face guideNotice(const QStringList &complaints)
{
    QString body = redact::clean(complaints.front());
    if (complaints.size() > 1)
        body += u'\n' + Words::tr("and %1 more: faultline guide lint").arg(complaints.size() - 1);
    return {Face::Kind::Notice, Words::tr("Guide file left out"), body, {}, {}, {}};
}

} // namespace faultline::ui
