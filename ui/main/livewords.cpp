#include "ui/main/livewords.h"

#include "core/redact/redact.h"
#include "ui/main/sourcewords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LiveWords)
};

QString clockWords(base::Timestamp at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.ms);
    return time.toString(time.date() == QDate::currentDate() ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
}

/// Ages are told in whole minutes from the first one on: a bar that counts seconds draws the eye.
QString ageWords(qint64 ms)
{
    constexpr qint64 kMinute = 60'000;
    return spanWords(ms < kMinute ? ms : ms - ms % kMinute);
}

QString because(const QString &why, const QString &detail)
{
    return detail.isEmpty() ? why : why + u"\n"_s + redact::clean(detail);
}

} // namespace

LiveText liveText(const source::Live &live, const source::Origin &origin, qint64 nowMs)
{
    using Is = source::Live::State;
    const QString age = ageWords(std::max<qint64>(0, nowMs - live.heard.ms));
    switch (live.state) {
    case Is::Running:
        return {Words::tr("live"), Words::tr("Changes show as they happen."), State::Fine};
    case Is::Polling:
        return {
            Words::tr("live, some by lists"),
            because(Words::tr("Changes show as they happen. These kinds may be listed but not watched, and are read "
                              "once a minute: %1.")
                        .arg(live.polled.join(u", "_s)),
                    live.detail),
            State::Fine};
    case Is::Resuming:
        return {Words::tr("resuming"),
                because(Words::tr("The connection is being taken up again; what was missed will come."), live.detail),
                State::Waiting};
    case Is::Down:
        return {Words::tr("stale since %1 (%2)").arg(clockWords(live.heard), age),
                because(Words::tr("Nothing is heard from the server. It is tried again by itself."), live.detail),
                State::Suspected};
    case Is::Refused:
        return {Words::tr("logged out since %1 (%2)").arg(clockWords(live.heard), age),
                because(Words::tr("The server does not accept the credentials any more. Log in again with your "
                                  "cluster's own tool, then reload."),
                        live.detail),
                State::Suspected};
    case Is::Paused:
        return {Words::tr("paused at %1 (%2)").arg(clockWords(live.heard), age),
                Words::tr("You paused the live updates: the picture stays as it is."), State::NotChecked};
    case Is::Off:
        break;
    }
    return {freshnessWords(origin), {}, State::Quiet};
}

QString spanWords(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const QString days = Words::tr("%1 d").arg(hours / 24);
    if (hours >= 24)
        return hours % 24 == 0 ? days : days + u' ' + Words::tr("%1 h").arg(hours % 24);
    if (hours > 0) {
        return Words::tr("%1 h").arg(hours) +
               (minutes % 60 == 0 ? QString() : u' ' + Words::tr("%1 m").arg(minutes % 60));
    }
    if (minutes > 0) {
        return Words::tr("%1 m").arg(minutes) +
               (seconds % 60 == 0 ? QString() : u' ' + Words::tr("%1 s").arg(seconds % 60));
    }
    return Words::tr("%1 s").arg(seconds);
}

QString turnWords(const investigation::Turn &turn)
{
    const model::ObjectRef &subject = turn.subject;
    const QString name =
        redact::clean(subject.nameSpace.isEmpty() ? subject.name : subject.nameSpace + u'/' + subject.name);
    const bool isFine = turn.into == investigation::Turn::Into::Fine;
    if (turn.lastedMs <= 0)
        return isFine ? Words::tr("%1 is healthy again").arg(name) : Words::tr("%1 is broken").arg(name);
    const QString span = spanWords(turn.lastedMs);
    return isFine ? Words::tr("%1 is healthy again after %2").arg(name, span)
                  : Words::tr("%1 is broken, after %2 in good health").arg(name, span);
}

} // namespace faultline::ui
