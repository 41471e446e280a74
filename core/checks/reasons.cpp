#include "core/checks/reasons.h"

using namespace Qt::StringLiterals;

namespace faultline::checks::reason {

namespace {

QLatin1StringView word(model::Unseen::Reason reason)
{
    switch (reason) {
    case model::Unseen::Reason::Forbidden:
        return "forbidden"_L1;
    case model::Unseen::Reason::NotServed:
        return "notServed"_L1;
    case model::Unseen::Reason::NotInInput:
        return "notInInput"_L1;
    case model::Unseen::Reason::NotAsked:
        return "notAsked"_L1;
    case model::Unseen::Reason::Failed:
        break;
    }
    return "failed"_L1;
}

} // namespace

QString unseen(const model::Unseen &unseen, model::Kind kind)
{
    return word(unseen.reason) + u':' + model::resourceName(kind);
}

} // namespace faultline::checks::reason
