#include "core/checks/shared/jobs.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

const model::Condition *failedCondition(const model::Workload &job)
{
    const model::Condition *failed = model::findCondition(job.conditions, u"Failed");
    return failed && failed->status == "True"_L1 ? failed : nullptr;
}

} // namespace faultline::checks
