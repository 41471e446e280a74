#include "core/model/clusterobjects.h"

namespace faultline::model {

QString Event::container() const
{
    const qsizetype open = fieldPath.indexOf(u'{');
    const bool named = open > 0 && fieldPath.endsWith(u'}') && fieldPath.startsWith(QLatin1StringView("spec."));
    return named ? fieldPath.sliced(open + 1, fieldPath.size() - open - 2) : QString();
}

} // namespace faultline::model
