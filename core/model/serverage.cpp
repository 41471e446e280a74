#include "core/model/serverage.h"

namespace faultline::model {

using namespace Qt::StringLiterals;

std::optional<base::LocalizedText> remarkOn(const ServerVersion &version)
{
    if (version.major == 0)
        return std::nullopt;
    const QString told = u"%1.%2"_s.arg(version.major).arg(version.minor);
    if (version.major < 1 || (version.major == 1 && version.minor < kOldestMinor)) {
        return base::LocalizedText{
            u"The server is Kubernetes %1, older than 1.%2: Faultline was not tried on it, and may miss or misread what it tells"_s
                .arg(told)
                .arg(kOldestMinor),
            u"服务器是 Kubernetes %1，早于 1.%2：Faultline 没有在它上面试过，可能漏看或误读它给出的内容"_s.arg(told)
                .arg(kOldestMinor)};
    }
    if (version.major > 1 || version.minor > kNewestMinor) {
        return base::LocalizedText{
            u"The server is Kubernetes %1, newer than 1.%2: what has come since is not looked at"_s.arg(told).arg(
                kNewestMinor),
            u"服务器是 Kubernetes %1，新于 1.%2：此后新增的内容不会被检查"_s.arg(told).arg(kNewestMinor)};
    }
    return std::nullopt;
}

QStringList withRemark(QStringList warnings, const ServerVersion &version, base::Language language)
{
    if (const auto remark = remarkOn(version))
        warnings += remark->in(language);
    return warnings;
}

} // namespace faultline::model
