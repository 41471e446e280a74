#include "ui/evidence/agewords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AgeWords)
};

} // namespace

QString lengthWords(qint64 seconds)
{
    constexpr qint64 kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;
    if (seconds < 2 * kMinute)
        return Words::tr("%1 s").arg(seconds);
    if (seconds < 2 * kHour)
        return Words::tr("%1 min").arg(seconds / kMinute);
    return seconds < 2 * kDay ? Words::tr("%1 h").arg(seconds / kHour) : Words::tr("%1 d").arg(seconds / kDay);
}

QString agoWords(base::Timestamp then, base::Timestamp now)
{
    if (!then.isValid())
        return {};
    if (!now.isValid())
        return momentWords(then);
    const qint64 seconds = (now.ms - then.ms) / 1000;
    return seconds <= 0 ? Words::tr("now") : Words::tr("%1 ago").arg(lengthWords(seconds));
}

QString momentWords(base::Timestamp moment)
{
    if (!moment.isValid())
        return {};
    return QDateTime::fromMSecsSinceEpoch(moment.ms, QTimeZone::utc()).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s;
}

} // namespace faultline::ui::evidence
