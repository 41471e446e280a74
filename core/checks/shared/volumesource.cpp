#include "core/checks/shared/volumesource.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

std::optional<MissingVolumeSource> missingVolumeSourceIn(const QString &message)
{
    static const QRegularExpression claim(u"\\bpersistentvolumeclaim \"([^\"]+)\" not found"_s);
    static const QRegularExpression key(u"references non-existent (config|secret) key: ([^\\s,]+)"_s);
    const QString volume = volumeNameIn(message);
    if (auto source = missingSourceIn(message))
        return MissingVolumeSource{std::move(*source), volume};
    if (const auto match = claim.match(message); match.hasMatch())
        return MissingVolumeSource{{u"PersistentVolumeClaim"_s, match.captured(1), {}}, volume};
    if (const auto match = key.match(message); match.hasMatch()) {
        const QString kind = match.captured(1) == "secret"_L1 ? u"Secret"_s : u"ConfigMap"_s;
        return MissingVolumeSource{{kind, {}, match.captured(2)}, volume};
    }
    return {};
}

QString volumeNameIn(const QString &message)
{
    static const QRegularExpression named(u"for volume \"([^\"]+)\""_s);
    static const QRegularExpression unmounted(u"unmounted volumes=\\[([^\\]]+)\\]"_s);
    const QString name = named.match(message).captured(1);
    return name.isEmpty() ? unmounted.match(message).captured(1) : name;
}

} // namespace faultline::checks
