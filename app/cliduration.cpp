#include "app/clioptions.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

double millisecondsIn(const QString &unit)
{
    if (unit == "h"_L1)
        return 3'600'000;
    if (unit == "m"_L1)
        return 60'000;
    return unit == "s"_L1 ? 1000 : 1;
}

} // namespace

base::Result<std::chrono::milliseconds> parseDuration(const QString &text)
{
    constexpr double kMost = 1e12; // some thirty years
    static const QRegularExpression whole(u"^(0|(\\d+(\\.\\d+)?(ms|s|m|h))+)$"_s);
    static const QRegularExpression part(u"(\\d+(?:\\.\\d+)?)(ms|s|m|h)"_s);
    double sum = 0;
    for (const auto &match : part.globalMatch(text))
        sum += match.captured(1).toDouble() * millisecondsIn(match.captured(2));
    if (!whole.match(text).hasMatch() || sum > kMost) {
        return base::failure(base::Error::Kind::Usage,
                             u"\"%1\" is no duration: say it as in 90s, 5m or 1h30m"_s.arg(text));
    }
    return std::chrono::milliseconds(qRound64(sum));
}

} // namespace faultline::app
