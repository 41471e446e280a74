#include "core/trial/controllerlog.h"

#include <algorithm>

namespace faultline::trial {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostLines = 12;
constexpr qsizetype kLongest = 300;
} // namespace

QStringList linesAbout(const QString &log, const model::TrialKey &key)
{
    const QString &nameSpace = key.object.nameSpace;
    QStringList names{nameSpace + u'/' + key.object.name, u'[' + nameSpace + u'-', u'"' + nameSpace + u'-',
                      nameSpace + u"_svc_"_s};
    if (!key.host.isEmpty()) {
        names += key.host;
    }
    QStringList lines;
    for (const QString &line : log.split(u'\n', Qt::SkipEmptyParts)) {
        const bool isAbout =
            std::any_of(names.begin(), names.end(), [&](const QString &name) { return line.contains(name); });
        if (isAbout) {
            lines += line.trimmed().left(kLongest);
        }
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - kMostLines));
}

} // namespace faultline::trial
